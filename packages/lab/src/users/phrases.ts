/**
 * What a shopper says around the wishes, by style. `{…}` is filled in.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Temperament } from './user.ts';

/** What is being said. */
export type Matter =
  | 'open'
  | 'ask-open'
  | 'unknown'
  | 'indifferent'
  | 'yes'
  | 'no'
  | 'no-rather'
  | 'reject-one'
  | 'reject'
  | 'explain'
  | 'again'
  | 'accept'
  | 'look'
  | 'decline'
  | 'no-answer'
  | 'leave'
  | 'hopeless'
  | 'withdraw'
  | 'no-matter'
  | 'replace'
  | 'restate'
  | 'agree'
  | 'that-is-all'
  | 'prompt'
  | 'also';

/** Every phrase, by style and matter. */
export const PHRASES: Readonly<Record<Temperament['style'], Readonly<Record<Matter, readonly string[]>>>> = {
  terse: {
    open: ['a {one}, {wish}', '{wish}', 'need a {one}, {wish}'],
    'ask-open': ['hi, looking for a {one}', 'need a {one}'],
    unknown: ["don't know", 'no idea', 'not sure'],
    indifferent: ["don't mind", "doesn't matter", 'no preference'],
    yes: ['yes', 'yep', 'yes please'],
    no: ['no', 'nope'],
    'no-rather': ['no, {wish}'],
    'reject-one': ['not that one', 'no, another one'],
    reject: ['none of these', 'no, something else'],
    explain: ['{wish}', '{wish}!'],
    again: ['{wish}, as I said', 'I said {wish}'],
    accept: ["I'll take {name}", '{name}, please. I take it'],
    look: ['{name} looks good. Thanks, bye', 'ok, {name}. Thanks, bye'],
    decline: ['rather not say', "that's private"],
    'no-answer': ['no thanks', 'not now'],
    leave: ['never mind, bye', 'forget it. bye'],
    hopeless: ['pity. bye', 'ok, bye'],
    withdraw: ['forget the {label}', 'drop the {label}'],
    'no-matter': ["{label} doesn't matter", 'any {label}'],
    replace: ['actually, {wish}', 'no, changed my mind: {wish}'],
    restate: ['I want: {wish}', 'just {wish}'],
    agree: ['yes, {wish}', '{wish} is fine'],
    'that-is-all': ["that's all", 'nothing else'],
    prompt: ['what do you have?', 'show me something'],
    also: ['also {wish}', 'and {wish}'],
  },
  plain: {
    open: ["Hi, I'm looking for a {one}. {Wish}.", 'Hello. {Wish}.', "I'd like to find a {one}. {Wish}."],
    'ask-open': ["Hi, I'm looking for a {one}.", 'Hello, can you help me find a {one}?'],
    unknown: ["I don't know.", "I'm not sure about that.", "I really can't say."],
    indifferent: ["I don't mind.", "That doesn't matter to me.", 'No preference there.'],
    yes: ['Yes, please.', 'Yes.', 'Yes, that would be good.'],
    no: ['No, thanks.', 'No.'],
    'no-rather': ['No. {Wish}.', 'Not really. {Wish}.'],
    'reject-one': ['No, not that one.', 'Not that one, thanks.'],
    reject: ['Sorry, none of these.', 'No, none of those.'],
    explain: ['{Wish}.', '{Wish}, you see.'],
    again: ['As I said, {wish}.', 'I did say: {wish}.'],
    accept: ["I'll take {name}, please.", "Good, I'll take {name}.", "I'd like to book {name}, I'll take it."],
    look: [
      "{name} looks good. Thanks, I'll think it over. Bye!",
      'Thanks, {name} is what I was after. I was only looking. Bye!',
    ],
    decline: ["I'd rather not say.", "I'd prefer to keep that to myself."],
    'no-answer': ['No, thank you.', 'Not right now, thanks.'],
    leave: ["Never mind, I'll look elsewhere. Bye.", 'This is taking too long. Goodbye.'],
    hopeless: ["That's a pity. Thanks anyway, bye.", 'Too bad. Thank you, goodbye.'],
    withdraw: ['Actually, forget about the {label}.', "Come to think of it, the {label} doesn't matter any more."],
    'no-matter': ["The {label} doesn't matter to me.", "I don't mind about the {label}."],
    replace: ['Actually, I changed my mind: {wish}.', 'On second thoughts, {wish}.'],
    restate: ['All I want is this: {wish}.', 'What I asked for was {wish}.'],
    agree: ['Yes, {wish} is fine.', '{Wish} would do.'],
    'that-is-all': ["That's all.", 'Nothing else, really.'],
    prompt: ['What do you have?', 'Could you show me something?'],
    also: ['Also, {wish}.', 'And {wish}.'],
  },
  chatty: {
    open: [
      "Hello there, lovely to find you! We're after a nice {one} this time. {Wish}, if at all possible.",
      "Good morning! My sister told me about you, so here I am. {Wish}, that's the idea.",
      'Hi! Finally some time off, I can hardly believe it. {Wish}.',
    ],
    'ask-open': [
      "Hello there! Finally some time off, and I'm looking for a {one}, would you believe it.",
      "Hi! My sister told me about you: I'm looking for a {one}.",
    ],
    unknown: ["Oh, you've got me there, I don't know.", "Hm, I honestly don't know, I haven't thought about it."],
    indifferent: ["Oh, I'm easy, I don't mind at all.", "Ha, good question, but it doesn't matter to me."],
    yes: ['Yes, please, that would be wonderful!', 'Oh yes, please!'],
    no: ['Oh no, thank you, not for us.', 'No, no, thanks though.'],
    'no-rather': ["Oh no, not quite. {Wish}, if that's all right.", 'No, thanks though. {Wish}, please.'],
    'reject-one': ['It sounds sweet, but not that one.', 'Hm, no, not that one for us.'],
    reject: ['Hm, nice pictures, but none of these, I think.', 'Thank you for looking, but none of those.'],
    explain: ['{Wish}, that is what I was hoping for.', 'You see, {wish}.'],
    again: ['I may have rambled, but as I said, {wish}.', 'I think I mentioned it: {wish}.'],
    accept: [
      "Oh, how lovely! I'll take {name}, thank you so much!",
      "That's the one! I'll take {name}, my sister will be jealous.",
    ],
    look: [
      "{name} looks lovely, thank you! I'll talk it over at home. Bye bye!",
      "Wonderful, {name} is just what I had in mind. I'll sleep on it, goodbye!",
    ],
    decline: ["Oh, I'd rather not say, if you don't mind.", "That's a bit personal, I'd rather keep it to myself."],
    'no-answer': ["That's kind of you, but no, thank you.", 'Oh, not today, thanks.'],
    leave: [
      "You know what, never mind, I'll look elsewhere. Bye, and thanks all the same!",
      'Well, I had better be going. Goodbye, and thanks for trying!',
    ],
    hopeless: [
      'What a pity! Well, thank you for being honest. Bye bye!',
      'Oh dear, too bad. Thanks all the same, goodbye!',
    ],
    withdraw: [
      "Oh, and I've been thinking: forget about the {label}.",
      "By the way, the {label} doesn't matter any more, my husband says.",
    ],
    'no-matter': ["Oh, the {label} doesn't matter to us at all.", "The {label}? Oh, I don't mind about that."],
    replace: ["Oh wait, I've changed my mind, silly me: {wish}.", 'Actually, now that I think of it, {wish}.'],
    restate: ['All I really want is this: {wish}.', "Let me say it again, it's simple: {wish}."],
    agree: ['Oh yes, {wish} is fine with us.', 'Sure, why not, {wish} would do.'],
    'that-is-all': ["No, that's all, thank you for asking!", "I think that's all, really."],
    prompt: ['So, what do you have? I am all ears.', "Why don't you show me something?"],
    also: ['Oh, and before I forget: {wish}.', 'And also, {wish}, that would be great.'],
  },
};

/** A phrase for a matter, filled in. `{Wish}` is `{wish}` with a capital. */
export function phrase(
  matter: Matter,
  style: Temperament['style'],
  fill: Readonly<Record<string, string>>,
  random: Random,
): string {
  const made = random.pick(PHRASES[style][matter]).replace(/\{(\w+)\}/g, (_, name: string) => {
    const words = fill[name.toLowerCase()] ?? fill[name] ?? '';
    return /^\p{Lu}/u.test(name) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
  });
  return style === 'terse' ? made : made.charAt(0).toUpperCase() + made.slice(1);
}

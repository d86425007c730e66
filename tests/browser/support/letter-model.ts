/**
 * A scripted language model for the Open world: four turns about a letter, in which it asks, answers, offers, and is
 * told to change something. Its words try to be markup here and there.
 * @module
 */
import { type Script, type ScriptedModel, scriptedModel } from '@sente/language/testing';

/** What the user says, turn by turn. */
export const LETTER_TURNS: readonly string[] = [
  'Write a letter to my landlord.',
  'the heating does not work',
  'It has been off for two weeks. Keep it short and firm.',
  'On second thoughts, friendly rather than firm.',
];

/** Words that must be seen as words. */
export const LETTER_MARKUP = '<b onmouseover=window.pwned=1>radiators</b>';

const READ: readonly object[] = [
  {
    kind: 'new',
    wishes: [['A letter to the landlord.', 'Write a letter to my landlord']],
    users: [
      {
        wants: 'A letter that asks the landlord to repair the heating.',
        good: 'names the fault and a date',
        next: 'Can I pay less rent until then?',
        share: 45,
      },
      {
        wants: 'A letter that asks for the deposit back after moving out.',
        good: 'states the sum and a deadline',
        next: '',
        share: 30,
      },
      {
        wants: 'A letter that gives notice to end the lease.',
        good: 'has the date of moving out',
        next: '',
        share: 25,
      },
    ],
  },
  {
    kind: 'reply',
    fits: { i1: 10, i2: 0, i3: 0 },
    facts: [['The heating does not work.', 'the heating does not work']],
  },
  {
    kind: 'more',
    wishes: [
      ['The letter is short.', 'Keep it short'],
      ['The tone is firm.', 'firm'],
    ],
    facts: [['The heating has been off for two weeks.', 'off for two weeks']],
    fits: { i1: 10 },
  },
  {
    kind: 'change',
    changed: [['w3', 'The tone is friendly.', 'friendly rather than firm']],
    fits: { i1: 10 },
    dismissed: false,
  },
];

const WEIGH: readonly object[] = [
  {
    answers: [
      { gist: 'a letter about a repair', fits: [10, 1, 1], sure: 95, tokens: 220 },
      { gist: 'a letter about the deposit', fits: [1, 10, 1], sure: 95, tokens: 220 },
      { gist: 'a letter that fits anything', fits: [4, 4, 4], sure: 95, tokens: 200 },
    ],
    questions: [
      {
        ask: 'What is the letter to be about?',
        choices: ['the heating does not work', 'my deposit', 'giving notice'],
        replies: ['the heating does not work', 'my deposit', 'giving notice'],
      },
      { ask: 'Do you rent alone?', choices: ['yes', 'no'], replies: ['yes', 'yes', 'no'] },
    ],
    offers: [
      {
        say: 'While the heating is off you may be allowed to pay less rent.',
        because: 'the lease',
        topic: 'rent',
        wanted: [80, 0, 0],
      },
    ],
  },
  {
    answers: [{ gist: 'a letter that asks for the repair', fits: [10], sure: 95, tokens: 220 }],
    questions: [{ ask: 'Since when has it been off?', choices: ['days', 'weeks'], replies: ['weeks'] }],
    offers: [
      {
        say: 'While the heating is off you may be allowed to pay less rent; shall I add a sentence on that?',
        because: 'the lease',
        topic: 'rent',
        wanted: [85],
      },
    ],
    leads: [{ goal: 'goal-1', say: 'Shall I remind you in two weeks if nothing has happened?', moment: 80 }],
  },
];

/** What the bare model writes, by turn: it loses sight of what was asked for earlier. */
const BARE = [
  'Dear Sir or Madam,\n\nI am writing to you about the flat that I rent from you. I would like to discuss a few matters concerning the lease, the state of the flat and my deposit, and would be glad of an appointment.\n\nKind regards',
  `Dear Sir or Madam,\n\nI am writing to you about the flat that I rent from you. The heating does not work, and the ${LETTER_MARKUP} stay cold. I would also like to discuss the lease and my deposit.\n\nKind regards`,
  'Dear Sir or Madam,\n\nthe heating has been off for two weeks. I demand that it be repaired at once. I would also like to discuss my deposit.\n\nRegards',
  'Dear Sir or Madam,\n\nI hope that you are well! I am writing to you about the flat that I rent from you, where the heating has not been working. I would be glad if we could talk about it, and about my deposit.\n\nWarm regards',
];

/** What it writes from the ledger. */
const WRITTEN = [
  BARE[0],
  'Dear Ms Lindner,\n\nthe heating in my flat does not work. Please have it repaired by 14 March.\n\nKind regards\n\nShall I remind you in two weeks if nothing has happened?',
  'Dear Ms Lindner,\n\nthe heating has been off for two weeks. I expect it to be repaired by 14 March.\n\nRegards\n\nWhile the heating is off you may be allowed to pay less rent; shall I add a sentence on that?',
  'Dear Ms Lindner,\n\nthe heating has been off for two weeks, and I am sure that you would like to see it mended as much as I do. Could somebody come by 14 March?\n\nKind regards',
];

/** The model. `pace`: milliseconds that a call takes, more or less; `plain`: none of its words is markup. */
export function letterModel(pace: number, plain = false): ScriptedModel {
  // What was said last tells how far the conversation is: any number of them may be held with one model.
  const turnOf = (prompt: string): number =>
    Math.max(
      0,
      LETTER_TURNS.findLastIndex((said) => prompt.includes(said)),
    );
  const slowly =
    (replies: readonly object[], factor: number): Script =>
    ({ prompt, before }) => ({
      delayMs: pace * factor * (1 + (before % 3) * 0.3),
      reply: replies[Math.min(turnOf(prompt), replies.length - 1)],
    });
  return scriptedModel({
    read: slowly(READ, 1),
    weigh: slowly(WEIGH, 1.4),
    // A note of the layer's tells which side is asking.
    bare: ({ prompt, before }) => {
      const words = (prompt.includes('Private notes') ? WRITTEN : BARE)[turnOf(prompt)];
      return { delayMs: pace * (1.2 + (before % 4) * 0.2), reply: plain ? words.replaceAll(/<[^>]*>/g, '') : words };
    },
  });
}

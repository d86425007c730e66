/**
 * When words were not understood, or it is not clear what they point at.
 * @module
 */
import { capital, listOf, quoted } from './grammar.ts';
import { attributeIn, type Scene } from './scene.ts';
import type { Speaker } from './voice.ts';
import { traitInWords } from './wish-words.ts';

/** Words that were not understood, with what they may have meant. */
export function sayUnclear(
  speaker: Speaker,
  scene: Scene,
  words: string,
  nearest: readonly { readonly attribute: number; readonly value: number }[],
): string {
  const said = words.trim() === '' ? undefined : quoted(words);
  const maybe = nearest.slice(0, 3).map(({ attribute, value }) => traitInWords(attributeIn(scene, attribute), value));
  if (!said) {
    return speaker.say('unclear.empty', [
      'I did not catch anything.',
      'That came through empty.',
      'Sorry, nothing arrived.',
    ]);
  }
  if (maybe.length > 0) {
    const guess = listOf([...new Set(maybe)], 'or');
    return speaker.say('unclear.near', [
      `I did not catch ${said}. Did you mean ${guess}?`,
      `${said} is not in the table. Perhaps ${guess}?`,
      `What is ${said}? The nearest I have is ${guess}.`,
    ]);
  }
  return speaker.say('unclear', [
    `I did not catch ${said}.`,
    `Sorry, ${said} means nothing to me.`,
    `I cannot make anything of ${said}.`,
    `${said} is beyond me, I am afraid.`,
  ]);
}

/** Part of a message was understood and this was not: said in passing, as something that the table does not know. */
export function sayPartlyUnclear(speaker: Speaker, words: string): string {
  return speaker.say('unclear.partly', [
    `(${capital(quoted(words))} is nothing the table knows about.)`,
    `(The table says nothing about ${quoted(words)}.)`,
    `(I cannot look for ${quoted(words)} in this table.)`,
  ]);
}

/** The message seems to be in another language. */
export function sayEnglish(speaker: Speaker): string {
  return speaker.say('english', [
    'I only understand English, I am afraid; a few plain words will do.',
    'Sorry, English is all I understand. Single words are fine.',
  ]);
}

/** What this is, for whoever asks. */
export function sayHelp(speaker: Speaker, scene: Scene): string {
  const { noun } = scene.index.catalog;
  return speaker.say('help', [
    `I am a program that knows one table of ${noun.many}: say what you want or do not want, ask what there is, say “why?”, “undo” or “start over”.`,
    `You can tell me wishes, take them back, ask about the ${noun.many}, and say “show me”, “why?”, “undo” or “start over”. I know this table and nothing else.`,
  ]);
}

/** Says what kinds of thing can be wished for: help for someone who is stuck. */
export function sayWhatCounts(speaker: Speaker, scene: Scene): string {
  const labels = scene.index.catalog.attributes
    .filter((attribute) => attribute.askable)
    .slice(0, 4)
    .map((attribute) => attribute.label);
  if (labels.length === 0) return '';
  return speaker.say('what-counts', [
    `You can tell me about ${listOf(labels, 'or')}, for instance.`,
    `Things I can go by: ${listOf(labels, 'and')}.`,
    `Try ${listOf(labels, 'or')}; or say “show me”.`,
  ]);
}

/** The user asked to take something, and nothing has been shown; or turned down what was not there. */
export function sayNothingShown(speaker: Speaker): string {
  return speaker.say('nothing-shown', ['I have not shown you anything yet.', 'Nothing is on the table yet.']);
}

/** One of several was meant, and it is not clear which; or the one named is not there. */
export function sayWhich(speaker: Speaker, count: number, rank: number | undefined): string {
  if (rank !== undefined) {
    return speaker.say('no-such', [
      `There is no number ${rank}.`,
      `Number ${rank} is not on the list.`,
      `I have not shown a number ${rank}.`,
    ]);
  }
  if (count < 2) return '';
  const numbers = listOf(
    Array.from({ length: count }, (_, i) => String(i + 1)),
    'or',
  );
  return speaker.say('which', [
    `Which one: ${numbers}?`,
    `Gladly. Which of them, ${numbers}?`,
    `Which of the ${count} do you mean?`,
  ]);
}

/** The user is fed up. */
export function saySorry(speaker: Speaker): string {
  return speaker.say('sorry', [
    'I am sorry that this is tiresome. Say “show me” and I stop asking.',
    'Sorry. If you have had enough of questions, “show me” gets you a list.',
    'I see that I am not being much help. “Start over” or “show me” may be.',
  ]);
}

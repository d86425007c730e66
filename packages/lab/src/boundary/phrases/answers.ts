/**
 * How strangers answer questions, or cannot. `{v}`: the value; `{a}`: the attribute's name; `{b}` and `{w}`: another
 * attribute and its value.
 * @module
 */

/** In a word or two. */
export const SHORT_ANSWERS: readonly string[] = ['{v}', '{v} .', '{v} please .', 'in {v} .', 'well , {v} .'];

/** In a sentence. */
export const ANSWERS_IN_FULL: readonly string[] = [
  'that would be {v} .',
  'you could take {v} .',
  '{v} is what i have in mind .',
  'the {a} ? {v} .',
  '{v} , as always with me .',
  '{v} is the right one .',
  'my answer is {v} .',
  '{v} , and thanks for the question .',
  '{v} will do .',
  'i would take {v} .',
  'only {v} is right .',
  'the {a} ? that one is quick . {v} .',
];

/** Told besides, though nobody asked. */
export const BESIDES: readonly string[] = [
  'and {w} , just so you know .',
  '{w} is right for the {b} , too .',
  'and make the {b} {w} .',
  'yes , and {w} .',
  'also {w} , if you did not know .',
];

/** Not known. */
export const NOT_KNOWN: readonly string[] = [
  'no idea , sorry .',
  'i cannot tell .',
  'how could i know that ?',
  'i have nothing to say to that .',
  'i have no answer to that .',
  'ask me not about the {a} , i do not know .',
  'that is not something i can say .',
  'the {a} would be a guess .',
  'they did not tell me the {a} .',
  'i am unsure myself .',
  'you know as much as i do there .',
  'how should i know the {a} ?',
];

/** Told before. */
export const TOLD_BEFORE: readonly string[] = [
  'i did say it . {v} .',
  'again , {v} .',
  'still {v} .',
  'the {a} is {v} , like i said .',
];

/** Told that it is not known. */
export const STILL_NOT_KNOWN: readonly string[] = [
  'the {a} i know no more than last time .',
  'again , i cannot say .',
  'as i said , no idea .',
];

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
  'make it {v} .',
  '{v} is what i have in mind .',
  'the {a} ? {v} .',
  '{v} , as always with me .',
  'let us say {v} .',
  'my answer is {v} .',
  '{v} , and thanks for the question .',
  'it has to be {v} .',
  'i would take {v} .',
  'only {v} is right .',
  'for the {a} i want {v} .',
];

/** Told besides, though nobody asked. */
export const BESIDES: readonly string[] = [
  'and {w} , just so you know .',
  'the {b} should be {w} , too .',
  'and make the {b} {w} .',
  'yes , and {w} .',
  'also {w} , if you did not know .',
];

/** Not known. */
export const NOT_KNOWN: readonly string[] = [
  'no idea , sorry .',
  'i cannot tell .',
  'that i do not know .',
  'who knows ?',
  'i have no answer to that .',
  'the {a} ? i have no clue .',
  'that is not something i can say .',
  'i would have to guess the {a} .',
  'they did not tell me the {a} .',
  'i am unsure myself .',
  'you know as much as i do there .',
  'how should i know the {a} ?',
];

/** Told before. */
export const TOLD_BEFORE: readonly string[] = [
  'i did say it . {v} .',
  '{v} , as i said .',
  'still {v} .',
  'the {a} is {v} , like i said .',
];

/** Told that it is not known. */
export const STILL_NOT_KNOWN: readonly string[] = [
  'i still do not know the {a} .',
  'again , i cannot say .',
  'as i said , no idea .',
];

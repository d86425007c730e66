/**
 * What strangers make of a bag that is shown, and of words that they do not understand. `{v}`: a value of the bag that is
 * wrong; `{w}`: the value that was wished for instead; `{a}`: "small red bag", as far as it was said.
 * @module
 */

/** The one. */
export const TAKEN: readonly string[] = [
  'great , i will buy it .',
  'that is the one .',
  'exactly that one , thank you .',
  'yes , give it to me .',
  'lovely , i want it .',
  'good choice , thanks and bye .',
  'you found it !',
  'perfect , i will have that .',
  'right , that is my bag .',
  'okay , i take it with me now .',
  'that is it ! how much is it ?',
  'fine , i buy it , bye .',
];

/** Not the one. */
export const REFUSED: readonly string[] = [
  'no , that is not it .',
  'not that one , sorry .',
  'wrong bag .',
  'i am afraid not .',
  'it is not the one i have in mind .',
  'another one please .',
  'that will not do .',
  'not quite .',
  'no , but thanks .',
  'i do not want this one .',
  'never that one .',
  'is there any other ? this is wrong .',
];

/** Why, where the user knows it and had not said so. */
export const REASONS: readonly string[] = [
  'not {v} .',
  'i do not like it in {v} .',
  'it should not be {v} .',
  'no {v} for me .',
  'i need a bag that is not {v} .',
];

/** Why, where it goes against what was said. */
export const REMINDERS: readonly string[] = [
  'i did say {w} .',
  'i wanted {w} , do you see ?',
  '{w} was what i wanted .',
  '{w} , please .',
];

/** Of words that do nothing for the user. */
export const NOT_HELPED: readonly string[] = [
  'sorry , what was that ?',
  'that does not help me .',
  'i do not know what you want to say .',
  'again please ?',
  'what about my bag ?',
  'and now ? i still need a {a} .',
  'i am here for a {a} .',
  'could we talk about the bag ? a {a} .',
];

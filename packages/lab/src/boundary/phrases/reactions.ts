/**
 * What strangers make of a bag that is shown, and of words that they do not understand. `{v}`: a value of the bag that is
 * wrong; `{w}`: the value that was wished for instead; `{a}`: "small red bag", as far as it was said.
 * @module
 */

/** The one. */
export const TAKEN: readonly string[] = [
  'great , i will buy it .',
  'my bag , here it is .',
  'exactly that one , thank you .',
  'yes , give it to me .',
  'how lovely , i buy this one .',
  'good choice , thanks and bye .',
  'you found it !',
  'perfect , i will have that .',
  'right , that is my bag .',
  'okay , i take it with me now .',
  'yes , yes , what does it cost ?',
  'fine , i buy it , bye .',
];

/** Not the one. */
export const REFUSED: readonly string[] = [
  'this one ? no .',
  'not that one , sorry .',
  'wrong bag .',
  'i am afraid not .',
  'it is not the one i have in mind .',
  'another one please .',
  'that will not do .',
  'that is not my bag .',
  'no , but thanks .',
  'that one is for somebody other .',
  'never that one .',
  'is there any other ? this is wrong .',
];

/** Why, where the user knows it and had not said so. */
export const REASONS: readonly string[] = [
  'not {v} .',
  'i do not like it in {v} .',
  'it should not be {v} .',
  'no {v} for me .',
  'and it must not be {v} .',
];

/** Why, where it goes against what was said. */
export const REMINDERS: readonly string[] = [
  'what about {w} ?',
  'i wanted {w} , do you see ?',
  '{w} was what i wanted .',
  '{w} , please .',
];

/** Of words that do nothing for the user. */
export const NOT_HELPED: readonly string[] = [
  'sorry , what was that ?',
  'that does not help me .',
  'what does that have to do with my bag ?',
  'again please ?',
  'what about my bag ?',
  'and now ? i still need a {a} .',
  'as for me , i still look for a {a} .',
  'could we talk about the bag ? a {a} .',
];

/**
 * How strangers add a piece to their request, whatever was said in between. `{v}`: the value; `{a}`: the attribute's name.
 * @module
 */

/** One piece each. */
export const MORE_PIECES: readonly string[] = [
  'and it should be {v} .',
  'one more thing , {v} please .',
  'the {a} is {v} , just so you know .',
  'i want it in {v} .',
  'did i say {v} ? i want {v} .',
  'as for the {a} , {v} .',
  'then there is the {a} . {v} .',
  'only {v} , please .',
  'make that {v} .',
  'also , {v} it is .',
];

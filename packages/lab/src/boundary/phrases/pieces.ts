/**
 * How strangers add a piece to their request, whatever was said in between. `{v}`: the value; `{a}`: the attribute's name.
 * @module
 */

/** One piece each. */
export const MORE_PIECES: readonly string[] = [
  '{v} would be good , too .',
  'one more thing , {v} please .',
  'the {a} is {v} , just so you know .',
  'it would be nice in {v} .',
  'did i say {v} ? i want {v} .',
  'of every {a} i like {v} .',
  'then there is the {a} . {v} .',
  'only {v} , please .',
  'make that {v} .',
  'also , {v} it is .',
];

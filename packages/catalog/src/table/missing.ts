/**
 * Cells that say "nothing here".
 * @module
 */

const MISSING = /^([-–—?]|n\/a|#n\/a|null|undefined|\(blank\))$/i;
const NOT_A_NUMBER_HERE = /^(na|none|unknown|tbd|tba|n\.a\.)$/i;

/** True for the empty cell and its usual spellings. "None" and "NA" are kept: in words they can be values. */
export function isMissing(text: string): boolean {
  return text === '' || (text.length <= 9 && MISSING.test(text));
}

/** The same for columns of numbers, where "none" and "NA" say nothing either. */
export function isMissingNumber(text: string): boolean {
  return isMissing(text) || NOT_A_NUMBER_HERE.test(text);
}

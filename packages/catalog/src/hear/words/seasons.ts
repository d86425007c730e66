/**
 * Seasons as months, north of the equator, for tables that list months.
 * @module
 */

/** Names of a season; its months in order, by their first three letters. */
export const SEASONS: readonly { readonly names: readonly string[]; readonly months: readonly string[] }[] = [
  { names: ['spring', 'springtime'], months: ['mar', 'apr', 'may'] },
  { names: ['summer', 'summertime'], months: ['jun', 'jul', 'aug'] },
  { names: ['autumn', 'fall'], months: ['sep', 'oct', 'nov'] },
  { names: ['winter', 'wintertime'], months: ['dec', 'jan', 'feb'] },
];

/**
 * Words without dress: lower case, one kind of letter and space, no apostrophes, no marks of emphasis.
 * @module
 */

/** Lower case, compatibility forms undone, apostrophes and emphasis dropped, white space and dashes made plain. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/[’‘'`´“”"„«»*]/g, '')
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Only letters, digits and single spaces: for comparing names. */
export function bareWords(text: string): string {
  return plain(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

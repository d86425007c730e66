/**
 * When two entries say the same: equal but for case, spacing and punctuation that carries no meaning. Signs that do
 * ("C" and "C++", "< 5" and "> 5", "1.5" and "15", "-5" and "5") are kept.
 * @module
 */

/** Equal for texts that say the same. */
export function meaningKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?:(?<!\d)[.,:]|[.,:](?!\d)|[;!?…"'“”„«»‘’‚`´()[\]{}*_])+/gu, ' ')
    .replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ' ')
    .replace(/[–—]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The word tokenizer behind published BLEU figures: mteval-v13a, as sacreBLEU's `13a`.
 *
 * Source: NIST mteval-v13a; Post 2018, "A call for clarity in reporting BLEU scores", arXiv 1804.08771.
 * @module
 */

const ENTITIES: Readonly<Record<string, string>> = { '&quot;': '"', '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Tokens of one segment. Case is kept. */
export function tokenize13a(segment: string): readonly string[] {
  let line = segment.trimEnd().replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ');
  for (const [entity, character] of Object.entries(ENTITIES)) line = line.replaceAll(entity, character);
  line = ` ${line} `
    .replace(/([{-~[-` -&(-+:-@/])/gu, ' $1 ')
    // A point or comma stands alone unless it is between digits; a dash stands alone after a digit.
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])(-)/gu, '$1 $2 ');
  return line.split(/\s+/u).filter((token) => token !== '');
}

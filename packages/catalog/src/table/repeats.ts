/**
 * Finding a text that stands twice in a long column, without a dictionary of strings.
 * @module
 */
import type { TextColumn } from './text-column.ts';

/** The first row whose text stood in an earlier row, and that row; empty cells do not count. */
export function firstRepeat(column: TextColumn): { readonly earlier: number; readonly row: number } | undefined {
  const { texts, codes, counts, plain } = column;
  // With a dictionary, every text is stored once: a repeat shows in the counts.
  if (!plain && counts.every((count, code) => code === 0 || count <= 1)) return undefined;
  const bits = Math.ceil(Math.log2(Math.max(2, codes.length) * 2));
  const slots = new Uint32Array(2 ** bits);
  for (let row = 0; row < codes.length; row++) {
    const text = texts[codes[row]];
    if (text === '') continue;
    let slot = hash(text) >>> (32 - bits);
    while (slots[slot] !== 0) {
      const earlier = slots[slot] - 1;
      if (texts[codes[earlier]] === text) return { earlier, row };
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = row + 1;
  }
  return undefined;
}

/** FNV-1a, with a multiplication at the end that spreads it over the upper bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return Math.imul(h ^ (h >>> 15), 0x9e3779b1) >>> 0;
}

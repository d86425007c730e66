/**
 * The words of a reply whose items are shown as cards.
 * @module
 */
import type { ShownItem } from '../api/types.ts';

/** Leaves out the numbered lines that name the items, since the cards say the same and more. */
export function withoutList(text: string, items: readonly ShownItem[]): string {
  if (items.length === 0) return text;
  const isListed = (line: string) => {
    const entry = /^\s*\d+\.\s+(.*)$/.exec(line)?.[1];
    return entry !== undefined && items.some(({ name }) => name !== '' && entry.startsWith(name));
  };
  return text
    .split('\n')
    .filter((line) => !isListed(line))
    .join('\n')
    .trim();
}

/**
 * The words of a reply whose items are shown as cards.
 * @module
 */
import type { ShownItem } from '../api/types.ts';

/** What is said before the cards, and what after them; either may be empty. */
export interface AroundList {
  readonly before: string;
  readonly after: string;
}

/** Takes out the numbered lines that name the items: the cards, in their place, say the same and more. */
export function aroundList(text: string, items: readonly ShownItem[]): AroundList {
  const isListed = (line: string) => {
    const entry = /^\s*\d+\.\s+(.*)$/.exec(line)?.[1];
    return entry !== undefined && items.some(({ name }) => name !== '' && entry.startsWith(name));
  };
  const lines = text.split('\n');
  const first = lines.findIndex(isListed);
  if (first < 0) return { before: text, after: '' };
  const words = (some: readonly string[]) =>
    some
      .filter((line) => !isListed(line))
      .join('\n')
      .trim();
  return { before: words(lines.slice(0, first)), after: words(lines.slice(first)) };
}

/**
 * Values that look like words that were not understood, to be offered back.
 * @module
 */
import Fuse from 'fuse.js';
import type { Catalog } from '../table/catalog.ts';
import { fold, type Token } from './tokens.ts';
import { STOP_WORDS } from './words/stop-words.ts';

/** At most three values that look like these words, nearest first. */
export type Nearest = (words: readonly Token[]) => { readonly attribute: number; readonly value: number }[];

const MOST_WORDS = 4;
const MOST_VALUES = 3;
/** Searching more entries than this for every unclear word would be felt. */
const MOST_SEARCHED = 2000;

/** Makes the search over the values of categories and lists, commonest values first, and the names of yes/no attributes. */
export function createNearest(catalog: Catalog): Nearest {
  const entries: { text: string; attribute: number; value: number }[] = [];
  const longest = Math.max(0, ...catalog.attributes.map(({ type, values }) => (type === 'number' ? 0 : values.length)));
  for (let value = 0; value < longest && entries.length < MOST_SEARCHED; value++) {
    catalog.attributes.forEach(({ type, values, label }, attribute) => {
      if (type === 'boolean' && value === 0) entries.push({ text: fold(label), attribute, value });
      if ((type === 'category' || type === 'list') && value < values.length)
        entries.push({ text: fold(values[value]), attribute, value });
    });
  }
  const search = new Fuse(entries, {
    keys: ['text'],
    includeScore: true,
    threshold: 0.34,
    ignoreLocation: true,
    minMatchCharLength: 3,
  });
  return (words) => {
    const best = new Map<string, { attribute: number; value: number; score: number }>();
    const content = words.filter(
      (token) => token.kind === 'word' && token.text.length >= 3 && !STOP_WORDS.has(token.lemma),
    );
    for (const token of content.slice(0, MOST_WORDS)) {
      for (const { item, score = 1 } of search.search(token.text.slice(0, 24), { limit: MOST_VALUES })) {
        const key = `${item.attribute} ${item.value}`;
        if (score < (best.get(key)?.score ?? 2)) best.set(key, { attribute: item.attribute, value: item.value, score });
      }
    }
    return [...best.values()]
      .sort((a, b) => a.score - b.score || a.attribute - b.attribute || a.value - b.value)
      .slice(0, MOST_VALUES)
      .map(({ attribute, value }) => ({ attribute, value }));
  };
}

/**
 * Finds items that a text calls by their names.
 * @module
 */
import { fold } from '../hear/tokens.ts';
import type { Catalog } from '../table/catalog.ts';

/** Where an item is named: [start, end) of the text. */
export interface Named {
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

/** Finds names; made once for a catalogue. */
export type NameFinder = (text: string) => readonly Named[];

/** Names with fewer letters than this are words that people say anyway. */
const SHORTEST = 5;

const finders = new WeakMap<Catalog, NameFinder>();

/** The finder of a catalogue. Longer names come first; an article at the head of a name may be left out. */
export function nameFinder(catalog: Catalog): NameFinder {
  const known = finders.get(catalog);
  if (known) return known;
  const names = Array.from({ length: catalog.size }, (_, item) => catalog.view(item).name)
    .flatMap((name, item) => {
      const plain = evenly(name);
      const bare = plain.replace(/^(?:the|a|an) /, '');
      return bare === plain || bare.length < 2 * SHORTEST
        ? [{ item, plain }]
        : [plain, bare].map((p) => ({ item, plain: p }));
    })
    .filter(({ plain }) => plain.length >= SHORTEST)
    .sort((a, b) => b.plain.length - a.plain.length || a.item - b.item);
  const find: NameFinder = (text) => {
    const plain = evenly(text);
    const found: Named[] = [];
    for (const name of names) {
      for (let at = plain.indexOf(name.plain); at >= 0; at = plain.indexOf(name.plain, at + 1)) {
        const end = at + name.plain.length;
        if (LETTER.test(plain[at - 1] ?? '') || LETTER.test(plain[end] ?? '')) continue;
        if (found.every((other) => other.end <= at || other.start >= end))
          found.push({ item: name.item, start: at, end });
      }
    }
    return found.sort((a, b) => a.start - b.start);
  };
  finders.set(catalog, find);
  return find;
}

const LETTER = /[\p{L}\p{N}]/u;

/** Lower case without accents, letter for letter, so that places in it are places in the text. */
function evenly(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const folded = fold(text[at]);
    plain += folded.length === 1 ? folded : text[at];
  }
  return plain;
}

/** The text with every name as a word that points at it. */
export function withoutNames(text: string, named: readonly Named[], word: string): string {
  let out = '';
  let from = 0;
  for (const { start, end } of named) {
    out += text.slice(from, start) + word;
    from = end;
  }
  return out + text.slice(from);
}

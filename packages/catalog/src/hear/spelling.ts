/**
 * Mends misspelt words, with a fuzzy search over the words that mean something here. A guard keeps false friends out:
 * ordinary words, short words, and changes that turn one word into another rather than misspell it.
 *
 * Distance: optimal string alignment (Damerau 1964): insertions, deletions, substitutions and swaps of neighbours.
 * @module
 */
import Fuse from 'fuse.js';
import { lemma } from './tokens.ts';

/** Finds the word that was meant, and words that look alike. */
export interface Speller {
  /** The word meant by a misspelt one, or undefined when none is near enough, or two are equally near. */
  mend(word: string): string | undefined;
  /** Words that look alike, nearest first; perhaps none of them was meant. */
  alike(word: string): string[];
}

/** Fewest single edits between two words, or `limit + 1` when there are more than `limit`. */
export function editDistance(a: string, b: string, limit = 3): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let best = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2] + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return Math.min(above[b.length], limit + 1);
}

const letters = (word: string): string => [...word].sort().join('');
const squeezed = (word: string): string => word.replace(/(.)\1+/g, '$1');

/** Whether `typed` is likelier a slip for `word` than a word of its own. */
function isSlip(typed: string, word: string): boolean {
  const distance = editDistance(typed, word, 2);
  const swapped = letters(typed) === letters(word);
  const doubled = squeezed(typed) === squeezed(word);
  const shortest = Math.min(typed.length, word.length);
  if (shortest <= 3) return shortest === 3 && word.length >= 4 && distance === 1 && doubled;
  if (distance > (shortest >= 7 ? 2 : 1)) return false;
  if (swapped || doubled) return true;
  if (typed.length !== word.length) return shortest >= (typed.length > word.length ? 5 : 4) && typed[0] === word[0];
  return shortest >= 6 && typed[0] === word[0];
}

/** Fuse.js scores from 0 (the same) to 1: what is looked at, and what is still alike. */
const LOOSE = 0.45;
const ALIKE = 0.4;
/** Longer words are no slips of anything. */
const LONGEST = 24;

/** Makes a speller for a vocabulary; `rank` breaks ties, the lower the better. */
export function createSpeller(vocabulary: Iterable<string>, rank: (word: string) => number): Speller {
  const byLetter = new Map<string, string[]>();
  for (const word of new Set(vocabulary)) {
    if (word.length < 4 || /\d/.test(word)) continue;
    for (const letter of new Set([word[0], word[1]])) {
      const list = byLetter.get(letter);
      if (list) list.push(word);
      else byLetter.set(letter, [word]);
    }
  }
  const searches = new Map<string, Fuse<string>>();
  const search = (typed: string): { word: string; score: number }[] => {
    if (typed.length < 3 || typed.length > LONGEST || /\d/.test(typed)) return [];
    let fuse = searches.get(typed[0]);
    if (!fuse) {
      fuse = new Fuse(byLetter.get(typed[0]) ?? [], { includeScore: true, threshold: LOOSE, ignoreFieldNorm: true });
      searches.set(typed[0], fuse);
    }
    return fuse.search(typed, { limit: 12 }).map(({ item, score = 1 }) => ({ word: item, score }));
  };
  return {
    mend(typed) {
      const near = search(typed)
        .filter(({ word }) => isSlip(typed, word))
        .map(({ word }) => ({ word, cost: editDistance(typed, word, 2) + rank(word) }))
        .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
      const [best, next] = near;
      const torn = next !== undefined && next.cost === best.cost && lemma(next.word) !== lemma(best.word);
      return torn ? undefined : best?.word;
    },
    alike: (typed) =>
      search(typed)
        .filter(({ word, score }) => score <= ALIKE && editDistance(typed, word, 3) <= Math.max(1, word.length / 3))
        .map(({ word }) => word),
  };
}

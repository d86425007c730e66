/**
 * Tells requests that say all that is wanted from those that leave it open: a question about items, the most of
 * something, a list of what fits. They are answered at once, whatever a question of ours might bring.
 * @module
 */

import { likeliest } from '../belief/item-belief.ts';
import type { CatalogState } from '../domain/state.ts';
import type { Listener } from '../hear/listener.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { Move } from '../table/wish.ts';

/** A closed request. */
export type Closed =
  /** Facts about items, or how many there are. */
  | { readonly kind: 'facts' }
  /** The item with the least or the most of a number: the wish that the words were heard as does not stand. */
  | {
      readonly kind: 'most';
      readonly attribute: number;
      readonly direction: 'less' | 'more';
      readonly words: string;
      readonly rest: readonly Move[];
    }
  /** Everything that fits. */
  | { readonly kind: 'list' };

/** Bounds are none: "at least 9 days", "a maximum of €500". */
const SUPERLATIVE =
  /\b(?:(?!best\b|rest\b|west\b|forest|guest|interest|latest\b|nearest\b|honest|modest|request|suggest|test\b|quest\b|harvest)\w{3,}est|(?<!\bat (?:the (?:very )?)?)(?:most|least) (?!\d)\w+|fewest|(?:minimum|maximum)(?! (?:of )?\W?\d))\b/i;

/** "Which trips go in May?", "what do you have in the Alps?", "list all guided ones". */
const LISTS =
  /^\W*(?:(?:and|so|ok|okay|hi|hello|hey|please|well|now|then|can you|could you|tell me|do you know)\b\W*)*(?:which\b(?! (?:one|of (?:these|those|them)|would|do you|should))|what\b[^?]*\b(?:do you have|have you got|is there|are there|fits?|options?|trips?)\b|list\b|name (?:all|the|every)\b|show me (?:all|every)\b|give me (?:all|every|a list)\b)/i;

const FACTS: ReadonlySet<Move['kind']> = new Set(['question', 'count', 'greet', 'thank']);

/** What kind of closed request a turn is; undefined for an open one. */
export function closedIn(text: string, moves: readonly Move[], listen: Listener): Closed | undefined {
  const asks = moves.some(({ kind }) => kind === 'question' || kind === 'count');
  // "How much is the cheapest where dogs may come?": from the superlative on, it is a wish about a number, among others.
  const said = asks && moves.every(({ kind }) => kind !== 'count') ? SUPERLATIVE.exec(text) : null;
  const onwards = said ? listen(`the ${text.slice(said.index)}`, {}) : [];
  const within = mostIn(onwards.filter(({ kind }) => kind !== 'question'));
  if (within) return within;
  const alone = said ? mostIn(listen(`the ${said[0]}`, {})) : undefined;
  if (alone) return { ...alone, rest: moves.filter(({ kind }) => kind !== 'question') };
  const most = mostIn(moves);
  if (most) return most;
  if (asks && moves.every(({ kind }) => FACTS.has(kind))) return { kind: 'facts' };
  const wishes = moves.some(({ kind }) => kind === 'wish');
  return wishes && LISTS.test(text) ? { kind: 'list' } : undefined;
}

/** The superlative among moves: a bound of a number that its words do not name. */
function mostIn(moves: readonly Move[]): Extract<Closed, { kind: 'most' }> | undefined {
  const most = moves.find((move) => move.kind === 'wish' && move.wish.kind === 'range' && SUPERLATIVE.test(move.words));
  if (most?.kind === 'wish' && most.wish.kind === 'range') {
    const { attribute, low, high } = most.wish;
    if ((low === undefined) !== (high === undefined)) {
      const direction = high === undefined ? 'more' : 'less';
      return { kind: 'most', attribute, direction, words: most.words, rest: moves.filter((move) => move !== most) };
    }
  }
  return undefined;
}

/** Items that fit, those with the least or the most of a number first; ties in the catalogue's order. */
export function rankedBy(
  index: CatalogIndex,
  state: CatalogState,
  attribute: number,
  direction: 'less' | 'more',
): number[] {
  const { numbers } = index.catalog.columns[attribute];
  if (!numbers) return [];
  const sign = direction === 'less' ? 1 : -1;
  return Array.from(state.belief.items)
    .filter((item) => !Number.isNaN(numbers[item]))
    .sort((a, b) => sign * (numbers[a] - numbers[b]) || a - b);
}

/** Items that fit, likeliest first, at most so many. */
export function fitting(state: CatalogState, most: number): number[] {
  return likeliest(state.belief, most).map(({ item }) => item);
}

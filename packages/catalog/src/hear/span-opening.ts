/**
 * The first part of a bounded number: the words before it, and the number itself.
 * @module
 */
import { type Quantity, quantityAt } from './numbers.ts';
import { type Bound, bounds } from './signs.ts';
import type { Token } from './tokens.ts';
import { ADJECTIVES, type Adjective } from './words/adjectives.ts';
import { UNITS } from './words/units.ts';

/** What stands before a number. */
export interface Opening {
  readonly signs: ReadonlySet<Bound>;
  readonly adjective?: Adjective;
  readonly end: number;
}

const SKIPPED = new Set(['of', 'the', 'only', 'just', 'is', 'be', ':', 'a', 'total']);
const MOST_BOUNDS = 3;
/** Bounds that stand after a number. */
export const POSTFIX: ReadonlySet<string> = new Set(['orMore', 'orLess', 'orSo']);

/** The bounds before a number: "at least", "not more than about", "cheaper than". */
export function openingAt(tokens: readonly Token[], at: number): Opening {
  const signs = new Set<Bound>();
  let adjective: Adjective | undefined;
  let i = at;
  for (let step = 0; step < MOST_BOUNDS && i < tokens.length; step++) {
    const form = ADJECTIVES.get(tokens[i].text);
    if (form?.degree === 'comparative' && tokens[i + 1]?.text === 'than' && form.adjective.about[0] !== '#never') {
      signs.add(form.adjective.direction === 'less' ? 'lessThan' : 'moreThan');
      adjective = form.adjective;
      i += 2;
      continue;
    }
    const found = bounds.starting(tokens, i).filter(({ sign }) => !POSTFIX.has(sign));
    if (found.length === 0) break;
    for (const { sign, length } of found) if (length === found[0].length) signs.add(sign);
    i += found[0].length;
    while (i < tokens.length && SKIPPED.has(tokens[i].text) && !quantityAt(tokens, i)) i++;
  }
  return { signs, adjective, end: i };
}

/** The first number. "A" counts with a bound before it or a unit of time after it, "one" also before "or two". */
export function firstAt(tokens: readonly Token[], { signs, end }: Opening): Quantity | undefined {
  const quantity = quantityAt(tokens, end);
  if (!quantity) {
    const joined = tokens[end].text === 'one' && JOINING.has(tokens[end + 1]?.text) && end + 2 < tokens.length;
    const next = joined ? quantityAt(tokens, end + 2) : undefined;
    return next && !next.article ? { value: 1, decimals: 0, units: [], length: 1 } : undefined;
  }
  const isTime = quantity.units.some(({ dimension }) => dimension === 'time');
  if (quantity.article && signs.size === 0 && !isTime) return undefined;
  return { ...quantity, length: quantity.length + rateAt(tokens, end + quantity.length, quantity) };
}

const SHARES = new Set(['person', 'head', 'piece', 'bottle', 'item', 'night']);

/** "1,300 a month", "30 € per person": what the sum is for takes no part. */
function rateAt(tokens: readonly Token[], at: number, { units }: Quantity): number {
  if (!['a', 'per', 'each', 'every', '/'].includes(tokens[at]?.text)) return 0;
  if (units.some(({ dimension }) => dimension !== 'currency')) return 0;
  const next = tokens[at + 1]?.lemma ?? '';
  return SHARES.has(next) || UNITS.get(next)?.some(({ dimension }) => dimension === 'time') ? 2 : 0;
}

/** What may stand between two numbers that make one range. */
export const JOINING: ReadonlySet<string> = new Set(['to', '-', 'and', 'or', 'until', 'till', '/', 'through']);

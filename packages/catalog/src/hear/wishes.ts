/**
 * From a judged operand to moves.
 * @module
 */
import type { Move, Wish } from '../table/wish.ts';
import { type Heard, wordsOf } from './heard.ts';
import type { Operand } from './operands.ts';
import type { Judged } from './polarity.ts';
import { boundOf } from './scales.ts';

/** How much of the catalogue each way of speaking keeps: "cheap" the lower third, "the cheapest" the lowest tenth. */
const SHARE = { positive: 1 / 3, very: 0.2, comparative: 0.5, superlative: 0.1, mild: 0.65 } as const;

const opposite = (direction: 'less' | 'more'): 'less' | 'more' => (direction === 'less' ? 'more' : 'less');

/** The moves that one operand makes. */
export function movesOf(heard: Heard, { operand, polarity, from, to }: Judged): Move[] {
  const words = wordsOf(heard, from, to);
  if (!('attribute' in operand)) return [];
  const { attribute } = operand;
  switch (polarity) {
    case 'withdraw':
      return [{ kind: 'withdraw', attribute, words }];
    case 'indifferent':
    case 'needless':
      return [{ kind: 'indifferent', attribute }];
    case 'unknown':
      return [{ kind: 'unknown', attribute }];
    case 'replacing':
      return [];
  }
  const negated = polarity === 'not';
  if (operand.kind === 'degree') return degreeMoves(heard, operand, negated, words);
  const wish = wishOf(heard, operand, negated);
  return wish ? [{ kind: 'wish', wish, words }] : [];
}

/** The wish that a value, a yes/no attribute or a range makes; undefined for an attribute alone. */
export function wishOf(heard: Heard, operand: Operand, negated: boolean): Wish | undefined {
  if (operand.kind === 'value') {
    return {
      kind: negated !== operand.negated ? 'not' : 'is',
      attribute: operand.attribute,
      values: [...operand.values].sort((a, b) => a - b),
    };
  }
  if (operand.kind === 'flag') {
    const { attribute } = operand;
    if (negated === operand.negated) return { kind: 'is', attribute, values: [0] };
    // Where no cell says "no", an item without a "yes" has none of it.
    const saysNo = heard.catalog.columns[attribute].codes.includes(1);
    return saysNo ? { kind: 'is', attribute, values: [1] } : { kind: 'not', attribute, values: [0] };
  }
  if (operand.kind === 'range') return negated ? complement(heard, operand.wish) : operand.wish;
  return undefined;
}

/** "Not more than 800" is at most 800; "not 16 GB" is none of the ranges that lie wholly in it. */
function complement(heard: Heard, wish: Extract<Wish, { kind: 'range' }>): Wish | undefined {
  const { attribute, low, high } = wish;
  const exclusive = wish.exclusive ? {} : { exclusive: true };
  if (high === undefined && low !== undefined) return { kind: 'range', attribute, high: low, ...exclusive };
  if (low === undefined && high !== undefined) return { kind: 'range', attribute, low: high, ...exclusive };
  const numbers = heard.catalog.columns[attribute].numbers;
  const codes = heard.catalog.columns[attribute].codes;
  if (!numbers || low === undefined || high === undefined) return undefined;
  const inside = new Set<number>();
  const outside = new Set<number>();
  numbers.forEach((value, item) => {
    if (Number.isFinite(value)) (value >= low && value <= high ? inside : outside).add(codes[item]);
  });
  const values = [...inside].filter((code) => !outside.has(code)).sort((a, b) => a - b);
  return values.length > 0 ? { kind: 'not', attribute, values } : undefined;
}

function degreeMoves(
  heard: Heard,
  operand: Extract<Operand, { kind: 'degree' }>,
  negated: boolean,
  words: string,
): Move[] {
  const { attribute, degree, tone } = operand;
  let { direction } = operand;
  if (tone === 'too' || (negated && degree === 'comparative')) direction = opposite(direction);
  if (tone === 'too' ? isShown(heard) : degree === 'comparative')
    return [{ kind: 'compare', attribute, direction, words }];
  const mild = tone === 'mild' || (negated && degree === 'positive') || tone === 'too';
  if (mild && tone !== 'too') direction = opposite(direction);
  else if (negated) return [];
  const scale = heard.scales.find((candidate) => candidate.attribute === attribute);
  if (!scale) return [];
  const share = mild ? SHARE.mild : degree === 'positive' && tone === 'very' ? SHARE.very : SHARE[degree];
  const among = degree === 'positive' ? [] : heard.context.wishes;
  const limit = boundOf(heard.catalog, scale, direction, share, among);
  const wish: Wish = { kind: 'range', attribute, ...(direction === 'less' ? { high: limit } : { low: limit }) };
  return [{ kind: 'wish', wish, words }];
}

const isShown = (heard: Heard): boolean => (heard.context.recommended?.length ?? 0) > 0;

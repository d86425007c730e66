/**
 * Reads a number with the words that bound it: "under 1,000", "at least 16 GB", "between 500 and 800", "3 kg or less".
 * @module
 */
import { type Quantity, quantityAt, unitAt } from './numbers.ts';
import { type Bound, bounds } from './signs.ts';
import type { Token } from './tokens.ts';
import { ADJECTIVES, type Adjective } from './words/adjectives.ts';
import { UNITS } from './words/units.ts';

/** A bounded number, in the unit in which it was said. */
export interface Span {
  readonly low?: number;
  readonly high?: number;
  readonly exclusive?: boolean;
  /** `bare`: the number alone; `around`: about so much; `bounded`: bounds were said. */
  readonly manner: 'bare' | 'around' | 'exact' | 'bounded';
  /** Unit and precision. */
  readonly quantity: Quantity;
  /** "cheaper than", "10 km long": what the number is about. */
  readonly adjective?: Adjective;
  /** Tokens it takes. */
  readonly length: number;
}

const SKIPPED = new Set(['of', 'the', 'only', 'just', 'is', 'be', ':', 'a', 'total']);
const JOINING = new Set(['to', '-', 'and', 'or', 'until', 'till', '/', 'through']);

interface Opening {
  readonly signs: Set<Bound>;
  readonly adjective?: Adjective;
  readonly end: number;
}

function openingAt(tokens: readonly Token[], at: number): Opening {
  const signs = new Set<Bound>();
  let adjective: Adjective | undefined;
  let i = at;
  for (let step = 0; step < 3 && i < tokens.length; step++) {
    const form = ADJECTIVES.get(tokens[i].text);
    if (
      form?.degree === 'comparative' &&
      tokens[i + 1]?.text === 'than' &&
      !['more', 'less', 'fewer'].includes(tokens[i].text)
    ) {
      signs.add(form.adjective.direction === 'less' ? 'lessThan' : 'moreThan');
      adjective = form.adjective;
      i += 2;
      continue;
    }
    const found = bounds
      .starting(tokens, i)
      .filter(({ sign }) => sign !== 'orMore' && sign !== 'orLess' && sign !== 'orSo');
    if (found.length === 0) break;
    for (const { sign, length } of found) if (length === found[0].length) signs.add(sign);
    i += found[0].length;
    while (i < tokens.length && SKIPPED.has(tokens[i].text) && !quantityAt(tokens, i)) i++;
  }
  return { signs, adjective, end: i };
}

/** The bounded number that starts at `at`, or undefined. */
export function spanAt(tokens: readonly Token[], at: number): Span | undefined {
  const opening = openingAt(tokens, at);
  if (opening.end >= tokens.length) return undefined;
  let first = quantityAt(tokens, opening.end);
  if (!first) return undefined;
  if (first.article && opening.signs.size === 0 && !first.units.some((unit) => unit.dimension === 'time'))
    return undefined;
  let end = opening.end + first.length;
  let plus = false;
  if (tokens[end]?.text === '+' && tokens[end].glued) {
    plus = true;
    end++;
    const unit = first.units.length === 0 && end < tokens.length ? unitAt(tokens, end) : undefined;
    if (unit) {
      first = { ...first, units: unit.units, unitWord: tokens[end].lemma };
      end += unit.length;
    }
  }

  end += rateAt(tokens, end, first);
  let second: Quantity | undefined;
  const joint = tokens[end];
  if (
    joint &&
    JOINING.has(joint.text) &&
    end + 1 < tokens.length &&
    (joint.text !== 'and' || opening.signs.has('between'))
  ) {
    second = quantityAt(tokens, end + 1);
    if (second?.article) second = undefined;
    // "16 GB/512 GB" are two things, "16/32 GB" two of one.
    if (second && joint.text === '/' && first.units.length > 0) second = undefined;
    if (second && joint.text === 'or' && !(first.units.length === 0 || second.units.length > 0)) second = undefined;
    if (second && second.value < first.value && joint.text !== 'or' && !opening.signs.has('between'))
      second = undefined;
  }
  if (second) {
    end += 1 + second.length;
    const unit = second.units.length > 0 ? second : first;
    // "2 or 3 days": the unit said last holds for both; "500 g to 2 kg": each has its own.
    const factor = first.units.length > 0 ? ratio(first, second) : 1;
    const values = [first.value * factor, second.value].sort((a, b) => a - b);
    const quantity = {
      ...second,
      units: unit.units,
      unitWord: unit.unitWord,
      decimals: Math.max(first.decimals, second.decimals),
    };
    const around = opening.signs.has('around') && !opening.signs.has('between');
    return withAdjective(tokens, end, {
      low: values[0],
      high: values[1],
      manner: around ? 'around' : 'bounded',
      quantity,
      adjective: opening.adjective,
      length: end - at,
    });
  }

  const signs = opening.signs;
  const after = end < tokens.length ? bounds.starting(tokens, end).filter(({ sign }) => sign.startsWith('or')) : [];
  const post = after.find(
    ({ sign, length }) => sign !== 'orMore' || length > 1 || !quantityAfter(tokens, end + length),
  );
  let bound: Bound | undefined = plus ? 'orMore' : undefined;
  for (const sign of ['atMost', 'lessThan', 'atLeast', 'moreThan', 'around', 'exactly'] as const) {
    if (signs.has(sign) && bound === undefined) bound = sign;
  }
  if (
    post &&
    (bound === undefined || bound === 'around') &&
    !(post.sign === 'orMore' && tokens[end].text === '+' && !tokens[end].glued)
  ) {
    bound = post.sign === 'orSo' ? 'around' : post.sign;
    end += post.length;
  }
  return withAdjective(tokens, end, {
    ...limits(bound, first.value),
    quantity: first,
    adjective: opening.adjective,
    length: end - at,
  });
}

/** "1,300 a month", "30 € per person": what the sum is for takes no part. */
function rateAt(tokens: readonly Token[], at: number, { units }: Quantity): number {
  if (
    !['a', 'per', 'each', 'every', '/'].includes(tokens[at]?.text) ||
    units.some(({ dimension }) => dimension !== 'currency')
  )
    return 0;
  const next = tokens[at + 1];
  const isTime = next !== undefined && UNITS.get(next.lemma)?.some(({ dimension }) => dimension === 'time');
  return isTime || ['person', 'head', 'piece', 'bottle', 'item', 'night'].includes(next?.lemma) ? 2 : 0;
}

function quantityAfter(tokens: readonly Token[], at: number): boolean {
  return at < tokens.length && quantityAt(tokens, at) !== undefined;
}

function ratio(from: Quantity, to: Quantity): number {
  for (const a of from.units) for (const b of to.units) if (a.dimension === b.dimension) return a.factor / b.factor;
  return 1;
}

function limits(bound: Bound | undefined, value: number): Pick<Span, 'low' | 'high' | 'exclusive' | 'manner'> {
  if (bound === 'atLeast' || bound === 'orMore') return { low: value, manner: 'bounded' };
  if (bound === 'moreThan') return { low: value, exclusive: true, manner: 'bounded' };
  if (bound === 'atMost' || bound === 'orLess') return { high: value, manner: 'bounded' };
  if (bound === 'lessThan') return { high: value, exclusive: true, manner: 'bounded' };
  const manner = bound === 'around' ? 'around' : bound === 'exactly' ? 'exact' : 'bare';
  return { low: value, high: value, manner };
}

/** "10 km long", "2 kg heavy": the adjective says what the number is about. */
function withAdjective(tokens: readonly Token[], end: number, span: Span): Span {
  const form = end < tokens.length ? ADJECTIVES.get(tokens[end].text) : undefined;
  if (
    form?.degree !== 'positive' ||
    span.quantity.units.length === 0 ||
    form.adjective.about[0] === '#never' ||
    form.adjective.good
  )
    return span;
  return { ...span, adjective: form.adjective, length: span.length + 1 };
}

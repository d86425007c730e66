/**
 * Reads a number with the words that bound it: "under 1,000", "at least 16 GB", "between 500 and 800", "3 kg or less".
 * @module
 */
import { type Quantity, quantityAt, unitAt } from './numbers.ts';
import { type Bound, bounds } from './signs.ts';
import { firstAt, JOINING, type Opening, openingAt, POSTFIX } from './span-opening.ts';
import type { Token } from './tokens.ts';
import { ADJECTIVES, type Adjective } from './words/adjectives.ts';

/** A bounded number, in the unit in which it was said. */
export interface Span {
  readonly low?: number;
  readonly high?: number;
  readonly exclusive?: boolean;
  /** `bare`: the number alone; `around`: about so much; `exact`: just that; `bounded`: bounds were said. */
  readonly manner: 'bare' | 'around' | 'exact' | 'bounded';
  /** Unit and precision. */
  readonly quantity: Quantity;
  /** "cheaper than", "10 km long": what the number is about. */
  readonly adjective?: Adjective;
  /** Tokens it takes. */
  readonly length: number;
}

type Limits = Pick<Span, 'low' | 'high' | 'exclusive' | 'manner'>;

/** The bounded number that starts at `at`, or undefined. */
export function spanAt(tokens: readonly Token[], at: number): Span | undefined {
  const opening = openingAt(tokens, at);
  const first = opening.end < tokens.length ? firstAt(tokens, opening) : undefined;
  if (!first) return undefined;
  const end = opening.end + first.length;
  const second = secondAt(tokens, end, first, opening);
  const closed = second ?? closingAt(tokens, end, first, opening);
  // "10 km long", "2 kg heavy": the adjective after it says what the number is about.
  const form = ADJECTIVES.get(tokens[closed.end]?.text);
  const trails =
    form?.degree === 'positive' &&
    first.units.length > 0 &&
    form.adjective.about[0] !== '#never' &&
    !form.adjective.good;
  const adjective = opening.adjective ?? (trails ? form.adjective : undefined);
  return {
    ...closed.limits,
    quantity: closed.quantity,
    ...(adjective && { adjective }),
    length: closed.end - at + (trails ? 1 : 0),
  };
}

interface Closed {
  readonly limits: Limits;
  readonly quantity: Quantity;
  readonly end: number;
}

/** "500 to 800 €", "2 or 3 days", "between five and seven hundred". The unit said last holds for both. */
function secondAt(tokens: readonly Token[], at: number, first: Quantity, { signs }: Opening): Closed | undefined {
  const joint = tokens[at]?.text;
  if (!JOINING.has(joint) || at + 1 >= tokens.length || (joint === 'and' && !signs.has('between'))) return undefined;
  const second = quantityAt(tokens, at + 1);
  if (!second || second.article) return undefined;
  // "16 GB/512 GB" are two things, "16/32 GB" two of one.
  if (first.units.length > 0 && (joint === '/' || (joint === 'or' && second.units.length === 0))) return undefined;
  // "16 to 8" is no range; "-5 to -10" is one.
  const backwards = second.value >= 0 && second.value < first.value;
  if (backwards && joint !== 'or' && !signs.has('between') && first.units.length === 0) return undefined;
  const times = first.multiplier ? 1 : (second.multiplier ?? 1);
  const scaled = first.value * times <= second.value ? first.value * times : first.value;
  const unit = second.units.length > 0 ? second : first;
  const [low, high] = [scaled * (first.units.length > 0 ? ratio(first, second) : 1), second.value].sort(
    (a, b) => a - b,
  );
  const manner = signs.has('around') && !signs.has('between') ? 'around' : 'bounded';
  const decimals = Math.max(first.decimals, second.decimals);
  const quantity = { ...second, units: unit.units, unitWord: unit.unitWord, decimals };
  return { limits: { low, high, manner }, quantity, end: at + 1 + second.length };
}

function ratio(from: Quantity, to: Quantity): number {
  for (const a of from.units) for (const b of to.units) if (a.dimension === b.dimension) return a.factor / b.factor;
  return 1;
}

/** What stands after a single number: "16+ GB", "or more", "max", "or so". */
function closingAt(tokens: readonly Token[], at: number, first: Quantity, { signs }: Opening): Closed {
  let quantity = first;
  let end = at;
  let bound = ORDER.find((sign) => signs.has(sign));
  const plus = tokens[end]?.text === '+' && tokens[end].glued;
  if (plus) {
    bound ??= 'orMore';
    end++;
    const unit = first.units.length === 0 && end < tokens.length ? unitAt(tokens, end) : undefined;
    if (unit) {
      quantity = { ...first, units: unit.units, unitWord: tokens[end].lemma };
      end += unit.length;
    }
  }
  if (end < tokens.length && (bound === undefined || bound === 'around')) {
    const after = bounds.starting(tokens, end).find(({ sign, length }) => {
      if (!POSTFIX.has(sign) || tokens[end].text === '+') return false;
      // In "16 GB, at least 512 GB" the bound belongs to the next number.
      return sign === 'orSo' || end + length >= tokens.length || !quantityAt(tokens, end + length);
    });
    if (after) {
      bound = after.sign === 'orSo' ? 'around' : after.sign;
      end += after.length;
    }
  }
  return { limits: limitsOf(bound, first.value), quantity, end };
}

/** Of several bounds the one that rules: "not more than about 700" is at most that. */
const ORDER: readonly Bound[] = ['atMost', 'lessThan', 'atLeast', 'moreThan', 'around', 'exactly'];

function limitsOf(bound: Bound | undefined, value: number): Limits {
  if (bound === 'atLeast' || bound === 'orMore') return { low: value, manner: 'bounded' };
  if (bound === 'moreThan') return { low: value, exclusive: true, manner: 'bounded' };
  if (bound === 'atMost' || bound === 'orLess') return { high: value, manner: 'bounded' };
  if (bound === 'lessThan') return { high: value, exclusive: true, manner: 'bounded' };
  const manner = bound === 'around' ? 'around' : bound === 'exactly' ? 'exact' : 'bare';
  return { low: value, high: value, manner };
}

/**
 * Adjectives in a clause: of which number, which way, how far; or of which ordered category.
 * @module
 */
import { type Bench, isGap, isLoose, isNegation, signOf } from './bench.ts';
import type { Tone } from './operands.ts';
import type { Grade } from './orders.ts';
import { type Scale, scaleFor } from './scales.ts';
import type { Adjective, Degree } from './words/adjectives.ts';

type Direction = 'less' | 'more';
const opposite = (direction: Direction): Direction => (direction === 'less' ? 'more' : 'less');

/** An adjective with the words that tone it: chunks `first` to `last`. */
interface Toned {
  readonly adjective: Adjective;
  readonly direction: Direction;
  readonly degree: Degree;
  readonly tone: Tone;
  readonly first: number;
  readonly last: number;
}

/** Reads every adjective that says something about this catalogue. */
export function readAdjectives(bench: Bench): void {
  bench.chunks.forEach((chunk, c) => {
    if (chunk.kind !== 'adjective' || bench.used.has(c)) return;
    if (isHurry(bench, c) || turnsValue(bench, c)) return;
    const toned = toneOf(bench, c);
    const { side, scale } = scaleMeant(bench, toned);
    if (scale) {
      const { degree, tone, first, last } = toned;
      const flipped = toned.adjective.good && scale.lessIsBetter;
      const direction = flipped ? opposite(toned.direction) : toned.direction;
      const sides = side === undefined ? [] : [side];
      bench.put({ kind: 'degree', attribute: scale.attribute, direction, degree, tone }, first, c, last, ...sides);
      return;
    }
    const grade = bench.heard.orders.grade(chunk.text);
    if (grade) bench.put({ kind: 'value', ...valuesOf(bench, grade), negated: false, partial: false }, c);
  });
}

/** "Quick, one trip, now": by itself, not asked for, a word to the assistant. */
function isHurry({ chunks, heard, scaleOf }: Bench, c: number): boolean {
  const chunk = chunks[c];
  if (chunk.kind !== 'adjective' || (chunk.text !== 'quick' && chunk.text !== 'fast')) return false;
  const next = chunks[c + 1];
  return (
    (next === undefined || next.kind === 'break') &&
    signOf(chunks[c - 1]) === undefined &&
    !scaleOf(heard.context.asked?.attribute)
  );
}

/** "More", "less", "most", "least" before another adjective; "too", "not too", "very" before; "enough", "as possible" after. */
function toneOf({ chunks, heard, step }: Bench, c: number): Toned {
  const chunk = chunks[c];
  if (chunk.kind !== 'adjective') throw new TypeError('not an adjective');
  let { adjective, degree } = chunk;
  let { direction } = adjective;
  let [first, last] = [c, c];
  const next = chunks[c + 1];
  if (AMOUNTS.has(chunk.text) && next?.kind === 'adjective' && next.degree === 'positive') {
    direction = direction === 'less' ? opposite(next.adjective.direction) : next.adjective.direction;
    adjective = next.adjective;
    last = c + 1;
  }
  let tone: Tone = 'plain';
  const sign = signOf(chunks[c - 1]);
  if (sign === 'too' || sign === 'mild' || sign === 'very') {
    tone = sign;
    first = c - 1;
    const negation = step(first, -1);
    if (tone === 'too' && isNegation(chunks[negation])) [tone, first] = ['mild', negation];
  }
  const negation = step(first, -1);
  if (PLENTY.has(chunk.text) && isNegation(chunks[negation])) {
    [direction, first] = [opposite(direction), negation];
  }
  const after = chunks[last].to;
  if (tone === 'very' && heard.tokens[after]?.text === 'as' && heard.tokens[after + 1]?.lemma === 'possible') {
    degree = 'superlative';
  }
  if (signOf(chunks[last + 1]) === 'enough' && degree === 'positive') {
    // "Not big enough" asks for a bigger one.
    const negation = step(first, -1);
    if (isNegation(chunks[negation])) [degree, tone, first] = ['comparative', 'plain', negation];
    last += 1;
  }
  return { adjective, direction, degree, tone, first, last };
}

/** "Not much" is little. */
const PLENTY = new Set(['much', 'many', 'lot', 'lots']);
const AMOUNTS = new Set(['more', 'less', 'most', 'least']);

/** The number named right after ("a bigger screen") or before ("the price is too high"); else the adjective's own; else the one asked. */
function scaleMeant(bench: Bench, { adjective, first, last }: Toned): { side?: number; scale?: Scale } {
  const { chunks, heard, step, numberNamed } = bench;
  const after = step(last, 1, (chunk) => isGap(chunk) || signOf(chunk) === 'very');
  for (const side of [after, step(first, -1, isLoose)]) {
    const scale = numberNamed(side);
    if (scale && (adjective.generic || scaleFor(adjective, [scale]))) return { side, scale };
  }
  const asked = heard.context.asked?.attribute;
  const own = scaleFor(adjective, heard.scales, asked);
  if (own) return { scale: own };
  const sole = chunks.every(
    (chunk, i) => (i >= first && i <= last) || isGap(chunk) || chunk.kind === 'operator' || chunk.kind === 'break',
  );
  return adjective.generic && !adjective.good && sole ? { scale: bench.scaleOf(asked) } : {};
}

/** "Less sweet", "the most difficult": an amount before a value that has its place in an order. */
function turnsValue(bench: Bench, c: number): boolean {
  const { chunks, heard } = bench;
  const [amount, next] = [chunks[c], chunks[c + 1]];
  if (amount.kind !== 'adjective' || !AMOUNTS.has(amount.text) || next?.kind !== 'mention') return false;
  const reading = next.readings.find(({ values }) => values?.length === 1);
  const side = reading?.values && heard.orders.side(reading.attribute, reading.values[0]);
  if (!reading?.values || !side) return false;
  const direction = amount.adjective.direction === 'less' ? opposite(side) : side;
  const grade: Grade = { attribute: reading.attribute, value: reading.values[0], direction, degree: amount.degree };
  bench.put({ kind: 'value', ...valuesOf(bench, grade), negated: false, partial: false }, c, c + 1);
  return true;
}

/** "Easier" is easier than what was shown; with nothing shown, easy. "The easiest" is the easiest there is. */
function valuesOf({ heard }: Bench, grade: Grade): { attribute: number; values: number[] } {
  const { orders, context } = heard;
  const { attribute, value, direction, degree } = grade;
  if (degree === 'superlative') return { attribute, values: [orders.end(attribute, direction)] };
  const shown = orders.beyondItems(attribute, context.recommended ?? [], direction);
  if (shown && shown.length > 0) return { attribute, values: shown };
  if (shown || orders.side(attribute, value) !== direction)
    return { attribute, values: [orders.end(attribute, direction)] };
  return { attribute, values: orders.beyond(attribute, value, direction, true) };
}

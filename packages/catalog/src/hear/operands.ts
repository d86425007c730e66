/**
 * From chunks to the things that a clause is about: values, yes/no attributes, ranges, degrees, attributes, items.
 * @module
 */
import type { Wish } from '../table/wish.ts';
import type { Chunk } from './chunks.ts';
import type { Heard } from './heard.ts';
import type { Reading } from './lexicon.ts';
import { ownerOf, rangeWish } from './owner.ts';
import { type Scale, scaleFor } from './scales.ts';
import type { Span } from './span.ts';
import type { Degree } from './words/adjectives.ts';

/** How an adjective was toned: "very", "not too", "too", "enough". */
export type Tone = 'plain' | 'very' | 'mild' | 'too';

/** One thing a clause is about; `from` and `to` are tokens. */
export type Operand = { readonly from: number; readonly to: number } & (
  | {
      readonly kind: 'value';
      readonly attribute: number;
      readonly values: readonly number[];
      readonly negated: boolean;
      readonly partial: boolean;
    }
  | { readonly kind: 'flag'; readonly attribute: number; readonly negated: boolean }
  | {
      readonly kind: 'range';
      readonly attribute: number;
      readonly wish: Extract<Wish, { kind: 'range' }>;
      readonly bounded: boolean;
    }
  | {
      readonly kind: 'degree';
      readonly attribute: number;
      readonly direction: 'less' | 'more';
      readonly degree: Degree;
      readonly tone: Tone;
    }
  | { readonly kind: 'about'; readonly attribute: number }
  | { readonly kind: 'rank'; readonly rank: number }
  /** A number that counts something: "3 laptops", "two dogs". */
  | { readonly kind: 'tally' }
  | { readonly kind: 'stray' }
);

const isGap = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'filler' || chunk?.kind === 'noun' || chunk?.kind === 'pronoun';

/** The reading meant, where there are several: of an attribute named nearby, or asked, or the strongest. */
function choose(readings: readonly Reading[], near: ReadonlySet<number>, asked: number | undefined): Reading {
  const weight = (reading: Reading): number =>
    reading.strength +
    (near.has(reading.attribute) && reading.values ? 4 : 0) +
    (reading.attribute === asked ? 2.5 : 0);
  return readings.reduce((best, reading) => (weight(reading) > weight(best) ? reading : best));
}

/** Reads one clause. `dangling` is an attribute that the clause before named and said nothing of. */
export function operandsOf(heard: Heard, chunks: readonly Chunk[], dangling?: number): Operand[] {
  const { catalog, scales, context } = heard;
  const asked = context.asked?.attribute;
  const scaleOf = (attribute: number): Scale | undefined => scales.find((scale) => scale.attribute === attribute);
  const used = new Set<number>();
  const found: (Operand & { readonly order: number })[] = [];
  const put = (order: number, operand: Operand): void => {
    found.push({ ...operand, order });
  };
  const named = (chunk: Chunk | undefined): Reading | undefined =>
    chunk?.kind === 'mention' ? chunk.readings.find((reading) => reading.values === undefined) : undefined;
  const near = new Set(
    chunks
      .map(named)
      .filter((reading) => reading !== undefined)
      .map((reading) => reading.attribute),
  );
  const step = (from: number, by: 1 | -1, over: (chunk: Chunk) => boolean = isGap): number => {
    let i = from + by;
    while (i >= 0 && i < chunks.length && over(chunks[i])) i += by;
    return i;
  };
  const loose = (chunk: Chunk): boolean =>
    isGap(chunk) ||
    (chunk.kind === 'operator' && ['preposition', 'want', 'instead', 'very', 'also'].includes(chunk.sign)) ||
    chunk.kind === 'break';
  const numberNamed = (i: number): number | undefined => {
    const reading = used.has(i) ? undefined : named(chunks[i]);
    return reading && scaleOf(reading.attribute) ? reading.attribute : undefined;
  };

  chunks.forEach((chunk, c) => {
    const place = { from: chunk.from, to: chunk.to };
    if (chunk.kind === 'rank') put(c, { kind: 'rank', rank: chunk.rank, ...place });
    if (chunk.kind === 'span') {
      const before = step(c, -1, loose);
      const after = step(c, 1);
      const unitless = chunk.span.quantity.units.length === 0;
      if (unitless && chunk.span.manner === 'bare' && isCountOfItems(chunks, c))
        return put(c, { kind: 'tally', ...place });
      const hints = [before, after].map((i) => numberNamed(i));
      const owner = ownerOf(chunk.span, scales, {
        named: [...hints, dangling].filter((attribute) => attribute !== undefined),
        asked,
        counted: isCounted(chunk.span, chunks[c + 1]),
      });
      if (owner) {
        const attribute = owner.scale.attribute;
        const side = [before, after].find((_, k) => hints[k] === attribute);
        if (side !== undefined) used.add(side);
        const wish = rangeWish(chunk.span, owner);
        const from = side !== undefined ? Math.min(chunk.from, chunks[side].from) : chunk.from;
        const to = side !== undefined ? Math.max(chunk.to, chunks[side].to) : chunk.to;
        put(c, { kind: 'range', attribute, wish, bounded: chunk.span.manner !== 'bare', from, to });
        return;
      }
      const value = chunk.weak?.find(
        (reading) => reading.values && (near.has(reading.attribute) || reading.attribute === asked),
      );
      if (value?.values && chunk.span.manner === 'bare') {
        put(c, {
          kind: 'value',
          attribute: value.attribute,
          values: value.values,
          negated: false,
          partial: false,
          ...place,
        });
      } else put(c, { kind: chunks[c + 1]?.kind === 'mention' && unitless ? 'tally' : 'stray', ...place });
    }
  });

  chunks.forEach((chunk, c) => {
    if (chunk.kind !== 'adjective' || used.has(c)) return;
    let { adjective, degree } = chunk;
    let last = c;
    let direction = adjective.direction;
    const next = chunks[c + 1];
    if (
      ['more', 'less', 'most', 'least'].includes(chunk.text) &&
      next?.kind === 'adjective' &&
      next.degree === 'positive'
    ) {
      if (direction === 'less') direction = next.adjective.direction === 'less' ? 'more' : 'less';
      else direction = next.adjective.direction;
      adjective = next.adjective;
      last = c + 1;
      used.add(last);
    }
    const before = chunks[c - 1];
    let tone: Tone = 'plain';
    let first = c;
    if (before?.kind === 'operator' && (before.sign === 'too' || before.sign === 'mild' || before.sign === 'very')) {
      tone = before.sign;
      first = c - 1;
      const negation = step(first, -1);
      const not = chunks[negation];
      if (tone === 'too' && not?.kind === 'operator' && not.sign === 'not') {
        tone = 'mild';
        first = negation;
      }
    }
    if (chunk.degree === 'positive' && tone === 'very' && heard.tokens[chunks[last].to]?.text === 'as') {
      if (heard.tokens[chunks[last].to + 1]?.lemma === 'possible') degree = 'superlative';
    }
    if (
      chunks[last + 1]?.kind === 'operator' &&
      heard.tokens[chunks[last + 1].from].text === 'enough' &&
      degree === 'positive'
    ) {
      const not = chunks[first - 1];
      if (tone !== 'mild' && not?.kind === 'operator' && not.sign === 'not') tone = 'plain';
      degree = tone === 'mild' || (not?.kind === 'operator' && not.sign === 'not') ? 'comparative' : 'positive';
      tone = 'plain';
    }
    // The attribute named right after ("a bigger screen") or before ("the price is too high").
    const targets = [
      step(last, 1, (x) => isGap(x) || (x.kind === 'operator' && x.sign === 'very')),
      step(first, -1, loose),
    ];
    let side: number | undefined;
    let scale: Scale | undefined;
    for (const target of targets) {
      const attribute = numberNamed(target);
      if (attribute === undefined || scale) continue;
      const candidate = scaleOf(attribute);
      if (!candidate || !(adjective.generic || scaleFor(adjective, [candidate]))) continue;
      scale = candidate;
      side = target;
    }
    scale ??= scaleFor(adjective, scales, asked);
    if (!scale && adjective.generic && !adjective.good && asked !== undefined && isSoleAdjective(chunks, first, last))
      scale = scaleOf(asked);
    if (!scale) {
      used.delete(c + 1);
      return;
    }
    if (adjective.good && scale.lessIsBetter) direction = direction === 'more' ? 'less' : 'more';
    if (side !== undefined) used.add(side);
    used.add(c);
    const sides = side === undefined ? [] : [chunks[side]];
    put(c, {
      kind: 'degree',
      attribute: scale.attribute,
      direction,
      degree,
      tone,
      from: Math.min(chunks[first].from, ...sides.map((x) => x.from)),
      to: Math.max(chunks[last].to, ...sides.map((x) => x.to)),
    });
  });

  chunks.forEach((chunk, c) => {
    if (chunk.kind !== 'mention' || used.has(c)) return;
    if (chunk.weak && !isSupported(heard, chunks, c, near)) return;
    const reading = choose(chunk.readings, near, asked);
    const { attribute, values } = reading;
    const place = { from: chunk.from, to: chunk.to };
    if (values)
      put(c, { kind: 'value', attribute, values, negated: chunk.negated, partial: reading.strength < 2, ...place });
    else if (catalog.attributes[attribute].type === 'boolean')
      put(c, { kind: 'flag', attribute, negated: chunk.negated, ...place });
    else put(c, { kind: 'about', attribute, ...place });
  });

  const valued = new Set(
    found.filter((operand) => operand.kind === 'value').map((operand) => operand.kind === 'value' && operand.attribute),
  );
  return found
    .filter((operand) => !(operand.kind === 'about' && valued.has(operand.attribute)))
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...operand }) => operand as Operand);
}

/** "Two kids", "3 red ones": the number counts something that has no number here. */
function isCounted({ quantity }: Span, next: Chunk | undefined): boolean {
  if (next?.kind === 'unknown') return true;
  return next?.kind === 'mention' && Number.isInteger(quantity.value) && quantity.value < 100;
}

/** "3 laptops", "show me two": a number of items, not a wish. */
function isCountOfItems(chunks: readonly Chunk[], c: number): boolean {
  const before = chunks[c - 1];
  const after = chunks[c + 1];
  return after?.kind === 'noun' || (before?.kind === 'act' && before.sign === 'show');
}

function isSoleAdjective(chunks: readonly Chunk[], first: number, last: number): boolean {
  return chunks.every(
    (chunk, i) => (i >= first && i <= last) || isGap(chunk) || chunk.kind === 'operator' || chunk.kind === 'break',
  );
}

/** A stop word or single letter is a value only after "in", beside its attribute's name, or as the whole answer to the question. */
function isSupported(heard: Heard, chunks: readonly Chunk[], c: number, near: ReadonlySet<number>): boolean {
  const chunk = chunks[c];
  if (chunk.kind !== 'mention') return false;
  const { readings } = chunk;
  if (readings.some((reading) => near.has(reading.attribute))) return true;
  if (heard.tokens[chunk.from].kind === 'number') return false;
  const before = heard.tokens[chunk.from - 1]?.text;
  if (before === 'in' && heard.tokens[chunk.from].text.length > 2) return true;
  const asked = readings.some((reading) => reading.attribute === heard.context.asked?.attribute);
  return (
    asked &&
    chunks.every(
      (other, i) =>
        i === c ||
        isGap(other) ||
        other.kind === 'break' ||
        (other.kind === 'mention' && !other.weak) ||
        other.kind === 'operator',
    )
  );
}

/**
 * Numbers in a clause: each finds its attribute, or is a count of things, or strays.
 * @module
 */
import { type Bench, isLoose } from './bench.ts';
import type { Chunk } from './chunks.ts';
import { ownerOf } from './owner.ts';
import { rangeWish } from './range-wish.ts';
import type { Scale } from './scales.ts';
import type { Span } from './span.ts';

/** Reads every number. `dangling` is an attribute that the clause before left open: "the price? under 800". */
export function readNumbers(bench: Bench, dangling?: number): void {
  const { chunks, heard } = bench;
  chunks.forEach((chunk, c) => {
    if (chunk.kind === 'span') readNumber(bench, chunk.span, c, dangling);
  });

  function readNumber({ near, put, step, numberNamed }: Bench, span: Span, c: number, left?: number): void {
    const bare = span.manner === 'bare' && span.quantity.units.length === 0;
    if (bare && isCountOfItems(chunks, c)) {
      put({ kind: 'tally' }, c);
      return;
    }
    const sides = [step(c, -1, isLoose), step(c, 1)];
    const hints = sides.map((side) => numberNamed(side)?.attribute);
    hints[1] ??= unitAfter(bench, c)?.attribute;
    const asked = heard.context.asked?.attribute;
    const owner = ownerOf(span, heard.scales, {
      named: [...hints, left].filter((attribute) => attribute !== undefined),
      asked,
      counted: isCounted(span, chunks[c + 1]),
    });
    if (owner) {
      const { attribute } = owner.scale;
      const named = sides.filter((_, k) => hints[k] === attribute).slice(0, 1);
      const bounded = span.manner !== 'bare';
      put({ kind: 'range', attribute, wish: rangeWish(span, owner), bounded }, c, ...named);
      return;
    }
    const weak = chunks[c].kind === 'span' ? (chunks[c].weak ?? []) : [];
    const value = weak.find(
      (reading) => reading.values && (near.has(reading.attribute) || reading.attribute === asked),
    );
    if (value?.values && span.manner === 'bare') {
      put({ kind: 'value', attribute: value.attribute, values: value.values, negated: false, partial: false }, c);
      return;
    }
    put({ kind: bare && chunks[c + 1]?.kind === 'mention' ? 'tally' : 'stray' }, c);
  }
}

/** The attribute whose own unit follows the number: "4 pts". */
function unitAfter({ heard, chunks }: Bench, c: number): Scale | undefined {
  const next = chunks[c + 1];
  if (next?.kind !== 'unknown' || next.to - next.from > 1) return undefined;
  return heard.scales.find(({ ownUnit }) => ownUnit === heard.tokens[next.from].lemma);
}

/** "Two kids", "3 red ones": the number counts something that has no number here. */
function isCounted({ quantity }: Span, next: Chunk | undefined): boolean {
  if (next?.kind === 'unknown') return true;
  return next?.kind === 'mention' && Number.isInteger(quantity.value) && quantity.value < 100;
}

/** "3 laptops", "show me two": a number of items, not a wish. */
function isCountOfItems(chunks: readonly Chunk[], c: number): boolean {
  const before = chunks[c - 1];
  return chunks[c + 1]?.kind === 'noun' || (before?.kind === 'act' && before.sign === 'show');
}

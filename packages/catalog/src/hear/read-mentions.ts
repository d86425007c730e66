/**
 * Values and yes/no attributes in a clause.
 * @module
 */
import { type Bench, isGap, isNegation, signOf } from './bench.ts';
import { cycleBeside, cycleBetween } from './calendar.ts';
import type { Reading } from './lexicon.ts';

/** Reads every mention that no number or adjective has used. */
export function readMentions(bench: Bench): void {
  const { chunks, heard, used, put } = bench;
  chunks.forEach((chunk, c) => {
    if (chunk.kind !== 'mention' || used.has(c)) return;
    if (readCycle(bench, c)) return;
    if (chunk.weak && !isSupported(bench, c)) return;
    const reading = choose(bench, chunk.readings);
    const { attribute, values } = reading;
    if (values) readValue(bench, c, attribute, values, chunk.negated, reading.strength < 2);
    else if (heard.catalog.attributes[attribute].type !== 'boolean') put({ kind: 'about', attribute }, c);
    else put({ kind: 'flag', attribute, negated: chunk.negated }, c);
  });
}

/** The reading meant, where there are several: of an attribute named nearby, or asked, or the strongest. */
function choose({ near, heard }: Bench, readings: readonly Reading[]): Reading {
  const asked = heard.context.asked?.attribute;
  const weight = ({ strength, attribute, values }: Reading): number =>
    strength + (near.has(attribute) && values ? 4 : 0) + (attribute === asked ? 2.5 : 0);
  return readings.reduce((best, reading) => (weight(reading) > weight(best) ? reading : best));
}

const UNTIL = new Set(['to', '-', 'until', 'till', 'through']);

/** "From May to September", "before June". */
function readCycle({ heard, chunks, put }: Bench, c: number): boolean {
  const [from, joint, to] = chunks.slice(c, c + 3);
  const before = chunks[c - 1] && heard.tokens[chunks[c - 1].from].text;
  for (const { attribute, values } of from.kind === 'mention' ? from.readings : []) {
    if ((before !== 'before' && before !== 'after') || values?.length !== 1) continue;
    const beside = cycleBeside(heard.catalog.attributes[attribute], values[0], before);
    if (!beside) continue;
    put({ kind: 'value', attribute, values: beside, negated: false, partial: false }, c - 1, c);
    return true;
  }
  if (from.kind !== 'mention' || to?.kind !== 'mention' || !UNTIL.has(heard.tokens[joint.from].text)) return false;
  for (const { attribute, values } of from.readings) {
    const end = to.readings.find((reading) => reading.attribute === attribute)?.values;
    if (values?.length !== 1 || end?.length !== 1) continue;
    const between = cycleBetween(heard.catalog.attributes[attribute], values[0], end[0]);
    if (!between) continue;
    put({ kind: 'value', attribute, values: between, negated: false, partial: false }, c, c + 1, c + 2);
    return true;
  }
  return false;
}

/** A value, with "not too" or "too" before it: in an order these reach beyond it ("not too hard" rules out the hardest, too). */
function readValue(
  bench: Bench,
  c: number,
  attribute: number,
  values: readonly number[],
  negated: boolean,
  partial: boolean,
): void {
  const { chunks, heard, step, put } = bench;
  const sign = signOf(chunks[c - 1]);
  const side = values.length === 1 ? heard.orders.side(attribute, values[0]) : undefined;
  const negation = step(c - 1, -1);
  const mild = sign === 'mild' || (sign === 'too' && isNegation(chunks[negation]));
  if (mild || (sign === 'too' && side)) {
    const beyond = side ? heard.orders.beyond(attribute, values[0], side, true) : values;
    const shown =
      side &&
      !mild &&
      heard.orders.beyondItems(attribute, heard.context.recommended ?? [], side === 'less' ? 'more' : 'less');
    const at = sign === 'too' && mild ? [negation, c] : [c - 1, c];
    if (shown && shown.length > 0) put({ kind: 'value', attribute, values: shown, negated: false, partial }, ...at);
    else put({ kind: 'value', attribute, values: beyond, negated: true, partial }, ...at);
    return;
  }
  put({ kind: 'value', attribute, values, negated, partial }, c);
}

const INSIDE = new Set(['in', 'from', 'until', 'till', 'through', 'during', 'since']);

/**
 * A stop word, single letter or number is a value only beside its attribute's name, after "in" ("in May"), or as the whole
 * answer to the question.
 */
function isSupported({ chunks, heard, near }: Bench, c: number): boolean {
  const chunk = chunks[c];
  if (chunk.kind !== 'mention') return false;
  const { readings } = chunk;
  const token = heard.tokens[chunk.from];
  if (readings.some((reading) => near.has(reading.attribute))) return true;
  if (token.kind === 'number') return false;
  if (INSIDE.has(heard.tokens[chunk.from - 1]?.text) && token.text.length > 2) return true;
  if (!readings.some((reading) => reading.attribute === heard.context.asked?.attribute)) return false;
  return chunks.every(
    (other, i) =>
      i === c ||
      isGap(other) ||
      ['break', 'operator'].includes(other.kind) ||
      (other.kind === 'mention' && !other.weak),
  );
}

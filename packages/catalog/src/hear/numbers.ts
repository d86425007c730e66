/**
 * Reads quantities: a number with its unit, "16GB", "€1,200", "two weeks", "2h 30min".
 * @module
 */
import { type Amount, amountAt } from './amounts.ts';
import type { Token } from './tokens.ts';
import { UNITS, type Unit } from './words/units.ts';

/** A number as said, with what its unit may be. */
export interface Quantity extends Amount {
  /** Readings of the unit; empty when none was said. */
  readonly units: readonly Unit[];
  /** The unit's word as said, for units of the catalogue's own ("stars"). */
  readonly unitWord?: string;
}

const LONGEST_UNIT = 3;

/** The unit at `at`; those written as more than one token ("square metres", "km/h") come first. */
export function unitAt(tokens: readonly Token[], at: number): { units: readonly Unit[]; length: number } | undefined {
  for (let length = Math.min(LONGEST_UNIT, tokens.length - at); length >= 1; length--) {
    const key = tokens
      .slice(at, at + length)
      .map(({ lemma }) => lemma)
      .join('');
    const units = UNITS.get(key) ?? (length === 1 ? UNITS.get(tokens[at].text) : undefined);
    if (units) return { units, length };
  }
  return undefined;
}

/** The quantity that starts at `at`. "A" and "one" count only with a unit after them. */
export function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  const money = UNITS.get(tokens[at].text)?.filter(({ dimension }) => dimension === 'currency');
  if (money && money.length > 0 && tokens[at + 1]?.kind === 'number') {
    const amount = amountAt(tokens, at + 1);
    return amount && { ...amount, units: money, length: amount.length + 1 };
  }
  const amount = amountAt(tokens, at);
  if (!amount) return undefined;
  const end = at + amount.length;
  // The unit may hang on by a hyphen: "14-inch".
  const hyphen = tokens[end]?.text === '-' && tokens[end].glued && tokens[end + 1]?.glued ? 1 : 0;
  const start = end + hyphen;
  const unit = start < tokens.length ? unitAt(tokens, start) : undefined;
  const word = tokens[start];
  if (!unit || (word.text === 'in' && !word.glued) || word.text === 's') {
    return amount.article ? undefined : { ...amount, units: [] };
  }
  const whole = { ...amount, units: unit.units, unitWord: word.lemma, length: start + unit.length - at };
  const more = remainderAt(tokens, at + whole.length, unit.units[0]);
  return { ...whole, value: whole.value + more.value, length: whole.length + more.length };
}

/** "2h 30min", "2 hours and 15 minutes", "an hour and a half": what is added, in the first unit. */
function remainderAt(tokens: readonly Token[], at: number, big: Unit): { value: number; length: number } {
  const and = tokens[at]?.text === 'and' ? 1 : 0;
  if (and && tokens[at + 1]?.text === 'a' && tokens[at + 2]?.text === 'half') return { value: 0.5, length: 3 };
  const start = at + and;
  const amount = tokens[start]?.kind === 'number' ? amountAt(tokens, start) : undefined;
  const unit = amount && start + amount.length < tokens.length ? unitAt(tokens, start + amount.length) : undefined;
  const small = unit?.units.find(({ dimension, factor }) => dimension === big.dimension && factor < big.factor);
  if (!amount || !unit || !small || big.dimension === 'currency' || amount.value * small.factor >= big.factor) {
    return { value: 0, length: 0 };
  }
  return { value: (amount.value * small.factor) / big.factor, length: and + amount.length + unit.length };
}

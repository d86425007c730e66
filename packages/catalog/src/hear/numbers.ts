/**
 * Reads quantities: "16GB", "€1,200", "two weeks", "1.5k", "half an hour".
 * @module
 */
import type { Token } from './tokens.ts';
import { MULTIPLIERS, NUMBER_WORDS, UNITS, type Unit } from './words/units.ts';

/** A number as said, with what its unit may be. */
export interface Quantity {
  readonly value: number;
  /** Digits after the decimal point. */
  readonly decimals: number;
  /** Readings of the unit; empty when none was said. */
  readonly units: readonly Unit[];
  /** The unit's word as said, for units of the catalogue's own ("stars"). */
  readonly unitWord?: string;
  /** Tokens it takes. */
  readonly length: number;
  /** The number is "one", "a" or "an", which mostly is no number. */
  readonly article?: boolean;
}

/** Units written as more than one token ("square metres", "km/h") come first. */
export function unitAt(tokens: readonly Token[], at: number): { units: readonly Unit[]; length: number } | undefined {
  for (let length = 3; length >= 1; length--) {
    if (at + length > tokens.length) continue;
    let key = '';
    for (let i = at; i < at + length; i++) key += tokens[i].lemma;
    let units = UNITS.get(key);
    if (length === 1) units ??= UNITS.get(tokens[at].text);
    if (units) return { units, length };
  }
  return undefined;
}

/** Reads "1", "1k", "two hundred", "twenty-five", "a couple of", "half a"; the unit is not read here. */
function amountAt(
  tokens: readonly Token[],
  at: number,
): { value: number; decimals: number; length: number; article?: boolean } | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token.kind === 'number') {
    if (!Number.isFinite(token.value)) return undefined;
    const value = token.value ?? 0;
    const decimals = token.decimals ?? 0;
    const multiplier = next?.kind === 'word' && (next.text !== 'k' || next.glued) ? MULTIPLIERS[next.text] : undefined;
    if (multiplier && Object.hasOwn(MULTIPLIERS, next.text))
      return { value: value * multiplier, decimals: 0, length: 2 };
    return { value, decimals, length: 1 };
  }
  if (token.kind !== 'word') return undefined;
  if (token.text === 'half' && (next?.text === 'a' || next?.text === 'an'))
    return { value: 0.5, decimals: 0, length: 2 };
  if ((token.text === 'a' || token.text === 'the') && next?.text === 'couple') {
    return { value: 2, decimals: 0, length: tokens[at + 2]?.text === 'of' ? 3 : 2 };
  }
  let sum = 0;
  let part = 0;
  let length = 0;
  let i = at;
  while (i < tokens.length && i < at + 8) {
    const word = tokens[i].text;
    if (Object.hasOwn(NUMBER_WORDS, word)) part += NUMBER_WORDS[word];
    else if (word !== 'k' && Object.hasOwn(MULTIPLIERS, word) && (length > 0 || tokens[i - 1]?.text === 'a')) {
      part = Math.max(part, 1) * MULTIPLIERS[word];
      if (MULTIPLIERS[word] >= 1000) {
        sum += part;
        part = 0;
      }
    } else if (
      length > 0 &&
      (word === '-' || word === 'and') &&
      tokens[i + 1] &&
      Object.hasOwn(NUMBER_WORDS, tokens[i + 1].text) &&
      part % 10 === 0 &&
      part > 0
    ) {
      i++;
      continue;
    } else break;
    i++;
    length = i - at;
  }
  if (length > 0) {
    const half = tokens[i]?.text === 'and' && tokens[i + 1]?.text === 'a' && tokens[i + 2]?.text === 'half';
    return {
      value: sum + part + (half ? 0.5 : 0),
      decimals: half ? 1 : 0,
      length: length + (half ? 3 : 0),
      article: length === 1 && token.text === 'one',
    };
  }
  if (token.text === 'a' || token.text === 'an') {
    if (next && Object.hasOwn(MULTIPLIERS, next.text) && next.text !== 'k')
      return { value: MULTIPLIERS[next.text], decimals: 0, length: 2 };
    return { value: 1, decimals: 0, length: 1, article: true };
  }
  return undefined;
}

/** The quantity that starts at `at`. "a" and "one" count only with a unit after them. */
export function quantityAt(tokens: readonly Token[], at: number): Quantity | undefined {
  let from = at;
  let money: readonly Unit[] | undefined;
  const before = UNITS.get(tokens[at].text);
  if (before?.some((unit) => unit.dimension === 'currency') && tokens[at + 1]?.kind === 'number') {
    money = before.filter((unit) => unit.dimension === 'currency');
    from = at + 1;
  }
  const amount = amountAt(tokens, from);
  if (!amount) return undefined;
  let end = from + amount.length;
  if (money) {
    return { value: amount.value, decimals: amount.decimals, units: money, length: end - at };
  }
  const dash =
    tokens[end]?.text === '-' && tokens[end].glued && tokens[end + 1]?.glued && tokens[end + 1].kind === 'word' ? 1 : 0;
  const unit = end + dash < tokens.length ? unitAt(tokens, end + dash) : undefined;
  const word = tokens[end + dash];
  const isPreposition = word?.text === 'in' && !word.glued;
  if (unit && !isPreposition && word.text !== 's') {
    end += dash + unit.length;
    let value = amount.value;
    // "2h 30min", "2 hours and 15 minutes": the smaller unit adds up.
    const more = tokens[end]?.text === 'and' ? end + 1 : end;
    const rest = tokens[more] && tokens[more].kind === 'number' ? amountAt(tokens, more) : undefined;
    const small = rest ? unitAt(tokens, more + rest.length) : undefined;
    const [big] = unit.units;
    const less = small?.units.find(
      (u) => u.dimension === big.dimension && u.dimension !== 'currency' && u.factor < big.factor,
    );
    if (rest && small && less && rest.value * less.factor < big.factor) {
      value += (rest.value * less.factor) / big.factor;
      end = more + rest.length + small.length;
    } else if (tokens[end]?.text === 'and' && tokens[end + 1]?.text === 'a' && tokens[end + 2]?.text === 'half') {
      value += 0.5;
      end += 3;
    }
    return {
      value,
      decimals: amount.decimals,
      units: unit.units,
      unitWord: word.lemma,
      length: end - at,
      article: amount.article,
    };
  }
  if (amount.article) return undefined;
  return { value: amount.value, decimals: amount.decimals, units: [], length: end - at };
}

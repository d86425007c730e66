/**
 * Reads numbers: "1,200", "1.5k", "two hundred", "twenty-five", "a couple of", "half a".
 * @module
 */
import type { Token } from './tokens.ts';
import { MULTIPLIERS, NUMBER_WORDS } from './words/units.ts';

/** A number as said. */
export interface Amount {
  readonly value: number;
  /** Digits after the decimal point. */
  readonly decimals: number;
  /** Tokens it takes. */
  readonly length: number;
  /** It ended with "hundred", "k" or the like: so much. */
  readonly multiplier?: number;
  /** It is "one", "a" or "an", which mostly are no numbers. */
  readonly article?: boolean;
}

const LONGEST = 8;

const multiplierOf = (token: Token | undefined): number | undefined =>
  token?.kind === 'word' && Object.hasOwn(MULTIPLIERS, token.text) ? MULTIPLIERS[token.text] : undefined;
const wordValue = (token: Token | undefined): number | undefined =>
  token && Object.hasOwn(NUMBER_WORDS, token.text) ? NUMBER_WORDS[token.text] : undefined;
const isArticle = (token: Token | undefined): boolean => token?.text === 'a' || token?.text === 'an';

/** The number that starts at `at`; its unit is not read here. */
export function amountAt(tokens: readonly Token[], at: number): Amount | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token.kind === 'number') return digitsAt(tokens, at);
  if (token.kind !== 'word') return undefined;
  if (token.text === 'half' && isArticle(next)) {
    const times = multiplierOf(tokens[at + 2]) ?? wordValue(tokens[at + 2]);
    return { value: 0.5 * (times ?? 1), decimals: 0, length: times ? 3 : 2 };
  }
  if ((isArticle(token) || token.text === 'the') && next?.text === 'couple') {
    return { value: 2, decimals: 0, length: tokens[at + 2]?.text === 'of' ? 3 : 2 };
  }
  if (wordValue(token) !== undefined) return spelledAt(tokens, at);
  if (!isArticle(token)) return undefined;
  const multiplier = next?.text === 'k' ? undefined : multiplierOf(next);
  return multiplier
    ? { value: multiplier, decimals: 0, length: 2, multiplier }
    : { value: 1, decimals: 0, length: 1, article: true };
}

function digitsAt(tokens: readonly Token[], at: number): Amount | undefined {
  const { value = Number.NaN, decimals = 0 } = tokens[at];
  if (!Number.isFinite(value)) return undefined;
  const next = tokens[at + 1];
  const multiplier = next?.text === 'k' && !next.glued ? undefined : multiplierOf(next);
  return multiplier
    ? { value: value * multiplier, decimals: 0, length: 2, multiplier }
    : { value, decimals, length: 1 };
}

/** Whether a word can follow in one number: "twenty five" and "hundred five" can, "five five" cannot. */
function follows(part: number, value: number): boolean {
  return part % 100 === 0 || (part % 10 === 0 && part % 100 >= 20 && value < 10);
}

/** "Two thousand five hundred", "twenty-five", "one hundred and twenty", "two and a half". */
function spelledAt(tokens: readonly Token[], at: number): Amount {
  let thousands = 0;
  let part = 0;
  let end = at;
  let multiplier: number | undefined;
  for (let i = at; i < tokens.length && i < at + LONGEST; i++) {
    const value = wordValue(tokens[i]);
    const times = tokens[i].text === 'k' ? undefined : multiplierOf(tokens[i]);
    const joins =
      ['-', 'and'].includes(tokens[i].text) && wordValue(tokens[i + 1]) !== undefined && part > 0 && part % 10 === 0;
    if (value !== undefined) {
      if (!follows(part, value)) break;
      part += value;
    } else if (times !== undefined) {
      part = Math.max(part, 1) * times;
      if (times >= 1000) [thousands, part] = [thousands + part, 0];
    } else if (!joins) break;
    if (joins) continue;
    multiplier = times;
    end = i + 1;
  }
  const half = tokens[end]?.text === 'and' && isArticle(tokens[end + 1]) && tokens[end + 2]?.text === 'half';
  const article = end - at === 1 && tokens[at].text === 'one';
  const value = thousands + part + (half ? 0.5 : 0);
  return {
    value,
    decimals: half ? 1 : 0,
    length: end - at + (half ? 3 : 0),
    ...(multiplier && { multiplier }),
    ...(article && { article }),
  };
}

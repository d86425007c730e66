/**
 * Numbers below 0: "-5", "−5", "minus twenty-five".
 * @module
 */
import { type Amount, amountAt } from './amounts.ts';
import type { Token } from './tokens.ts';
import { NUMBER_WORDS } from './words/units.ts';

/**
 * Joins a minus sign, or the word, to the number that it stands before. For tables with numbers below 0 only: in any other
 * a dash opens an entry of a list ("-16 GB"). Between two numbers a dash joins them, with or without spaces: "5-10", "5 -10".
 */
export function withNegatives(tokens: readonly Token[]): Token[] {
  const signed: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const size = opensNegative(tokens, at) ? sizeAt(tokens, at + 1) : undefined;
    if (size === undefined) {
      signed.push(tokens[at]);
      continue;
    }
    const sign = tokens[at];
    at += size.length;
    const text = `-${size.value}`;
    const place = { start: sign.start, end: tokens[at].end, glued: sign.glued };
    signed.push({ kind: 'number', text, lemma: text, value: -size.value, decimals: size.decimals, ...place });
  }
  return signed;
}

function opensNegative(tokens: readonly Token[], at: number): boolean {
  const [before, sign, size] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (sign.text === 'minus') return true;
  if (sign.text !== '-' || !size?.glued || before?.kind === 'number') return false;
  return !sign.glued || before === undefined || before.kind === 'symbol';
}

/** The number without its sign: digits, or all its words; undefined where there is none to sign. */
function sizeAt(tokens: readonly Token[], at: number): Pick<Amount, 'value' | 'decimals' | 'length'> | undefined {
  const token = tokens[at];
  if (token?.kind === 'word') return Object.hasOwn(NUMBER_WORDS, token.text) ? amountAt(tokens, at) : undefined;
  const { value, decimals = 0 } = token ?? {};
  return value !== undefined && Number.isFinite(value) ? { value, decimals, length: 1 } : undefined;
}

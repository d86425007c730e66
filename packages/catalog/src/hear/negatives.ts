/**
 * Numbers below 0: "-5", "−5", "minus ten".
 * @module
 */
import type { Token } from './tokens.ts';
import { NUMBER_WORDS } from './words/units.ts';

/**
 * Joins a minus sign, or the word, to the number that it stands before. For tables with numbers below 0 only: in any other
 * a dash opens an entry of a list ("-16 GB"). Between two numbers a dash joins them, with or without spaces: "5-10", "5 -10".
 */
export function withNegatives(tokens: readonly Token[]): Token[] {
  const signed: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const value = opensNegative(tokens, at) ? sizeOf(tokens[at + 1]) : undefined;
    if (value === undefined) {
      signed.push(tokens[at]);
      continue;
    }
    const [sign, size] = [tokens[at], tokens[++at]];
    const text = `-${size.text}`;
    const place = { start: sign.start, end: size.end, glued: sign.glued };
    signed.push({ kind: 'number', text, lemma: text, value: -value, decimals: size.decimals ?? 0, ...place });
  }
  return signed;
}

function opensNegative(tokens: readonly Token[], at: number): boolean {
  const [before, sign, size] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (sign.text === 'minus') return true;
  if (sign.text !== '-' || !size?.glued || before?.kind === 'number') return false;
  return !sign.glued || before === undefined || before.kind === 'symbol';
}

/** What a number is without its sign; undefined where there is none to sign. */
function sizeOf(token: Token | undefined): number | undefined {
  if (token?.kind === 'word' && Object.hasOwn(NUMBER_WORDS, token.text)) return NUMBER_WORDS[token.text];
  return Number.isFinite(token?.value) ? token?.value : undefined;
}

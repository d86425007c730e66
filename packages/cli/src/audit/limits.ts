/**
 * What an audit may use up, as it is typed.
 * @module
 */
import type { Budget, Prices } from '@sente/language';
import { InvalidArgumentError } from 'commander';

/** `200calls`, `500000tokens`, `500ktokens`, or dollars: `2`, `2usd`. */
export function budget(text: string): Budget {
  const match = /^\$?(\d+\.?\d*|\.\d+)(k?)\s*(calls?|tokens?|usd|)$/i.exec(text.trim());
  const amount = match ? Number(match[1]) * (match[2] ? 1000 : 1) : 0;
  if (!match || !(amount > 0)) {
    throw new InvalidArgumentError('Write 200calls, 500ktokens, or dollars: 2usd (with --prices).');
  }
  if (/^call/i.test(match[3])) return { calls: amount };
  return /^token/i.test(match[3]) ? { tokens: amount } : { money: amount };
}

/** `IN,OUT`: dollars for a million tokens. */
export function prices(text: string): Prices {
  const parts = text.split(',').map((part) => part.trim());
  const [input, output] = parts.map(Number);
  if (parts.length !== 2 || parts.includes('') || !(input >= 0) || !(output >= 0)) {
    throw new InvalidArgumentError('Write what a million tokens cost in dollars, read and written: 0.25,2');
  }
  return { input, output };
}

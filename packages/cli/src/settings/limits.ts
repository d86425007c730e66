/**
 * What calls of a model may use up, as it is typed.
 * @module
 */
import type { Budget, Prices } from '@sente/language';
import { InvalidArgumentError } from 'commander';
import { UsageError } from '../failure.ts';

/** Of a whole run: `200calls`, `500000tokens`, `500ktokens`, or dollars: `2`, `2usd`. */
export function budget(text: string): Budget {
  const limit = readLimit(text);
  if (limit === undefined || limit.milliseconds !== undefined) {
    throw new InvalidArgumentError('Write 200calls, 500ktokens, or dollars: 2usd (with --prices).');
  }
  return limit;
}

/** Of one turn: also `8000ms`, `8s`; several are put together. A bare number could be anything here. */
export function turnBudget(text: string, before: Budget = {}): Budget {
  const limit = /^[\d.]+$/.test(text.trim()) ? undefined : readLimit(text);
  if (limit === undefined || Object.entries(limit).some(([kind, amount]) => kind !== 'money' && amount % 1 !== 0)) {
    throw new InvalidArgumentError('Write one or more of 6calls, 4000tokens, 0.01usd (with --prices), 8000ms.');
  }
  return { ...before, ...limit };
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

/** Dollars are counted by prices: throws UsageError where a budget in dollars comes without them. */
export function checkPriced({ budget, prices }: { readonly budget?: Budget; readonly prices?: Prices }): void {
  if (budget?.money === undefined || prices !== undefined) return;
  throw new UsageError(
    'A --budget in dollars needs --prices IN,OUT (dollars for a million tokens), or write 200calls.',
  );
}

/** Undefined: it is no limit. */
function readLimit(text: string): Budget | undefined {
  const match = /^\$?(\d+\.?\d*|\.\d+)(k?)\s*(calls?|tokens?|usd|ms|s|)$/i.exec(text.trim());
  const amount = match ? thousandfold(Number(match[1]), match[2] !== '') : 0;
  if (!match || !(amount > 0)) return undefined;
  const unit = match[3].toLowerCase();
  if (unit.startsWith('call')) return { calls: amount };
  if (unit.startsWith('token')) return { tokens: amount };
  if (unit === 'ms' || unit === 's') return { milliseconds: thousandfold(amount, unit === 's') };
  return { money: amount };
}

/** A thousand times as much, if so; 1.1 thousands are 1,100 and no more. */
function thousandfold(amount: number, isSo: boolean): number {
  return isSo ? Math.round(amount * 1e6) / 1000 : amount;
}

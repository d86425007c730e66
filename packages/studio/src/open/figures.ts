/**
 * Times, tokens and money in few letters.
 * @module
 */
import type { OpenReply, UsedUp } from '../api/open-types.ts';

/** "340 ms", "2.4 s", "1 min 12 s". */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  if (Math.round(seconds) < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(Math.round(seconds) / 60)} min ${Math.round(seconds) % 60} s`;
}

/** "1,234". */
export function count(number: number): string {
  return number.toLocaleString('en');
}

/** Two figures that tell something, however small: "0.0042". */
export function money(amount: number): string {
  return amount === 0 ? '0' : amount >= 1 ? amount.toFixed(2) : String(Number(amount.toPrecision(2)));
}

/** Both kinds of calls together; money is null when none of it is known. */
export function together({ cost: { reply, decision } }: OpenReply): UsedUp {
  return sum([reply, decision]);
}

/** The sum; money that is not known is left out of it. */
export function sum(parts: readonly UsedUp[]): UsedUp {
  const known = parts.flatMap(({ money: some }) => (some === null ? [] : [some]));
  return {
    calls: parts.reduce((all, { calls }) => all + calls, 0),
    inputTokens: parts.reduce((all, { inputTokens }) => all + inputTokens, 0),
    outputTokens: parts.reduce((all, { outputTokens }) => all + outputTokens, 0),
    money: known.length === 0 ? null : known.reduce((all, some) => all + some, 0),
  };
}

/** How many people the imagined ones amount to: 1 / Σ weight². */
export function effectiveNumber(weights: readonly number[]): number {
  const squares = weights.reduce((all, weight) => all + weight ** 2, 0);
  return squares === 0 ? 0 : 1 / squares;
}

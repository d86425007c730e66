/**
 * Numbers on the command line, checked.
 * @module
 */
import { InvalidArgumentError } from 'commander';

/** A parser of whole numbers from `low` to `high`. */
export function wholeNumber(low: number, high: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= low && value <= high) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${low} to ${high}.`);
  };
}

/** Parses a port; 0 takes any free one. */
export const port: (text: string) => number = wholeNumber(0, 65535);

/** Parses a horizon: user turns to look ahead. */
export const horizon: (text: string) => number = wholeNumber(0, 4);

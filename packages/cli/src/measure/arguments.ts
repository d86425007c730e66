/**
 * Readers for what is typed after an option. Each throws InvalidArgumentError, whose message commander puts behind the
 * option's name.
 * @module
 */
import { InvalidArgumentError } from 'commander';

/** A whole number from 1 up. */
export function count(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < 1 || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('It must be a whole number from 1 up.');
  }
  return value;
}

/** A whole number from 0 up. */
export function seed(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('It must be a whole number from 0 up.');
  }
  return value;
}

/** A probability, 0 up to but not including 1. */
export function probability(text: string): number {
  const value = Number(text);
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text) || value >= 1) {
    throw new InvalidArgumentError('It must be a probability: 0 or more, and less than 1.');
  }
  return value;
}

/** A half-width of an interval, more than 0. */
export function precision(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('It must be a number above 0, such as 0.05.');
  return value;
}

/** Names with commas between; repeated ones count once. */
export function names(text: string): string[] {
  const list = text.split(',').map((name) => name.trim());
  if (list.some((name) => name === '')) throw new InvalidArgumentError('Give names with commas between: a,b,c.');
  return [...new Set(list)];
}

/** Collects an option that may be given several times. */
export function several(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

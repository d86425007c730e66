/**
 * Forecasts of one conversation as they are kept, and what can be added up over conversations.
 * @module
 */
import type { PlayedRow } from '../probe/played.ts';

/** Probabilities are kept, and scored, to three decimals: nobody means more, and figures can then be counted. */
export const LEVELS = 1000;

/** What is kept of one conversation. JSON. */
export interface ForecastLog {
  /** Whether it came true. */
  readonly outcome: boolean;
  /** One forecast after each turn of the assistant (or prefix), in thousandths, in order. */
  readonly stated: readonly number[];
  /** Position of the one forecast that stands for the conversation where only one may; drawn, the same for all agents. */
  readonly chosen: number;
  /** In which half the conversation is, for each of `SPLITS` splittings: bit k is set where it calibrates. */
  readonly halves: number;
}

/** Splittings into calibration and test halves. */
export const SPLITS = 12;

/** A probability in thousandths. Throws RangeError for what is no probability. */
export function inLevels(probability: number): number {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`a forecast must be from 0 to 1, not ${probability}`);
  return Math.round(probability * LEVELS);
}

/** The log of a row. */
export function logOf(row: PlayedRow): ForecastLog {
  return row.detail as unknown as ForecastLog;
}

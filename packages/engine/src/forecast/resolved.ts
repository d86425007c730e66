/**
 * A forecast whose outcome is known: what scores are computed from and what calibration is fitted to.
 * @module
 */

/**
 * A probability and what came of it. Of a conversation: the chance that it ends well, and whether it did. Of an
 * answer: the confidence that it is right, and whether it was.
 */
export interface ResolvedForecast {
  /** From 0 to 1. */
  readonly probability: number;
  readonly outcome: boolean;
}

/** Scores and fits need at least one forecast. */
export class NoForecastsError extends Error {
  override readonly name = 'NoForecastsError';

  constructor() {
    super('There are no forecasts to work with. Pass at least one pair of a probability and its outcome.');
  }
}

/** A number that is no probability. */
export class BadProbabilityError extends Error {
  override readonly name = 'BadProbabilityError';

  constructor(value: number) {
    super(`${value} is not a probability. Pass a number from 0 to 1; divide percentages by 100.`);
  }
}

/** The value itself, when it is a probability. */
export function checkedProbability(value: number): number {
  if (!(value >= 0 && value <= 1)) throw new BadProbabilityError(value);
  return value;
}

/** The list itself, when there is something in it and every probability is one. */
export function checkedForecasts(forecasts: readonly ResolvedForecast[]): readonly ResolvedForecast[] {
  if (forecasts.length === 0) throw new NoForecastsError();
  for (const { probability } of forecasts) checkedProbability(probability);
  return forecasts;
}

/**
 * Yes-or-no forecasts as confidence in the side that each calls: max(p, 1 − p), and whether that side came true. An even
 * chance calls yes.
 */
export function sideCalled(forecasts: readonly ResolvedForecast[]): ResolvedForecast[] {
  return forecasts.map(({ probability, outcome }) => {
    const yes = probability >= 0.5;
    return { probability: yes ? probability : 1 - probability, outcome: outcome === yes };
  });
}

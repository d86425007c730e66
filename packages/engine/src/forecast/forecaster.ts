/**
 * A forecaster: a scaling and the threshold below which to abstain. These two are all there is to it:
 * `JSON.stringify` keeps exactly them, and `createForecaster` brings it back.
 * @module
 */
import type { Random } from '../random/random.ts';
import { type ChooseScalingOptions, chooseScaling, shuffle } from './choose-scaling.ts';
import { conformalThreshold } from './conformal.ts';
import { checkedForecasts, type ResolvedForecast } from './resolved.ts';
import { applyScaling, type Scaling } from './scaling.ts';
import { type SelectiveRiskOptions, selectiveThreshold } from './selective-risk.ts';

/** What a forecaster is made of, as plain JSON. */
export interface ForecasterParts {
  readonly scaling: Scaling;
  /** On the calibrated probability; 0 never abstains, ANSWER_NOTHING always does. */
  readonly threshold: number;
}

/** Calibrates stated probabilities and says when to abstain. Its functions may be passed on by themselves. */
export interface Forecaster extends ForecasterParts {
  /** The calibrated probability of a stated one, both from 0 to 1. Throws BadProbabilityError. */
  readonly forecast: (stated: number) => number;
  /** Whether the calibrated probability of a stated one is below the threshold. Throws BadProbabilityError. */
  readonly shouldAbstain: (stated: number) => boolean;
}

/** The promise that a threshold is to keep; see `conformalThreshold` and `selectiveThreshold` for what each means. */
export type AbstainPromise =
  | { readonly among: 'all'; readonly risk: number }
  | ({ readonly among: 'answered' } & SelectiveRiskOptions);

/** How a forecaster is fitted. */
export interface FitForecasterOptions extends ChooseScalingOptions {
  /** Never abstains by default. */
  readonly promise?: AbstainPromise;
}

/** A forecaster of its parts. */
export function createForecaster({ scaling, threshold }: ForecasterParts): Forecaster {
  const forecast = (stated: number): number => applyScaling(scaling, stated);
  return { scaling, threshold, forecast, shouldAbstain: (stated) => forecast(stated) < threshold };
}

/**
 * Fits scaling and threshold to resolved forecasts. With a promise, one half (drawn at random) chooses the scaling and the
 * other half the threshold: on the same data the promise would not hold. Throws NoForecastsError when a half is empty.
 */
export function fitForecaster(
  resolved: readonly ResolvedForecast[],
  random: Random,
  { promise, ...options }: FitForecasterOptions = {},
): Forecaster {
  const shuffled = shuffle(checkedForecasts(resolved), random.split('halves'));
  const half = promise ? Math.floor(shuffled.length / 2) : shuffled.length;
  const { scaling } = chooseScaling(shuffled.slice(0, half), random.split('folds'), options);
  if (!promise) return createForecaster({ scaling, threshold: 0 });
  const calibration = shuffled
    .slice(half)
    .map(({ probability, outcome }) => ({ probability: applyScaling(scaling, probability), outcome }));
  const threshold =
    promise.among === 'all' ? conformalThreshold(calibration, promise.risk) : selectiveThreshold(calibration, promise);
  return createForecaster({ scaling, threshold });
}

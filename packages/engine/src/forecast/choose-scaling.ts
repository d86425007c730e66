/**
 * Chooses a scaling by how well it does on forecasts that it was not fitted to: cross-validation, so that isotonic
 * regression, which is never worse than any other rising curve on its own data, does not win by fitting noise.
 *
 * Source: Stone, “Cross-validatory choice and assessment of statistical predictions”, 1974; judged by Brier score.
 * @module
 */
import type { Random } from '../random/random.ts';
import { checkedForecasts, type ResolvedForecast } from './resolved.ts';
import { applyScaling, fitScaling, SCALING_KINDS, type Scaling } from './scaling.ts';
import { brierScore } from './scores.ts';

/** The scaling chosen, fitted to all the data, and why. */
export interface ChosenScaling {
  readonly scaling: Scaling;
  /** Brier score of each kind on held-out forecasts; absent when there was too little data to hold any out. */
  readonly scores: Readonly<Partial<Record<Scaling['kind'], number>>>;
}

/** What may be chosen, and how carefully. */
export interface ChooseScalingOptions {
  /** Parts that the data are cut into; 5 by default, never more than there are forecasts. */
  readonly folds?: number;
  /**
   * With fewer forecasts than this nothing is chosen and the first kind named is taken; 50 by default. With 20, choosing
   * made later forecasts worse on average in two made worlds of three (`benchmarks/forecast-data.ts`).
   */
  readonly least?: number;
  /** At least one; all of them by default. Of equally good ones the first named is taken. */
  readonly kinds?: readonly Scaling['kind'][];
}

/**
 * Chooses among scalings by held-out Brier score. With too few forecasts the first kind named is taken: by default the
 * identity, that is, they are left alone. Throws NoForecastsError without forecasts.
 */
export function chooseScaling(
  validation: readonly ResolvedForecast[],
  random: Random,
  { folds = 5, least = 50, kinds = SCALING_KINDS }: ChooseScalingOptions = {},
): ChosenScaling {
  const shuffled = shuffle(checkedForecasts(validation), random);
  const parts = Math.min(Math.max(2, folds), shuffled.length);
  if (parts < 2) return { scaling: fitScaling(kinds[0], shuffled), scores: {} };
  const scores: Partial<Record<Scaling['kind'], number>> = {};
  let best = kinds[0];
  for (const kind of kinds) {
    scores[kind] = brierScore(heldOut(kind, shuffled, parts));
    if (scores[kind] < scores[best]!) best = kind;
  }
  return { scaling: fitScaling(validation.length < least ? kinds[0] : best, validation), scores };
}

/** Every forecast as calibrated by a scaling that was fitted to the other parts. */
function heldOut(kind: Scaling['kind'], shuffled: readonly ResolvedForecast[], parts: number): ResolvedForecast[] {
  return Array.from({ length: parts }, (_, part) => {
    const scaling = fitScaling(
      kind,
      shuffled.filter((_, i) => i % parts !== part),
    );
    return shuffled
      .filter((_, i) => i % parts === part)
      .map(({ probability, outcome }) => ({ probability: applyScaling(scaling, probability), outcome }));
  }).flat();
}

/** A shuffled copy (Fisher and Yates). */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

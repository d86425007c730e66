/**
 * The model-free forecaster for negotiations: logistic regression on surface features, calibrated.
 * @module
 */
import { type Forecaster, fitForecaster, type Random } from '@sente/engine';
import { fitLogistic, logisticChance } from '../logistic.ts';

/** A prefix of a dialogue, and how the dialogue ended. */
export interface Seen {
  /** Prefixes of one dialogue are held out together. */
  readonly dialogue: string;
  readonly features: readonly number[];
  readonly outcome: boolean;
}

/** What was learnt. */
export interface Fitted {
  /** Share of good ends, over dialogues. */
  readonly base: number;
  chance(features: readonly number[]): number;
}

const RIDGES = [10, 100, 1000] as const;
const FOLDS = 5;

/**
 * Chooses the ridge by cross-validation over dialogues (Brier score), and calibrates on the forecasts that were held out
 * there, so that calibration sees no forecast of data that were fitted. Needs at least two dialogues.
 */
export function fitFeatures(seen: readonly Seen[], random: Random): Fitted {
  const outcomes = new Map(seen.map(({ dialogue, outcome }) => [dialogue, outcome]));
  const base = [...outcomes.values()].filter(Boolean).length / outcomes.size;
  const fold = new Map([...outcomes.keys()].map((dialogue) => [dialogue, random.split(dialogue).integer(FOLDS)]));
  const tried = RIDGES.map((ridge) => heldOut(seen, fold, ridge, base));
  const losses = tried.map((chances) => chances.reduce((sum, p, i) => sum + (p - Number(seen[i].outcome)) ** 2, 0));
  const best = losses.indexOf(Math.min(...losses));
  const forecaster: Forecaster = fitForecaster(
    tried[best].map((probability, i) => ({ probability, outcome: seen[i].outcome })),
    random.split('calibration'),
  );
  const model = fitLogistic(
    seen.map(({ features }) => features),
    seen.map(({ outcome }) => outcome),
    RIDGES[best],
  );
  return { base, chance: (features) => forecaster.forecast(logisticChance(model, features)) };
}

/** A chance for every prefix from the other folds; the base rate where the others are empty. */
function heldOut(seen: readonly Seen[], fold: ReadonlyMap<string, number>, ridge: number, base: number): number[] {
  const models = Array.from({ length: FOLDS }, (_, out) => {
    const others = seen.filter(({ dialogue }) => fold.get(dialogue) !== out);
    return others.length === 0
      ? undefined
      : fitLogistic(
          others.map(({ features }) => features),
          others.map(({ outcome }) => outcome),
          ridge,
        );
  });
  return seen.map(({ dialogue, features }) => {
    const model = models[fold.get(dialogue)!];
    return model ? logisticChance(model, features) : base;
  });
}

/**
 * A scaling turns a stated probability into a calibrated one. It is a value, plain JSON: fitted once, stored, applied.
 * @module
 */
import { type ExpectationConsistencyScaling, fitExpectationConsistency } from './expectation-consistency.ts';
import { applyIsotonic, fitIsotonic, type IsotonicScaling } from './isotonic.ts';
import { applyPlatt, fitPlatt, type PlattScaling } from './platt.ts';
import { checkedProbability, type ResolvedForecast } from './resolved.ts';
import { applyTemperature, fitTemperature, type TemperatureScaling } from './temperature.ts';

/** Leaves probabilities as they are. */
export interface IdentityScaling {
  readonly kind: 'identity';
}

/** Any scaling. */
export type Scaling =
  | IdentityScaling
  | ExpectationConsistencyScaling
  | TemperatureScaling
  | PlattScaling
  | IsotonicScaling;

/** The scalings, the simplest first. */
export const SCALING_KINDS: readonly Scaling['kind'][] = [
  'identity',
  'expectation-consistency',
  'temperature',
  'platt',
  'isotonic',
];

/** Fits a scaling of one kind to at least one resolved forecast. */
export function fitScaling(kind: Scaling['kind'], validation: readonly ResolvedForecast[]): Scaling {
  switch (kind) {
    case 'identity':
      return { kind };
    case 'expectation-consistency':
      return fitExpectationConsistency(validation);
    case 'temperature':
      return fitTemperature(validation);
    case 'platt':
      return fitPlatt(validation);
    case 'isotonic':
      return fitIsotonic(validation);
  }
}

/** The calibrated probability, from 0 to 1. Throws BadProbabilityError for what is no probability. */
export function applyScaling(scaling: Scaling, probability: number): number {
  const stated = checkedProbability(probability);
  switch (scaling.kind) {
    case 'identity':
      return stated;
    case 'expectation-consistency':
    case 'temperature':
      return applyTemperature(scaling, stated);
    case 'platt':
      return applyPlatt(scaling, stated);
    case 'isotonic':
      return applyIsotonic(scaling, stated);
  }
}

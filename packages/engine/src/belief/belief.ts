/**
 * A belief: a weighted set of intents. A value; every change makes a new one.
 *
 * Listed exhaustively it is an exact posterior; drawn from a prior it is a particle filter (Gordon, Salmond & Smith
 * 1993), which `effectiveSize` says when to `resample`.
 * @module
 */
import type { Random } from '../random/random.ts';

/** Intents and their probabilities, parallel; weights are non-negative and sum to 1. At least one intent. */
export interface Belief<Intent> {
  readonly intents: readonly Intent[];
  readonly weights: Float64Array;
}

/** Every intent was ruled out: what the user said is impossible under the belief. */
export class ImpossibleEvidenceError extends Error {
  override readonly name = 'ImpossibleEvidenceError';

  constructor() {
    super(
      'The evidence rules out every intent of the belief. Give unlikely replies a small probability instead of 0, or ' +
        'start again from the prior.',
    );
  }
}

/**
 * A belief from weights of any scale; uniform without weights. Throws ImpossibleEvidenceError when all are 0, RangeError
 * when one is negative or not a number or there is not one for each intent.
 */
export function createBelief<Intent>(intents: readonly Intent[], weights?: ArrayLike<number>): Belief<Intent> {
  const scaled = weights ? Float64Array.from(weights) : new Float64Array(intents.length).fill(1);
  if (scaled.length !== intents.length) {
    throw new RangeError(`${intents.length} intents need as many weights, not ${scaled.length}.`);
  }
  let greatest = 0;
  for (const weight of scaled) {
    if (!(weight >= 0) || weight === Number.POSITIVE_INFINITY) {
      throw new RangeError(`A weight must be a finite number from 0, not ${weight}.`);
    }
    if (weight > greatest) greatest = weight;
  }
  if (greatest === 0) throw new ImpossibleEvidenceError();
  // Scaled by the greatest first: the smallest numbers there are must not vanish when they are divided by their sum.
  let total = 0;
  for (let i = 0; i < scaled.length; i++) {
    scaled[i] /= greatest;
    total += scaled[i];
  }
  for (let i = 0; i < scaled.length; i++) scaled[i] /= total;
  return { intents, weights: scaled };
}

/** Bayes: P(intent | evidence) ∝ P(intent) · `likelihood`(intent), a number from 0, of any scale. */
export function reweigh<Intent>(belief: Belief<Intent>, likelihood: (intent: Intent) => number): Belief<Intent> {
  const { intents, weights } = belief;
  return createBelief(
    intents,
    weights.map((weight, i) => (weight === 0 ? 0 : weight * likelihood(intents[i]))),
  );
}

/** Uncertainty in bits: −Σ w · log₂ w, from 0 to log₂ of the number of intents. */
export function entropy(belief: Belief<unknown>): number {
  let bits = 0;
  for (const weight of belief.weights) if (weight > 0) bits -= weight * Math.log2(weight);
  return Math.max(0, bits);
}

/** How many equally weighted intents would say as much: 1 / Σ w² (Kong, Liu & Wong 1994), from 1. */
export function effectiveSize(belief: Belief<unknown>): number {
  let squares = 0;
  for (const weight of belief.weights) squares += weight * weight;
  return 1 / squares;
}

/** The probability of whatever `holds` is true of. */
export function probability<Intent>(belief: Belief<Intent>, holds: (intent: Intent) => boolean): number {
  return belief.weights.reduce((sum, weight, i) => (holds(belief.intents[i]) ? sum + weight : sum), 0);
}

/** The expectation of a number. */
export function expectation<Intent>(belief: Belief<Intent>, number: (intent: Intent) => number): number {
  return belief.weights.reduce((sum, weight, i) => (weight === 0 ? sum : sum + weight * number(belief.intents[i])), 0);
}

/** Draws an intent. */
export function draw<Intent>(belief: Belief<Intent>, random: Random): Intent {
  return belief.intents[random.weighted(belief.weights)];
}

/** Keeps the `most` likeliest intents (earlier ones first among equals) in their order, dropping those of weight 0. */
export function prune<Intent>(belief: Belief<Intent>, most: number): Belief<Intent> {
  const { intents, weights } = belief;
  const kept = [...weights.keys()]
    .filter((i) => weights[i] > 0)
    .sort((a, b) => weights[b] - weights[a] || a - b)
    .slice(0, Math.max(1, most))
    .sort((a, b) => a - b);
  return createBelief(
    kept.map((i) => intents[i]),
    kept.map((i) => weights[i]),
  );
}

/**
 * Draws `count` intents anew, equally weighted: systematic resampling (Carpenter, Clifford & Fearnhead 1999), so an
 * intent of weight w comes ⌊w·count⌋ or ⌈w·count⌉ times.
 */
export function resample<Intent>(belief: Belief<Intent>, count: number, random: Random): Belief<Intent> {
  const offset = random.next();
  const drawn: Intent[] = [];
  let position = 0;
  let covered = belief.weights[0];
  for (let i = 0; i < count; i++) {
    const point = (i + offset) / count;
    while (covered <= point && position < belief.intents.length - 1) covered += belief.weights[++position];
    drawn.push(belief.intents[position]);
  }
  return createBelief(drawn);
}

/**
 * Which models are trained, from what, in what order.
 * @module
 */
import type { Objective } from './results.ts';

/** One model to train and measure. */
export interface Job {
  /** `multi-turn-w2/corpus-05/seed-1` */
  readonly id: string;
  readonly objective: Objective;
  readonly horizon?: number;
  /** Share of openings in the corpus that are asked back, 0 … 1. */
  readonly corpus: number;
  readonly seed: number;
  readonly size: 'small' | 'large';
  /** Id of the job whose weights it starts from; a base starts from none. */
  readonly from?: string;
}

/** Of a base: all objectives and seeds start from the same weights. */
const BASE_SEED = 0;

/** What is wanted. */
export interface PlanOptions {
  readonly preset: 'quick' | 'full';
  readonly seeds: readonly number[];
}

/** The share of asking at which everything is trained; the others repeat the horizons. */
export const MAIN_CORPUS = 0.25;

const OTHER_CORPORA = [0.05, 0, 0.5];

/** All jobs; each stands behind the one that it starts from. */
export function plan({ preset, seeds }: PlanOptions): Job[] {
  return preset === 'quick' ? quick(seeds) : full(seeds);
}

/** Three objectives at the main corpus: next-token, single-turn, multi-turn. */
function quick(seeds: readonly number[]): Job[] {
  const base = job('base', { corpus: MAIN_CORPUS, seed: BASE_SEED });
  const trained = (seed: number, horizon: number): Job =>
    job(horizon === 0 ? 'single-turn' : 'multi-turn', { corpus: MAIN_CORPUS, seed, horizon, from: base.id });
  return [base, ...seeds.flatMap((seed) => [trained(seed, 0), trained(seed, 2)])];
}

/**
 * What the first question needs comes first, so that a run that is stopped early has it: the horizons with every seed, and
 * with the first seed at every share of asking. The other corpora are repeated with the first seed only.
 */
function full(seeds: readonly number[]): Job[] {
  const base = job('base', { corpus: MAIN_CORPUS, seed: BASE_SEED });
  const large = job('base', { corpus: MAIN_CORPUS, seed: BASE_SEED, size: 'large' });
  const others = OTHER_CORPORA.map((corpus) => job('base', { corpus, seed: BASE_SEED }));
  const forecasting = (seed: number): Job =>
    job('uncertainty', { corpus: MAIN_CORPUS, seed, horizon: 3, from: base.id });
  const [first, ...rest] = seeds;
  const some = (from: Job, seed: number, wanted: readonly number[]): Job[] =>
    horizons(from, seed).filter(({ horizon }) => wanted.includes(horizon ?? -1));
  return [
    base,
    ...others,
    ...some(base, first, [2, 0, 3]),
    ...others.flatMap((other) => some(other, first, [2, 0])),
    large,
    forecasting(first),
    ...readers(base, first),
    ...some(base, first, [1]),
    ...rest.flatMap((seed) => some(base, seed, [2, 0])),
    ...rivals(base, first),
    ...rest.flatMap((seed) => [...some(base, seed, [3, 1]), forecasting(seed), ...readers(base, seed)]),
    ...others.flatMap((other) => some(other, first, [3, 1])),
    ...rest.flatMap((seed) => rivals(base, seed)),
  ];
}

/** What is trained on texts: more of the same, and thinking first. */
function readers({ id, corpus }: Job, seed: number): Job[] {
  return (['next-token', 'reinforcement-pre-training', 'information-gain'] as const).map((objective) =>
    job(objective, { corpus, seed, from: id }),
  );
}

/** What stands beside policy gradients: preferences, and the same gradients from other starts. */
function rivals(base: Job, seed: number): Job[] {
  const { corpus } = base;
  const [onwards, thinking] = readers(base, seed);
  return [
    job('multi-turn-dpo', { corpus, seed, horizon: 2, from: base.id }),
    job('multi-turn', { corpus, seed, horizon: 2, from: onwards.id }),
    job('multi-turn', { corpus, seed, horizon: 2, from: thinking.id }),
  ];
}

function horizons({ id, corpus }: Job, seed: number): Job[] {
  return [2, 0, 3, 1].map((horizon) =>
    job(horizon === 0 ? 'single-turn' : 'multi-turn', { corpus, seed, horizon, from: id }),
  );
}

function job(objective: Objective, rest: Omit<Job, 'id' | 'objective' | 'size'> & { size?: Job['size'] }): Job {
  const { size = 'small', from, horizon, corpus, seed } = rest;
  const start = from?.split('/')[0];
  const name = [
    objective,
    objective === 'multi-turn' ? `-w${horizon}` : '',
    size === 'large' ? '-large' : '',
    start !== undefined && start !== 'base' ? `-after-${start}` : '',
  ].join('');
  const id = `${name}/corpus-${String(Math.round(100 * corpus)).padStart(2, '0')}/seed-${seed}`;
  return { id, objective, corpus, seed, size, ...(horizon !== undefined && { horizon }), ...(from && { from }) };
}

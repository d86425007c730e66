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

/** What is wanted. */
export interface PlanOptions {
  readonly preset: 'quick' | 'full';
  readonly seeds: readonly number[];
}

/** The share of asking at which everything is trained; the others repeat the horizons. */
export const MAIN_CORPUS = 0.05;

const OTHER_CORPORA = [0, 0.25, 0.5];

/** All jobs; each stands behind the one that it starts from. */
export function plan({ preset, seeds }: PlanOptions): Job[] {
  return preset === 'quick' ? seeds.flatMap(quick) : full(seeds);
}

/** Three objectives at the corpus that asks most: next-token, single-turn, multi-turn. */
function quick(seed: number): Job[] {
  const base = job('base', { corpus: 0.25, seed });
  return [
    base,
    job('single-turn', { corpus: 0.25, seed, horizon: 0, from: base.id }),
    job('multi-turn', { corpus: 0.25, seed, horizon: 2, from: base.id }),
  ];
}

/** Seed after seed, the main corpus first: what is stopped early has whole seeds. */
function full(seeds: readonly number[]): Job[] {
  return [
    ...seeds.flatMap((seed) => main(seed)),
    ...seeds.flatMap((seed) => OTHER_CORPORA.flatMap((corpus) => withBase(corpus, seed, horizons))),
  ];
}

function main(seed: number): Job[] {
  const corpus = MAIN_CORPUS;
  return [
    ...withBase(corpus, seed, (base) => {
      const onwards = job('next-token', { corpus, seed, from: base.id });
      const thinking = job('reinforcement-pre-training', { corpus, seed, from: base.id });
      return [
        // The longest first, so that it is not what everything waits for in the end.
        job('base', { corpus, seed, size: 'large' }),
        ...horizons(base),
        job('multi-turn-dpo', { corpus, seed, horizon: 2, from: base.id }),
        job('uncertainty', { corpus, seed, horizon: 3, from: base.id }),
        onwards,
        thinking,
        job('information-gain', { corpus, seed, from: base.id }),
        job('multi-turn', { corpus, seed, horizon: 2, from: onwards.id }),
        job('multi-turn', { corpus, seed, horizon: 2, from: thinking.id }),
      ];
    }),
  ];
}

function horizons({ id, corpus, seed }: Job): Job[] {
  return [0, 1, 2, 3].map((horizon) =>
    job(horizon === 0 ? 'single-turn' : 'multi-turn', { corpus, seed, horizon, from: id }),
  );
}

function withBase(corpus: number, seed: number, rest: (base: Job) => Job[]): Job[] {
  const base = job('base', { corpus, seed });
  return [base, ...rest(base)];
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

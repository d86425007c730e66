/**
 * The `recommend` probe: ask, recommend, and when: one decision? The field's standard simulation (Lei et al. 2020, arXiv
 * 2007.00194; Deng et al. 2021, arXiv 2105.09710). `docs/probes/recommend.md` is the protocol in full.
 * @module
 */
import { createRandom } from '@sente/engine';
import { UnknownAgentError } from '../offer/measure.ts';
import { runPool, workerFile } from '../run/pool.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import { summarise } from '../statistics/summary.ts';
import { RECOMMEND_AGENT_NAMES } from './agents.ts';
import { chooseQuestions } from './choose-questions.ts';
import { RECOMMEND, recommendPlots } from './describe.ts';
import { drawCases } from './draw-cases.ts';
import type { RecommendRow, RecommendSetup } from './play.ts';
import { hdcg, RECOMMEND_METRICS } from './scoring.ts';
import { openWorld, type RecommendWorld } from './world.ts';

/** Settings of the probe. */
export interface RecommendOptions {
  /** 1 unless given. */
  readonly seed?: number;
  /** Names out of RECOMMEND_AGENT_NAMES; all unless given. */
  readonly agents?: readonly string[];
  /** Directory of the LastFM data; the embedded cases unless given. */
  readonly data?: string;
  /** `valid` unless given; `fold` is a fold of train. */
  readonly split?: string;
  /** Cases at most, drawn with the seed; all unless given. */
  readonly cases?: number;
  /** Agent turns; 15 unless given. */
  readonly turns?: number;
  /** Chance of a wrong answer, 0 … 0.5. */
  readonly noise?: number;
  /** Chance of "I don't know", 0 … 1. */
  readonly unknown?: number;
  /** Worker threads. */
  readonly workers?: number;
  /** Names the run; made from the settings unless given. */
  readonly run?: string;
  /** Stops the run; the promise then rejects with StoppedError. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Runs the probe. Rejects with UnknownAgentError, UnknownSplitError, DatasetError, StoppedError or CaseFailedError. */
export async function measureRecommend(options: RecommendOptions = {}): Promise<ProbeResult> {
  const { seed = 1, split = 'valid', turns = 15, noise = 0, unknown = 0, data } = options;
  for (const agent of options.agents ?? []) {
    if (!RECOMMEND_AGENT_NAMES.includes(agent)) throw new UnknownAgentError(agent, RECOMMEND_AGENT_NAMES);
  }
  const agents = RECOMMEND_AGENT_NAMES.filter((name) => options.agents?.includes(name) ?? true);
  const start = performance.now();
  const game = { turns, noise, unknown };
  const world = await openWorld({ data, split, seed });
  // The embedded users have no past: a rule for them is chosen on another draw of users.
  const elsewhere = (): Promise<RecommendWorld> => openWorld({ data, split: 'fold', seed: seed + 1 });
  const questions = agents.includes('rule') ? chooseQuestions(await elsewhere(), game, seed) : 0;
  const numbers = drawCases(world.cases.length, options.cases ?? world.cases.length, seed);
  const setup: RecommendSetup = { data, split, seed, weights: world.weights, ...game, questions, agents, numbers };
  options.onProgress?.(0, numbers.length);
  const rows = await runPool<RecommendRow>({
    file: workerFile(import.meta.url, './worker'),
    setup,
    cases: numbers.length,
    workers: options.workers,
    chunk: 64,
    signal: options.signal,
    onProgress: (done) => options.onProgress?.(done, numbers.length),
  });
  const perCase = Object.fromEntries(
    agents.map((agent, position) => [
      agent,
      Object.fromEntries(
        Object.entries(RECOMMEND_METRICS).map(([metric, score]) => [
          metric,
          Float64Array.from(rows, (row) => score(row[position], turns)),
        ]),
      ),
    ]),
  );
  const summary = summarise(perCase, { random: createRandom(seed).split('recommend/intervals') });
  const source = data === undefined ? 'embedded' : split;
  return {
    run:
      options.run ?? `recommend-${source}-${seed}-${numbers.length}-${turns}-${noise}-${unknown}-${agents.join('+')}`,
    probe: 'recommend',
    seed,
    cases: numbers.length,
    seconds: (performance.now() - start) / 1000,
    settings: { split: source, turns, noise, unknown, questions },
    ...RECOMMEND,
    ...summary,
    plots: recommendPlots(rows, agents, turns),
    radar: Object.fromEntries(
      agents.map((name) => {
        const { mean, low, high } = summary.agents[name].hdcg;
        return [
          name,
          {
            value: mean / hdcg({ turn: 1, rank: 1 }),
            low: low / hdcg({ turn: 1, rank: 1 }),
            high: high / hdcg({ turn: 1, rank: 1 }),
          },
        ];
      }),
    ),
    users: {},
    notes: agents.includes('rule')
      ? [`rule puts ${questions} question${questions === 1 ? '' : 's'} (chosen outside the measured cases)`]
      : [],
  };
}

/**
 * The `recommend` probe: ask, recommend, and when: one decision? The field's standard simulation (Lei et al. 2020, arXiv
 * 2007.00194; Deng et al. 2021, arXiv 2105.09710). `docs/probes/recommend.md` is the protocol in full.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import { UnknownAgentError } from '../offer/measure.ts';
import { runPool, workerFile } from '../run/pool.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import { LEARNED_AGENTS, RECOMMEND_AGENT_NAMES, RECOMMEND_RULES } from './agents.ts';
import { chooseQuestions } from './choose-questions.ts';
import { drawCases } from './draw-cases.ts';
import { checkTable, plainTable } from './made-world.ts';
import { recommendResult } from './outcome.ts';
import type { RecommendRow, RecommendSetup } from './play.ts';
import { plainTemperament, temperamentsNamed } from './temperament.ts';
import { openWorld } from './world.ts';

/** Settings of the probe. */
export interface RecommendOptions {
  /** 1 unless given. */
  readonly seed?: number;
  /** Names out of RECOMMEND_AGENT_NAMES; RECOMMEND_RULES, and `learned` where there is a policy, unless given. */
  readonly agents?: readonly string[];
  /** What `learned` and `guided` play by. */
  readonly learned?: LearnedPolicy;
  /** Directory of the LastFM data; `catalog` unless given. */
  readonly data?: string;
  /** A table, for people who each want one of its items; the made one that ships unless given. */
  readonly catalog?: Catalog;
  /** Of data: `valid` unless given; `fold` is a fold of train. */
  readonly split?: string;
  /** Cases at most, drawn with the seed; all unless given. */
  readonly cases?: number;
  /** Agent turns; 15 unless given. */
  readonly turns?: number;
  /** Chance of a wrong answer, 0 … 0.5. */
  readonly noise?: number;
  /** Chance of "I don't know", 0 … 1. */
  readonly unknown?: number;
  /** A name out of RECOMMEND_TEMPERAMENTS, in the place of `noise` and `unknown`; or `all` of them, one after the other. */
  readonly temperament?: string;
  /** Worker threads. */
  readonly workers?: number;
  /** Names the run; made from the settings unless given. */
  readonly run?: string;
  /** Stops the run; the promise then rejects with StoppedError. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** `learned` or `guided` was named, and there is no policy. */
export class NoPolicyError extends Error {
  override readonly name = 'NoPolicyError';
  /** `command`: what trains one for the items. */
  constructor(command: string) {
    super(
      `there is no learned policy for these items yet: \`${command}\` makes one, or name the file of one with \`--policy FILE\``,
    );
  }
}

/** What may be said when it is played, and not before. */
export type RecommendWatch = Pick<RecommendOptions, 'signal' | 'onProgress' | 'run'>;

/** Plays what was opened. Rejects with StoppedError or CaseFailedError. */
export type OpenedRecommend = (watch?: RecommendWatch) => Promise<ProbeResult>;

/**
 * Runs the probe. Rejects as `openRecommend` and what it gives do.
 */
export async function measureRecommend(options: RecommendOptions = {}): Promise<ProbeResult> {
  return await (await openRecommend(options))(options);
}

/**
 * Finds out whether it can be played as it was set, and opens the data; plays nothing yet. Rejects with UnknownAgentError,
 * UnknownTemperamentError, NoPolicyError, NothingToMeasureError, UnknownSplitError or DatasetError.
 */
export async function openRecommend(options: RecommendOptions = {}): Promise<OpenedRecommend> {
  const { seed = 1, split = 'valid', turns = 15, noise = 0, unknown = 0, data, learned } = options;
  for (const agent of options.agents ?? []) {
    if (!RECOMMEND_AGENT_NAMES.includes(agent)) throw new UnknownAgentError(agent, RECOMMEND_AGENT_NAMES);
  }
  const usual = learned ? [...RECOMMEND_RULES, 'learned'] : RECOMMEND_RULES;
  const agents = RECOMMEND_AGENT_NAMES.filter((name) => (options.agents ?? usual).includes(name));
  const catalog = data === undefined && options.catalog ? plainTable(options.catalog) : undefined;
  if (catalog) checkTable(catalog);
  const isPlayed = agents.some((name) => LEARNED_AGENTS.includes(name));
  if (isPlayed && !learned) {
    const items = data !== undefined ? ' --data DIR' : catalog ? ' --catalog FILE' : '';
    throw new NoPolicyError(`sente train policy${items}`);
  }
  const { temperament } = options;
  const kinds =
    temperament === undefined
      ? ([['plain', plainTemperament(noise, unknown)]] as const)
      : temperamentsNamed(temperament);
  const items = { data, ...(catalog && { catalog }) };
  const opening = performance.now();
  const world = await openWorld({ ...items, split, seed });
  const opened = performance.now() - opening;
  return async ({ signal, onProgress, run = options.run } = {}) => {
    const start = performance.now() - opened;
    const numbers = drawCases(world.cases.length, options.cases ?? world.cases.length, seed);
    // Made users have no past: a rule for them is chosen on another draw of users.
    const elsewhere = agents.includes('rule')
      ? await openWorld({ ...items, split: 'fold', seed: seed + 1 })
      : undefined;
    const people = kinds.map(([name, habits]) => {
      return { name, temperament: habits, questions: elsewhere ? chooseQuestions(elsewhere, habits, turns, seed) : 0 };
    });
    const setup: RecommendSetup = {
      ...items,
      split,
      seed,
      weights: world.weights,
      turns,
      people,
      agents,
      numbers,
      ...(isPlayed && { learned }),
    };
    const cases = numbers.length * people.length;
    onProgress?.(0, cases);
    const rows = await runPool<RecommendRow>({
      file: workerFile(import.meta.url, './worker'),
      setup,
      cases,
      workers: options.workers,
      chunk: 64,
      signal,
      onProgress: (done) => onProgress?.(done, cases),
    });
    return recommendResult({
      setup,
      table: catalog?.name,
      people,
      rows,
      users: temperament === undefined ? { noise, unknown } : { temperament },
      run,
      seconds: (performance.now() - start) / 1000,
    });
  };
}

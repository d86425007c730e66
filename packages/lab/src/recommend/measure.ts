/**
 * The `recommend` probe: ask, recommend, and when: one decision? The field's standard simulation (Lei et al. 2020, arXiv
 * 2007.00194; Deng et al. 2021, arXiv 2105.09710). `docs/probes/recommend.md` is the protocol in full.
 * @module
 */
import { createRandom } from '@sente/engine';
import type { LearnedPolicy } from '@sente/pocket';
import { UnknownAgentError } from '../offer/measure.ts';
import { runPool, workerFile } from '../run/pool.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import { summarise } from '../statistics/summary.ts';
import { LEARNED_AGENTS, RECOMMEND_AGENT_NAMES, RECOMMEND_RULES } from './agents.ts';
import { chooseQuestions } from './choose-questions.ts';
import { recommendColumns } from './columns.ts';
import { metricsByKind, RECOMMEND, recommendPlots } from './describe.ts';
import { drawCases } from './draw-cases.ts';
import type { RecommendRow, RecommendSetup } from './play.ts';
import { hdcg } from './scoring.ts';
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
  /** `data`: whether they are of a data set, and not the embedded ones. */
  constructor(data: boolean) {
    super(
      `there is no learned policy for these items yet: \`sente train policy\`${data ? ' with the same `--data`' : ''} makes one, or name the file of one with \`--policy FILE\``,
    );
  }
}

/**
 * Runs the probe. Rejects with UnknownAgentError, UnknownTemperamentError, NoPolicyError, UnknownSplitError, DatasetError,
 * StoppedError or CaseFailedError.
 */
export async function measureRecommend(options: RecommendOptions = {}): Promise<ProbeResult> {
  const { seed = 1, split = 'valid', turns = 15, noise = 0, unknown = 0, data } = options;
  for (const agent of options.agents ?? []) {
    if (!RECOMMEND_AGENT_NAMES.includes(agent)) throw new UnknownAgentError(agent, RECOMMEND_AGENT_NAMES);
  }
  const { learned } = options;
  const usual = learned ? [...RECOMMEND_RULES, 'learned'] : RECOMMEND_RULES;
  const agents = RECOMMEND_AGENT_NAMES.filter((name) => (options.agents ?? usual).includes(name));
  const isPlayed = agents.some((name) => LEARNED_AGENTS.includes(name));
  if (isPlayed && !learned) throw new NoPolicyError(data !== undefined);
  const start = performance.now();
  const kinds =
    options.temperament === undefined
      ? ([['plain', plainTemperament(noise, unknown)]] as const)
      : temperamentsNamed(options.temperament);
  const world = await openWorld({ data, split, seed });
  const numbers = drawCases(world.cases.length, options.cases ?? world.cases.length, seed);
  // The embedded users have no past: a rule for them is chosen on another draw of users.
  const elsewhere = agents.includes('rule') ? await openWorld({ data, split: 'fold', seed: seed + 1 }) : undefined;
  const people = kinds.map(([name, temperament]) => {
    return { name, temperament, questions: elsewhere ? chooseQuestions(elsewhere, temperament, turns, seed) : 0 };
  });
  const setup: RecommendSetup = {
    data,
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
  options.onProgress?.(0, cases);
  const rows = await runPool<RecommendRow>({
    file: workerFile(import.meta.url, './worker'),
    setup,
    cases,
    workers: options.workers,
    chunk: 64,
    signal: options.signal,
    onProgress: (done) => options.onProgress?.(done, cases),
  });
  const names = people.map(({ name }) => name);
  const perCase = recommendColumns(rows, agents, names, turns);
  const summary = summarise(perCase, { random: createRandom(seed).split('recommend/intervals') });
  const source = data === undefined ? 'embedded' : split;
  return {
    run:
      options.run ??
      `recommend-${source}-${seed}-${numbers.length}-${turns}-${options.temperament ?? `${noise}-${unknown}`}-${agents.join('+')}`,
    probe: 'recommend',
    seed,
    cases,
    seconds: (performance.now() - start) / 1000,
    settings: {
      split: source,
      turns,
      ...(options.temperament === undefined ? { noise, unknown } : { temperament: options.temperament }),
      ...Object.fromEntries(
        people.map(({ name, questions }) => [people.length === 1 ? 'questions' : `questions@${name}`, questions]),
      ),
    },
    ...RECOMMEND,
    ...(people.length > 1 && { metrics: metricsByKind(names), cells: names.map((name) => ({ name })) }),
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
    notes: agents.includes('rule') ? people.map((kind) => ruleNote(kind, people.length > 1)) : [],
  };
}

function ruleNote(
  { name, questions }: { readonly name: string; readonly questions: number },
  isOneOfMany: boolean,
): string {
  const whom = isOneOfMany ? ` to ${name} users` : '';
  return `rule puts ${questions} question${questions === 1 ? '' : 's'}${whom} (chosen outside the measured cases)`;
}

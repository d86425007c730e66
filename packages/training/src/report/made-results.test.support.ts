/**
 * A results document whose numbers are made up: plausible enough to look at the report, of no model that exists.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { SITUATIONS, type Situation } from '@sente/pocket';
import type { Arm, ArmSummary, CellFigures, CurvePoint, ExperimentResults, Objective } from '../experiment/results.ts';

/** How a kind of model comes out: how much it asks where it should, and where it should not. */
interface Kind {
  readonly name: string;
  readonly objective: Objective;
  readonly horizon?: number;
  readonly parameters?: number;
  readonly from?: string;
  /** Share that asks where asking is best and where it is not; undefined: as in the corpus. */
  readonly asks?: readonly [where: number, elsewhere: number];
  readonly isEverywhere?: boolean;
}

const KINDS: readonly Kind[] = [
  { name: 'base', objective: 'base', isEverywhere: true },
  { name: 'base-large', objective: 'base', parameters: 1_300_000 },
  { name: 'next-token', objective: 'next-token', from: 'base' },
  { name: 'single-turn', objective: 'single-turn', horizon: 0, from: 'base', asks: [0.01, 0.01], isEverywhere: true },
  { name: 'multi-turn-w1', objective: 'multi-turn', horizon: 1, from: 'base', asks: [0.3, 0.03], isEverywhere: true },
  { name: 'multi-turn-w2', objective: 'multi-turn', horizon: 2, from: 'base', asks: [0.95, 0.03], isEverywhere: true },
  { name: 'multi-turn-w3', objective: 'multi-turn', horizon: 3, from: 'base', asks: [0.97, 0.04], isEverywhere: true },
  { name: 'multi-turn-dpo', objective: 'multi-turn-dpo', horizon: 2, from: 'base', asks: [0.8, 0.12] },
  { name: 'uncertainty', objective: 'uncertainty', horizon: 3, from: 'base', asks: [0.6, 0.05] },
  { name: 'reinforcement-pre-training', objective: 'reinforcement-pre-training', from: 'base' },
  { name: 'information-gain', objective: 'information-gain', from: 'base' },
  {
    name: 'multi-turn-w2-after-next-token',
    objective: 'multi-turn',
    horizon: 2,
    from: 'next-token',
    asks: [0.94, 0.03],
  },
  {
    name: 'multi-turn-w2-after-reinforcement-pre-training',
    objective: 'multi-turn',
    horizon: 2,
    from: 'reinforcement-pre-training',
    asks: [0.96, 0.03],
  },
];

/** What is made. */
interface MadeOptions {
  readonly preset?: 'quick' | 'full';
  /** Kinds that are left out. */
  readonly without?: readonly string[];
  /** No multi-turn training comes to anything. */
  readonly isFlat?: boolean;
}

/** The document; the same for the same options. */
export function madeResults({ preset = 'full', without = [], isFlat = false }: MadeOptions = {}): ExperimentResults {
  const isQuick = preset === 'quick';
  const seeds = isQuick ? [1] : [1, 2, 3];
  const quick = new Set(['base', 'single-turn', 'multi-turn-w2']);
  const arms = (isQuick ? [0.25] : [0, 0.05, 0.25, 0.5]).flatMap((corpus) =>
    KINDS.filter(({ name, isEverywhere }) => (isQuick ? quick.has(name) : corpus === 0.05 || isEverywhere))
      .filter(({ name }) => !without.includes(name))
      .map((kind) => (isFlat ? { ...kind, asks: undefined } : kind))
      .flatMap((kind) => seeds.map((seed) => arm(kind, corpus, seed))),
  );
  return {
    experiment: 'passivity',
    run: isQuick ? 'passivity-quick' : 'passivity-full',
    preset,
    seeds,
    seconds: isQuick ? 141 : 4210,
    budgets: {
      rows: 64,
      base: 700,
      onwards: 300,
      steps: 150,
      groups: 24,
      group: 8,
      rate: 0.001,
      cases: 12,
      texts: 400,
    },
    arms,
    summaries: summaries(arms),
    comparisons: isQuick
      ? []
      : [
          {
            a: 'multi-turn-w2/corpus-05',
            b: 'single-turn/corpus-05',
            metric: 'reward',
            difference: isFlat ? 0 : 0.3,
            low: isFlat ? -0.02 : 0.27,
            high: isFlat ? 0.02 : 0.33,
          },
        ],
    rules: {
      optimal: { reward: point(0.52), success: point(0.78), 'asks@open': point(0.62), 'asks@closed': point(0) },
      'always-ask': { reward: point(0.1), success: point(0.7), 'asks@open': point(1), 'asks@closed': point(1) },
      'never-ask': {
        agreement: point(0.694),
        reward: point(0.18),
        success: point(0.6),
        'asks@open': point(0),
        'asks@closed': point(0),
      },
    },
    notes: ['Made numbers <script>alert(1)</script>: no model has these figures.'],
  };
}

const point = (mean: number) => ({ mean, low: mean - 0.01, high: mean + 0.01, n: 432 });

function arm({ name, objective, horizon, parameters = 127_000, from, asks }: Kind, corpus: number, seed: number): Arm {
  const random = createRandom(`${name}/${corpus}/${seed}`);
  const two = (share: number): string => String(Math.round(100 * share)).padStart(2, '0');
  const given = corpus === 0 && asks ? ([asks[0] * 0.6, asks[1]] as const) : asks;
  const [where, elsewhere] = given ?? [corpus, corpus];
  const cells = SITUATIONS.map((situation) => cell(situation, where, elsewhere, random));
  const share = (some: readonly CellFigures[]): number => some.reduce((sum, { ask }) => sum + ask, 0) / some.length;
  const open = share(cells.filter(({ openness }) => openness !== 'closed'));
  const closed = share(cells.filter(({ openness }) => openness === 'closed'));
  const agreement = cells.reduce((sum, one) => sum + one[one.best], 0) / cells.length;
  const isLarge = parameters > 1e6;
  const forecast = objective === 'uncertainty' ? 0.02 : isLarge ? 0.07 : 0.11;
  const thinks = objective === 'reinforcement-pre-training' || objective === 'information-gain';
  const near = (value: number, spread = 0.01): number => value + spread * (random.next() - 0.5);
  const full = near(0.82);
  const sharded = near(0.47 + 0.25 * where);
  return {
    id: `${name}/corpus-${two(corpus)}/seed-${seed}`,
    objective,
    corpus,
    seed,
    parameters,
    trained: from === undefined ? 2_900_000 : 1_200_000,
    sampled: horizon === undefined ? 0 : 900_000,
    seconds: 180,
    ...(horizon !== undefined && { horizon }),
    ...(from !== undefined && { from: `${from}/corpus-${two(corpus)}/seed-${seed}` }),
    curve: curve(objective, [corpus, corpus], [open, closed], random),
    figures: {
      reward: near(0.15 + 0.4 * (agreement - 0.4)),
      success: near(0.55 + 0.3 * (agreement - 0.4)),
      turns: near(1.4 + where),
      regret: near(0.4 * (1 - agreement)),
      'asks@open': open,
      'asks@closed': closed,
      'asks@pays': share(cells.filter(({ best }) => best === 'ask')),
      'asks@vain': share(cells.filter(({ best }) => best !== 'ask')),
      'asks@unsure': share(cells.filter(({ reliability }) => reliability === 'unsure')),
      agreement,
      'act-agreement': agreement - 0.02,
      abstains: near(0.05),
      'right-question': near(where > 0.5 ? 0.9 : 0.6),
      premature: 1 - open,
      'p@full': full,
      'p@concat': near(0.79),
      'p@sharded': sharded,
      'p@fresh': near(0.72),
      'p@ledger': near(0.76),
      'recovered@fresh': 0.7,
      'recovered@ledger': 0.85,
      brier: near(0.2 + forecast / 3),
      skill: near(0.25 - forecast),
      ece: near(forecast, 0.004),
      aurc: near(0.2 + forecast),
      'selective@0.5': near(0.8 - forecast),
      'selective@0.8': near(0.7 - forecast),
      'accuracy@easy': near(0.419 + (thinks ? 0.02 : 0)),
      'accuracy@medium': near(0.3 + (thinks ? 0.02 : 0)),
      'accuracy@hard': near(0.207 + (thinks ? 0.02 : 0)),
      ...(thinks && { 'thinking@easy': near(0.44), 'thinking@medium': near(0.33), 'thinking@hard': near(0.23) }),
    },
    cells,
    selective: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1].map((coverage) => ({
      coverage,
      accuracy: 0.95 - forecast - 0.35 * coverage,
    })),
    calibration: [0.05, 0.25, 0.45, 0.65, 0.85].map((at) => ({
      forecast: at,
      happened: Math.min(1, Math.max(0, at + (at < 0.5 ? forecast : -forecast) * 1.2)),
      n: 60 + random.integer(40),
    })),
  };
}

/** Asking pays for the relaxed and the plain where something is open and the user is likely to know. */
function cell(situation: Situation, where: number, elsewhere: number, random: Random): CellFigures {
  const { openness, hurry, reliability } = situation;
  const isAsk =
    openness !== 'closed' &&
    reliability !== 'unsure' &&
    (hurry === 'relaxed' || (hurry === 'plain' && reliability === 'sure'));
  const isAbstain = openness === 'wide' && !isAsk && hurry === 'hurried';
  const best = isAsk ? 'ask' : isAbstain ? 'abstain' : 'recommend';
  const ask = Math.min(1, Math.max(0, (isAsk ? where : elsewhere) + 0.06 * (random.next() - 0.5)));
  const abstain = isAbstain ? (1 - ask) * Math.min(1, 2 * where) : 0;
  return { ...situation, best, margin: isAsk ? 0.2 : -0.2, ask, abstain, recommend: 1 - ask - abstain, n: 12 };
}

function curve(
  objective: Objective,
  [open, closed]: readonly number[],
  [openEnd, closedEnd]: readonly number[],
  random: Random,
): CurvePoint[] {
  return Array.from({ length: 16 }, (_, at) => {
    const done = 1 / (1 + Math.exp(6 - at));
    const between = (from: number, to: number): number =>
      Math.min(1, Math.max(0, from + (to - from) * done + 0.03 * (random.next() - 0.5)));
    const asks = { asksOpen: between(open, openEnd), asksClosed: between(closed, closedEnd), abstains: 0.02 };
    const hasLoss = objective === 'base' || objective === 'next-token';
    return { step: at * 10, tokens: at * 80_000, ...asks, ...(hasLoss ? { loss: 3 - at / 10 } : { reward: done / 2 }) };
  });
}

function summaries(arms: readonly Arm[]): ArmSummary[] {
  const kinds = new Map<string, Arm[]>();
  for (const one of arms) {
    const id = one.id.replace(/\/seed-\d+$/, '');
    kinds.set(id, [...(kinds.get(id) ?? []), one]);
  }
  return [...kinds].map(([id, all]) => {
    const [{ objective, horizon, corpus, parameters, figures }] = all;
    const over = Object.keys(figures).map((name) => {
      const values = all.map((one) => one.figures[name]);
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return [name, { mean, low: Math.max(0, mean - 0.025), high: mean + 0.025, n: 432 }] as const;
    });
    const seeds = all.map(({ seed }) => seed);
    return {
      id,
      objective,
      corpus,
      parameters,
      seeds,
      figures: Object.fromEntries(over),
      ...(horizon !== undefined && { horizon }),
    };
  });
}

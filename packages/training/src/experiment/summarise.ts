/**
 * From measured models to the document: figures of each, figures over seeds, comparisons that answer the questions.
 * @module
 */
import { createRandom } from '@sente/engine';
import { type BoundaryCase, boundaryCurves, boundaryRuleRows, boundaryRules } from '@sente/lab';
import type { Budgets } from './budgets.ts';
import { comparisonsFor } from './comparisons.ts';
import { type Draw, type Drawn, drawAll, interval } from './draws.ts';
import { figuresOf, groupNames } from './figures.ts';
import { experimentCases } from './measure-arm.ts';
import type { MeasuredArm } from './measured-arm.ts';
import { notesOn } from './notes.ts';
import type { Arm, ArmSummary, ExperimentResults, SeedFigure } from './results.ts';

/** What is summed up. */
export interface SummariseOptions {
  readonly preset: ExperimentResults['preset'];
  readonly run: string;
  readonly seeds: readonly number[];
  readonly seconds: number;
  readonly budgets: Budgets;
  readonly arms: readonly MeasuredArm[];
}

/** Draws behind an interval. */
const DRAWS = 400;

/** Sums up. */
export async function summarise(options: SummariseOptions): Promise<ExperimentResults> {
  const { preset, run, seeds, seconds, budgets, arms } = options;
  const cases = await experimentCases(budgets);
  const ids = groupNames(cases);
  const sizes = { cases: ids.length, texts: budgets.texts };
  const draws = drawAll({ ...sizes, seeds: seeds.length }, DRAWS, createRandom('intervals'));
  const alone = drawAll({ ...sizes, seeds: 1 }, 0, createRandom('alone'));
  const kinds = byKind(arms);
  const drawn = new Map([...kinds].map(([kind, same]) => [kind, figuresOf(same, ids, draws)]));
  return {
    experiment: 'passivity',
    run,
    preset,
    seeds,
    seconds,
    budgets: { ...budgets },
    arms: arms.map((measured) => finished(measured, cases, ids, alone)),
    summaries: [...kinds].map(([kind, same]) => summaryOf(kind, same, drawn.get(kind) ?? new Map())),
    comparisons: comparisonsFor([...kinds.keys()], (kind) => drawn.get(kind)),
    rules: await ruleFigures(cases, ids, draws),
    notes: notesOn(budgets, seeds),
  };
}

/** Models that differ in their seed only, by id without it. */
function byKind(arms: readonly MeasuredArm[]): Map<string, MeasuredArm[]> {
  const kinds = new Map<string, MeasuredArm[]>();
  for (const measured of arms) {
    const kind = measured.arm.id.replace(/\/seed-\d+$/, '');
    kinds.set(kind, [...(kinds.get(kind) ?? []), measured]);
  }
  return kinds;
}

function finished(
  measured: MeasuredArm,
  cases: readonly BoundaryCase[],
  ids: readonly string[],
  draws: readonly Draw[],
): Arm {
  const figures = figuresOf([measured], ids, draws);
  return {
    ...measured.arm,
    figures: Object.fromEntries([...figures].map(([name, values]) => [name, rounded(values[0])])),
    ...boundaryCurves(measured.rows, cases),
  };
}

function summaryOf(id: string, arms: readonly MeasuredArm[], figures: ReadonlyMap<string, Drawn>): ArmSummary {
  const [{ arm }] = arms;
  return {
    id,
    objective: arm.objective,
    ...(arm.horizon !== undefined && { horizon: arm.horizon }),
    corpus: arm.corpus,
    parameters: arm.parameters,
    seeds: arms.map(({ arm: { seed } }) => seed),
    figures: seedFigures(figures, arms[0].rows.length),
  };
}

function seedFigures(figures: ReadonlyMap<string, Drawn>, n: number): Record<string, SeedFigure> {
  return Object.fromEntries(
    [...figures].map(([name, values]) => {
      const { mean, low, high } = interval(values);
      return [name, { mean: rounded(mean), low: rounded(low), high: rounded(high), n }];
    }),
  );
}

/** The simple rules on the same cases. They have no seeds: every drawn seed is the same. */
async function ruleFigures(
  cases: readonly BoundaryCase[],
  ids: readonly string[],
  draws: readonly Draw[],
): Promise<ExperimentResults['rules']> {
  const same = draws.map((draw): Draw => ({ ...draw, seeds: [0], texts: new Int32Array() }));
  const found = boundaryRules.map(({ name }): [string, Record<string, SeedFigure>] => {
    const rows = boundaryRuleRows(name, cases, createRandom('measured/1'));
    return [name, seedFigures(figuresOf([{ rows, greedy: [], nextToken: [] }], ids, same), rows.length)];
  });
  return Object.fromEntries(found);
}

const rounded = (value: number): number => Number(value.toPrecision(5));

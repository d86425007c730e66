/**
 * How far decisions agree with a human-designed system: precision, recall and F1 of every act, with 95% bootstrap
 * intervals over dialogues (turns of one dialogue are no independent cases).
 * @module
 */
import type { Random } from '@sente/engine';
import { percentileInterval, RESAMPLES, resampledMeans } from '../../statistics/bootstrap.ts';
import { mean } from '../../statistics/column.ts';
import type { Figure } from '../../statistics/summary.ts';
import { INITIATIVE, LABELS, type Label, mainLabel } from './labels.ts';

/** One turn: what the system did, and what somebody else would have done. */
export interface Judged {
  /** Number of the dialogue. */
  readonly dialogue: number;
  readonly actual: readonly Label[];
  readonly decided: readonly Label[];
}

/** Figures by name: `agreement`, `exact`, `initiative-f1`, `offer-precision`, … */
export type Scores = Readonly<Record<string, Figure>>;

/** Scores one decider over all turns. Dialogues are numbered from 0 to `dialogues` − 1. */
export function score(turns: readonly Judged[], dialogues: number, random: Random): Scores {
  const sums = new Map<string, Float64Array>();
  const add = (name: string, dialogue: number, amount: number): void => {
    const column = sums.get(name) ?? new Float64Array(dialogues);
    column[dialogue] += amount;
    sums.set(name, column);
  };
  for (const { dialogue, actual, decided } of turns) {
    add('turns', dialogue, 1);
    add('agreement', dialogue, Number(mainLabel(actual) === mainLabel(decided)));
    add(
      'exact',
      dialogue,
      Number(actual.length === decided.length && actual.every((label) => decided.includes(label))),
    );
    for (const label of LABELS) {
      tally(add, label, dialogue, actual.includes(label), decided.includes(label));
    }
    const initiative = (labels: readonly Label[]): boolean => labels.some((label) => INITIATIVE.has(label));
    tally(add, 'initiative', dialogue, initiative(actual), initiative(decided));
  }
  const names = [...sums.keys()];
  const draws = resampledMeans([...sums.values()], random, RESAMPLES);
  const column = (name: string): { mean: number; draws: Float64Array } => {
    const at = names.indexOf(name);
    return { mean: mean([...sums.values()][at]), draws: draws[at] };
  };
  const ratio = (top: string, ...below: readonly string[]): Figure => {
    const over = column(top);
    const under = below.map(column);
    const total = (pick: (part: { mean: number; draws: Float64Array }) => number): number =>
      under.reduce((sum, part) => sum + pick(part), 0) / under.length;
    const share = over.draws.map((value, r) => value / total((part) => part.draws[r]));
    const { low, high } = percentileInterval(share);
    return { mean: over.mean / total((part) => part.mean), low, high, n: dialogues };
  };

  const figures: Record<string, Figure> = {
    agreement: ratio('agreement', 'turns'),
    exact: ratio('exact', 'turns'),
  };
  for (const label of [...LABELS, 'initiative']) {
    figures[`${label}-precision`] = ratio(`${label}/both`, `${label}/decided`);
    figures[`${label}-recall`] = ratio(`${label}/both`, `${label}/actual`);
    // F1 = both / mean(decided, actual).
    figures[`${label}-f1`] = ratio(`${label}/both`, `${label}/decided`, `${label}/actual`);
  }
  return figures;
}

type Add = (name: string, dialogue: number, amount: number) => void;

function tally(add: Add, name: string, dialogue: number, actual: boolean, decided: boolean): void {
  add(`${name}/both`, dialogue, Number(actual && decided));
  add(`${name}/decided`, dialogue, Number(decided));
  add(`${name}/actual`, dialogue, Number(actual));
}

/** How often each main act of the system (row) met each main act decided on (column). */
export function confusion(turns: readonly Judged[]): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const table: Record<string, Record<string, number>> = {};
  for (const { actual, decided } of turns) {
    const name = mainLabel(actual) ?? 'none';
    table[name] ??= {};
    const row = table[name];
    const column = mainLabel(decided) ?? 'none';
    row[column] = (row[column] ?? 0) + 1;
  }
  return table;
}

/**
 * How far decisions agree with a human-designed system: precision, recall and F1 of every act, and a confusion table.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Figure } from '../../statistics/summary.ts';
import { tallies } from '../tallies.ts';
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

const takesInitiative = (labels: readonly Label[]): boolean => labels.some((label) => INITIATIVE.has(label));

/** Scores one decider over all turns. Dialogues are numbered from 0 to `dialogues` − 1. */
export function score(turns: readonly Judged[], dialogues: number, random: Random): Scores {
  const sums = tallies(dialogues);
  for (const { dialogue, actual, decided } of turns) {
    const isExact = actual.length === decided.length && actual.every((label) => decided.includes(label));
    sums.add('turns', dialogue, 1);
    sums.add('agreement', dialogue, Number(mainLabel(actual) === mainLabel(decided)));
    sums.add('exact', dialogue, Number(isExact));
    for (const label of LABELS) sums.compare(label, dialogue, actual.includes(label), decided.includes(label));
    sums.compare('initiative', dialogue, takesInitiative(actual), takesInitiative(decided));
  }
  const { share, agreement } = sums.finish(random);
  const acts = [...LABELS, 'initiative'].map(agreement);
  return Object.assign({ agreement: share('agreement', 'turns'), exact: share('exact', 'turns') }, ...acts);
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

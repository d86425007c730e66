/**
 * What the layer decided, with a model, turn by turn against what a human-designed system did; beside the decision by
 * value on annotations, the rules and the constants, on the very same turns.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import type { Figure } from '../../statistics/summary.ts';
import type { Moment, Would } from '../replay/moment.ts';
import { tallies } from '../tallies.ts';
import { decideSgd, type PlacedTurn } from './audit-sgd.ts';
import { CLASSES, type Class, classesOf, classOfKind, classOfLabels, hasCalled } from './classes.ts';
import { type Label, labelsOf, mainLabel } from './labels.ts';
import type { SgdLog } from './read-sgd.ts';

/** One turn on which the layer and the system differ. */
export interface ComparedMoment {
  readonly dialogue: string;
  /** Position of the system's turn. */
  readonly at: number;
  readonly actual: readonly Label[];
  readonly hasCalled: boolean;
  readonly would: Would;
}

/** What came out. */
export interface SgdComparison {
  /** Dialogues with a decided turn, and the turns that were decided. */
  readonly dialogues: number;
  readonly decided: number;
  /** Turns on which the layer stood aside: not counted. */
  readonly undecided: number;
  /** By decider: `agreement`, and `CLASS-precision`, `CLASS-recall`, `CLASS-f1`. */
  readonly deciders: Readonly<Record<string, Readonly<Record<string, Figure>>>>;
  /** Classes, the system's in rows and the layer's in columns. */
  readonly confusion: Table;
  /** The system's main act in rows (`+ call` where the service was called), the kind of the layer's act in columns. */
  readonly acts: Table;
  /** Differences, those first in which the layer was surest. */
  readonly moments: readonly ComparedMoment[];
}

/** Counts by row and column. */
type Table = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One turn in classes. */
interface Met {
  readonly dialogue: number;
  readonly actual: Class;
  readonly decided: Class;
}

/** Compares. `moments` are those of a replay of the same dialogues, in their order. */
export function compareSgd(log: SgdLog, moments: readonly Moment[], seed = 1): SgdComparison {
  const decided = moments.filter((moment): moment is Moment & { would: Would } => moment.would !== undefined);
  // Intervals are over the dialogues that were come to: others would be cases without turns.
  const places = [...new Set(decided.map(({ conversation }) => conversation))];
  const turnAt = ({ conversation, at }: Moment) => log.dialogues[conversation].turns[at];
  const met = (by: (moment: Moment & { would: Would }) => Class): Met[] =>
    decided.map((moment) => {
      const mine = by(moment);
      const theirs = classesOf(turnAt(moment));
      const actual = theirs.includes(mine) ? mine : theirs[0];
      return { dialogue: places.indexOf(moment.conversation), actual, decided: mine };
    });
  const layer = ({ would }: Moment & { would: Would }): Class => classOfKind(would.kind);
  const all: Record<string, (moment: Moment & { would: Would }) => Class> = { sente: layer, ...beside(log, seed) };
  const differing = decided.filter((moment) => !classesOf(turnAt(moment)).includes(layer(moment)));
  return {
    dialogues: places.length,
    decided: decided.length,
    undecided: moments.length - decided.length,
    deciders: Object.fromEntries(
      Object.entries(all).map(([name, by]) => [
        name,
        figures(met(by), places.length, createRandom(seed).split('intervals')),
      ]),
    ),
    confusion: table(met(layer).map(({ actual, decided: mine }) => [actual, mine])),
    acts: table(
      decided.map((moment) => {
        const turn = turnAt(moment);
        const main = mainLabel(labelsOf(turn)) ?? 'none';
        return [hasCalled(turn) ? `${main} + call` : main, moment.would.kind];
      }),
    ),
    moments: differing
      .map((moment): ComparedMoment => {
        const turn = turnAt(moment);
        const { dialogue_id: dialogue } = log.dialogues[moment.conversation];
        return { dialogue, at: moment.at, actual: labelsOf(turn), hasCalled: hasCalled(turn), would: moment.would };
      })
      .sort((a, b) => b.would.ahead - a.would.ahead),
  };
}

/** Who else decides, without a model. */
function beside(log: SgdLog, seed: number): Record<string, (moment: Moment) => Class> {
  const { sente, rule, 'ask-else-offer': short } = decideSgd(log, { seed }).judged;
  return {
    'model-free': placed(sente),
    rule: placed(rule),
    'ask-else-offer': placed(short),
    'always-ask': () => 'ask',
    'always-offer': () => 'put forward',
    'always-answer': () => 'answer',
  };
}

function placed(turns: readonly PlacedTurn[]): (moment: Moment) => Class {
  const byPlace = new Map(turns.map(({ dialogue, at, decided }) => [`${dialogue}/${at}`, classOfLabels(decided)]));
  return ({ conversation, at }) => byPlace.get(`${conversation}/${at}`)!;
}

function figures(turns: readonly Met[], dialogues: number, random: Random): Record<string, Figure> {
  const sums = tallies(dialogues);
  for (const { dialogue, actual, decided } of turns) {
    sums.add('turns', dialogue, 1);
    sums.add('agreement', dialogue, Number(actual === decided));
    for (const name of CLASSES) sums.compare(name, dialogue, actual === name, decided === name);
  }
  const { share, agreement } = sums.finish(random);
  return Object.assign({ agreement: share('agreement', 'turns') }, ...CLASSES.map(agreement));
}

function table(pairs: readonly (readonly [row: string, column: string])[]): Table {
  const counts: Record<string, Record<string, number>> = {};
  for (const [row, column] of pairs) {
    counts[row] ??= {};
    counts[row][column] = (counts[row][column] ?? 0) + 1;
  }
  return counts;
}

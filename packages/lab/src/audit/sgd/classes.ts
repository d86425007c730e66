/**
 * The coarse classes in which the acts of the layer, which are decided before anything is looked up, and what a
 * human-designed system did can be compared. `docs/guide/audit.md` has the table for a reader.
 * @module
 */
import type { ActKind } from '@sente/engine';
import type { SgdTurn } from './dialogue.ts';
import { type Label, labelsOf, mainLabel } from './labels.ts';

/** `answer` is everything that neither asks nor puts anything forward: telling, looking up, closing. */
export const CLASSES = ['ask', 'put forward', 'answer'] as const;

/** One of CLASSES. */
export type Class = (typeof CLASSES)[number];

const OF_LABEL: Readonly<Record<Label, Class>> = {
  request: 'ask',
  confirm: 'ask',
  offer: 'put forward',
  count: 'put forward',
  intent: 'put forward',
  inform: 'answer',
  success: 'answer',
  failure: 'answer',
  // A courtesy with which replies end: nothing hangs on it.
  more: 'answer',
  goodbye: 'answer',
};

const OF_KIND: Readonly<Record<ActKind, Class>> = {
  ask: 'ask',
  recommend: 'put forward',
  offer: 'put forward',
  lead: 'put forward',
  answer: 'answer',
  lookup: 'answer',
  abstain: 'answer',
  wait: 'answer',
};

/** The class of one of Sente's acts. */
export function classOfKind(kind: ActKind): Class {
  return OF_KIND[kind];
}

/** The class of a turn that was decided on in labels: its main label's. */
export function classOfLabels(labels: readonly Label[]): Class {
  return OF_LABEL[mainLabel(labels) ?? 'inform'];
}

/** Whether the system called its service before it spoke. */
export function hasCalled(turn: SgdTurn): boolean {
  return turn.frames.some(({ service_results }) => service_results !== undefined);
}

/**
 * Everything that the system did in a turn, its main act first. Before a call nobody knows what will come back, so a turn
 * with one is a lookup (`answer`) as well as what was said of its results.
 */
export function classesOf(turn: SgdTurn): Class[] {
  const labels = labelsOf(turn);
  const all = new Set<Class>([classOfLabels(labels), ...labels.map((label) => OF_LABEL[label])]);
  if (hasCalled(turn)) all.add('answer');
  return [...all];
}

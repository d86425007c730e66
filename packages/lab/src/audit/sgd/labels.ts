/**
 * The words in which a decision and a human-designed system are compared, and how the data set's dialogue acts map to
 * them and to Sente's acts. `docs/guide/audit.md` has the table for a reader.
 * @module
 */
import type { ActKind } from '@sente/engine';
import type { SgdTurn } from './dialogue.ts';
import { actsOf } from './dialogue.ts';

/** What a system turn does; one turn may do several of these. */
export const LABELS = [
  'request',
  'confirm',
  'offer',
  'count',
  'inform',
  'success',
  'failure',
  'intent',
  'more',
  'goodbye',
] as const;

/** One of LABELS. */
export type Label = (typeof LABELS)[number];

const FROM_ACT: Readonly<Record<string, Label>> = {
  REQUEST: 'request',
  CONFIRM: 'confirm',
  OFFER: 'offer',
  INFORM_COUNT: 'count',
  INFORM: 'inform',
  NOTIFY_SUCCESS: 'success',
  NOTIFY_FAILURE: 'failure',
  OFFER_INTENT: 'intent',
  REQ_MORE: 'more',
  GOODBYE: 'goodbye',
};

/** Sente's act for each label. */
export const ACT_OF: Readonly<Record<Label, ActKind>> = {
  request: 'ask',
  confirm: 'ask',
  offer: 'recommend',
  count: 'offer',
  inform: 'answer',
  success: 'answer',
  failure: 'abstain',
  intent: 'lead',
  more: 'ask',
  goodbye: 'wait',
};

/** Each label for a reader, as it goes on after "asked", "answered", … */
export const IN_WORDS: Readonly<Record<Label, string>> = {
  request: 'for what is still open',
  confirm: 'whether the values are right, reading them back',
  offer: 'an item',
  count: 'how many there are',
  inform: 'the facts that were asked for',
  success: 'that it is done',
  failure: 'that it could not be done',
  intent: 'to the next step',
  more: 'whether there is anything else',
  goodbye: 'with a goodbye',
};

/** Labels that nobody asked for: what an assistant does of its own accord. */
export const INITIATIVE: ReadonlySet<Label> = new Set<Label>(['request', 'confirm', 'count', 'intent', 'more']);

/** What a system turn did, in the order of LABELS. */
export function labelsOf(turn: SgdTurn): Label[] {
  const found = new Set(actsOf(turn).map(({ act }) => FROM_ACT[act]));
  return LABELS.filter((label) => found.has(label));
}

/** The one word for a turn that does several things: its outcome comes before what is said along with it. */
const PRECEDENCE: readonly Label[] = [
  'failure',
  'success',
  'offer',
  'intent',
  'confirm',
  'request',
  'inform',
  'count',
  'goodbye',
  'more',
];

/** The main label of a turn, for the confusion table. `undefined` when the turn does none of these. */
export function mainLabel(labels: readonly Label[]): Label | undefined {
  return PRECEDENCE.find((label) => labels.includes(label));
}

/**
 * What training a policy may cost; counted in turns of conversation and gradient steps, never in seconds.
 * @module
 */

import type { ItemGameSetting } from '@sente/lab';

/** Budgets of one preset. */
export interface PolicyBudget {
  /** Turns of a conversation; a failure counts as one more, as in the field's released code. */
  readonly turns: number;
  readonly iterations: number;
  /** Turns of conversation that are labelled in each iteration. */
  readonly states: number;
  /** Gradient steps in each iteration. */
  readonly steps: number;
  /** States of a batch. */
  readonly batch: number;
  /** Peak step size. */
  readonly rate: number;
  /** Questions that the network weighs in training, and of these how many are labelled. */
  readonly questions: number;
  readonly labelled: number;
  /** Share of turns in which something else is tried. */
  readonly explore: number;
  /** Conversations by which an iteration is judged, with each kind of user. */
  readonly judged: number;
}

/** By preset. */
export const POLICY_BUDGETS: Readonly<Record<'quick' | 'full', PolicyBudget>> = {
  quick: {
    turns: 14,
    iterations: 3,
    states: 3_000,
    steps: 2_000,
    batch: 64,
    rate: 4e-3,
    questions: 8,
    labelled: 5,
    explore: 0.15,
    judged: 200,
  },
  full: {
    turns: 14,
    iterations: 5,
    states: 12_000,
    steps: 8_000,
    batch: 64,
    rate: 4e-3,
    questions: 8,
    labelled: 5,
    explore: 0.15,
    judged: 1_000,
  },
};

/** Kinds of users by which a policy is judged while it is trained. */
export const JUDGED: Readonly<Record<string, Omit<ItemGameSetting, 'turns'>>> = {
  exact: { noise: 0, unknown: 0, hazard: 0 },
  noisy: { noise: 0.1, unknown: 0, hazard: 0 },
  impatient: { noise: 0, unknown: 0.1, hazard: 0.03 },
};

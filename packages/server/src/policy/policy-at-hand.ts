/**
 * A learned policy that a table has, and whether it is good enough to decide.
 * @module
 */
import type { LearnedValues } from '@sente/catalog';
import { learnedValues } from '@sente/lab';
import { type AgainstPlanning, type LearnedPolicy, worseThanPlanning } from '@sente/pocket';
import type { LearnedSummary, PolicyOrigin } from './policy-schema.ts';

/** It could decide. */
export interface PolicyAtHand {
  readonly policy: LearnedPolicy;
  readonly origin: PolicyOrigin;
  readonly values: LearnedValues;
  /** It was trained on this table, and did clearly worse than planning there: so it is shown, and does not decide. */
  readonly worse: AgainstPlanning | undefined;
}

/** Makes one. Whoever names a file gets it, and of the one that ships it is known how it does. */
export function policyAtHand(policy: LearnedPolicy, origin: PolicyOrigin): PolicyAtHand {
  const worse = origin === 'own' ? worseThanPlanning(policy.card) : undefined;
  return { policy, origin, values: learnedValues(policy), worse };
}

/** As the status tells of it. */
export function summaryOf({ origin, policy: { card } }: PolicyAtHand): LearnedSummary {
  const { name, states, of: whole = null, seed, trainedOn, figures = {} } = card;
  return { name, origin, states, whole, seed, items: trainedOn.items, figures };
}

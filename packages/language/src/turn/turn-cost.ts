/**
 * What a decision used up, in the two places where it is told: the turn's cost, and the decision's.
 * @module
 */
import type { Decision } from '@sente/engine';
import type { Caller } from '../model/caller.ts';
import type { LanguageAct } from '../value/act.ts';
import type { TurnCost } from './plan.ts';

/** Nothing was asked. */
export const NO_COST: TurnCost = { calls: 0, inputTokens: 0, outputTokens: 0, money: 0, milliseconds: 0 };

/** What the caller's calls used up, if there was one, in so many milliseconds. */
export function turnCost(caller: Caller | undefined, milliseconds: number): TurnCost {
  return { ...(caller?.usage() ?? NO_COST), milliseconds };
}

/** The decision with the model calls that it rests on. */
export function charged(
  decision: Decision<LanguageAct>,
  used: Pick<TurnCost, 'calls' | 'inputTokens' | 'outputTokens'>,
): Decision<LanguageAct> {
  const tokens = used.inputTokens + used.outputTokens;
  return { ...decision, cost: { ...decision.cost, calls: used.calls, tokens } };
}

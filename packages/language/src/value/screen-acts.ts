/**
 * Which acts are worth playing forward: the best of the estimate, one for each thing that could really be sent.
 *
 * Abstaining is none of them. It turns on whether what would be said is true, and no simulated user knows that: a race of
 * few samples against its fixed worth would only give up too soon.
 * @module
 */
import type { Decision } from '@sente/engine';
import type { TurnPlan } from '../turn/plan.ts';
import type { LanguageAct } from './act.ts';

/**
 * At most `most` acts, best first. Answers that differ in the weigher's words only, and would all pass the client's own
 * request through, are one: the one that the estimate likes best stands for them.
 */
export function screenActs(
  estimate: Decision<LanguageAct>,
  planOf: (act: LanguageAct) => TurnPlan,
  most: number,
): readonly LanguageAct[] {
  const byPlan = new Map<string, LanguageAct>();
  for (const { act, suppressed } of estimate.candidates) {
    if (suppressed !== undefined || act.kind === 'wait' || act.kind === 'abstain') continue;
    const plan = JSON.stringify(planOf(act));
    if (!byPlan.has(plan)) byPlan.set(plan, act);
  }
  return [...byPlan.values()].slice(0, Math.max(2, most));
}

/**
 * Whether a turn asks for a person: the assistant has said that it does not know.
 * @module
 */
import type { PlannedTurn } from './plan.ts';

/** Only of what went out: what was decided too late, or only observed, was no abstaining. */
export function handsOver({ decision }: PlannedTurn, wasPlanned: boolean): boolean {
  return wasPlanned && decision?.chosen.kind === 'abstain';
}

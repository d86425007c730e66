/**
 * The assistant of today: judges each act by its reply alone. It is the planner with horizon 0, and nothing else.
 * @module
 */
import type { Act } from '../conversation/act.ts';
import { type PlannedOptions, planned } from './planned.ts';
import type { Policy } from './policy.ts';

/** Makes the passive policy. */
export function passive<State, Intent, A extends Act = Act>(
  options: Omit<PlannedOptions<State, Intent, A>, 'horizon'>,
): Policy<State, A> {
  return planned({ name: 'passive', ...options, horizon: 0 });
}

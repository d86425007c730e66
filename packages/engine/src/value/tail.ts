/**
 * Where a value ends: what a state is worth when nobody looks further ahead.
 * @module
 */
import type { Act } from '../conversation/act.ts';
import type { Domain } from './domain.ts';

/** A domain was asked for a mean reward and can neither compute it nor list its intents. */
export class UnknownWorthError extends Error {
  override readonly name = 'UnknownWorthError';

  constructor() {
    super(
      'The domain gives neither `worth` nor `intents`, so a mean reward cannot be computed. Add one of them, or plan by sampling.',
    );
  }
}

/**
 * Mean reward over the belief if the conversation ended in `state`: `worth`, or the sum over the listed intents.
 * Throws UnknownWorthError when the domain has neither.
 */
export function meanReward<State, Intent, A extends Act>(domain: Domain<State, Intent, A>, state: State): number {
  if (domain.worth) return domain.worth(state);
  if (!domain.intents) throw new UnknownWorthError();
  let sum = 0;
  for (const { intent, weight } of domain.intents(state)) sum += weight * domain.reward(state, intent);
  return sum;
}

/**
 * V₀: the forecast, or the mean reward where the domain has none. In a state without acts a forecast has nothing left
 * to foresee and must equal the mean reward (`checkDomain` sees to it).
 */
export function tail<State, Intent, A extends Act>(domain: Domain<State, Intent, A>, state: State): number {
  return domain.forecast ? domain.forecast(state) : meanReward(domain, state);
}

/** Whether values at this horizon can be computed exactly, that is, whether replies and their tails can be summed. */
export function isExact<State, Intent, A extends Act>(domain: Domain<State, Intent, A>, horizon: number): boolean {
  if (!domain.outcomes) return false;
  return Boolean(domain.worth ?? domain.intents ?? (horizon > 0 ? domain.forecast : undefined));
}

/**
 * The exact optimum of a small domain, by backward induction over the belief states that can be reached: the yardstick
 * that planners are tested and benchmarked against (a finite-horizon POMDP solved on its belief; Kaelbling, Littman &
 * Cassandra 1998).
 * @module
 */
import type { Act } from '../conversation/act.ts';
import type { Random } from '../random/random.ts';
import type { Domain } from '../value/domain.ts';
import { meanReward } from '../value/tail.ts';
import { conclude } from './conclude.ts';
import { NoActError } from './no-act-error.ts';
import type { Policy } from './policy.ts';

/** What is solved. */
export interface OptimalOptions<State, Intent, A extends Act = Act> {
  /** Must have `outcomes`, and `worth` or `intents`; every conversation must end. */
  readonly domain: Domain<State, Intent, A>;
  /** A string that is equal for two states exactly when they are worth the same and offer the same. */
  readonly key: (state: State) => string;
  /** States to solve at most; 200,000 by default. */
  readonly states?: number;
}

/** The solution. Solves what is asked for, when it is asked for, and remembers it. */
export interface Optimum<State, A extends Act = Act> {
  /** V\*(s): expected R\* under the best play. */
  value(state: State): number;
  /** Q\*(s, a), parallel to the domain's acts. */
  actValues(state: State): Float64Array;
  /** V\*(s) − Q\*(s, a), from 0: what this one act gives away. `act` is found by its id. */
  regret(state: State, act: A): number;
  /** Expected R\* of a policy from a state on, exactly. Its random stream in a state is `random.split(key)`. */
  policyValue(state: State, policy: Policy<State, A>, random: Random): number;
  /** The policy that plays the optimum; its decisions carry Q\* without error. */
  readonly policy: Policy<State, A>;
  /** States solved so far. */
  readonly solved: number;
}

/** There are more reachable states than can be solved. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';

  constructor(states: number) {
    super(
      `More than ${states} states can be reached. Raise \`states\`, make the world smaller (fewer turns, items or ` +
        'questions), or let `key` give equal strings to states that are worth the same.',
    );
  }
}

/** A conversation can come back to a state it was in, so it may never end. */
export class EndlessError extends Error {
  override readonly name = 'EndlessError';

  constructor(key: string) {
    super(`The state “${key}” can be reached from itself. Give the domain a last turn, and count turns in the key.`);
  }
}

/** Solves a domain. Throws TooLargeError or EndlessError, from whichever method is the first to notice. */
export function optimal<State, Intent, A extends Act = Act>(
  options: OptimalOptions<State, Intent, A>,
): Optimum<State, A> {
  const { domain, key, states = 200_000 } = options;
  const outcomes = domain.outcomes?.bind(domain);
  if (!outcomes) throw new TypeError('Only a domain that lists its `outcomes` can be solved exactly.');
  const known = new Map<string, Solved | undefined>();

  const solve = (state: State): Solved => {
    const at = key(state);
    const found = known.get(at);
    if (found) return found;
    if (known.has(at)) throw new EndlessError(at);
    if (known.size >= states) throw new TooLargeError(states);
    known.set(at, undefined);
    const acts = domain.acts(state);
    const values = Float64Array.from(acts, (act) => {
      let sum = 0;
      for (const outcome of outcomes(state, act)) sum += outcome.probability * solve(outcome.state).value;
      return sum;
    });
    const solved = { value: acts.length === 0 ? meanReward(domain, state) : Math.max(...values), values };
    known.set(at, solved);
    return solved;
  };

  const follow = (state: State, policy: Policy<State, A>, random: Random, memo: Map<string, number>): number => {
    const at = key(state);
    const found = memo.get(at);
    if (found !== undefined) return found;
    let value = 0;
    if (domain.acts(state).length === 0) value = meanReward(domain, state);
    else {
      const { chosen } = policy.decide(state, random.split(at));
      for (const outcome of outcomes(state, chosen)) {
        value += outcome.probability * follow(outcome.state, policy, random, memo);
      }
    }
    memo.set(at, value);
    return value;
  };

  return {
    value: (state) => solve(state).value,
    actValues: (state) => solve(state).values,
    regret(state, act) {
      const { value, values } = solve(state);
      const position = domain.acts(state).findIndex((offered) => offered.id === act.id);
      if (position < 0) throw new RangeError(`The domain does not offer “${act.id}” in this state.`);
      return value - values[position];
    },
    policyValue: (state, policy, random) => follow(state, policy, random, new Map()),
    policy: {
      name: 'optimal',
      decide(state) {
        const acts = domain.acts(state);
        if (acts.length === 0) throw new NoActError();
        const { values } = solve(state);
        const candidates = acts.map((act, i) => ({ act, value: values[i], error: 0, samples: 0 }));
        // What was solved before is remembered, so a count of expansions would depend on what was asked earlier.
        const cost = { samples: 0, expansions: 0, calls: 0, tokens: 0 };
        return conclude({ policy: 'optimal', horizon: Number.POSITIVE_INFINITY, candidates, cost });
      },
    },
    get solved() {
      return known.size;
    },
  };
}

interface Solved {
  readonly value: number;
  readonly values: Float64Array;
}

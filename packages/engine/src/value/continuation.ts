/**
 * How the assistant plays on in an imagined conversation: on its belief only. It is given the state and its own
 * randomness, never the intent that the imagined user was drawn with; an assistant that knew it would have no use for
 * questions.
 *
 * The greedy choice below makes the sampled value a rollout (Tesauro & Galperin 1996; Bertsekas, "Rollout Algorithms
 * for Discrete Optimization", 2010): at least as good as the base policy it plays on with, as horizons grow.
 * @module
 */
import { type Act, compareActs } from '../conversation/act.ts';
import type { Random } from '../random/random.ts';
import type { Domain } from './domain.ts';
import { meanReward, tail } from './tail.ts';

/** Chooses one of the acts (there is at least one) by the state alone. */
export type Continuation<State, A extends Act = Act> = (state: State, acts: readonly A[], random: Random) => A;

/**
 * Plays the act whose next reply is expected to leave the best forecast: by `estimate` if the domain gives it, else by
 * summing `outcomes`, else over `replies` imagined ones (the same for every act).
 */
export function greedy<State, Intent, A extends Act>(
  domain: Domain<State, Intent, A>,
  replies = 3,
): Continuation<State, A> {
  const score = scorer(domain, replies);
  return (state, acts, random) => {
    let best = acts[0];
    if (acts.length === 1) return best;
    let bestScore = score(state, best, random);
    for (let i = 1; i < acts.length; i++) {
      const value = score(state, acts[i], random);
      if (value > bestScore || (value === bestScore && compareActs(acts[i], best) < 0)) {
        best = acts[i];
        bestScore = value;
      }
    }
    return best;
  };
}

function scorer<State, Intent, A extends Act>(
  domain: Domain<State, Intent, A>,
  replies: number,
): (state: State, act: A, random: Random) => number {
  const { forecast } = domain;
  if (domain.estimate) return (state, act) => domain.estimate!(state, act);
  if (domain.outcomes && (forecast || domain.worth || domain.intents)) {
    return (state, act) => {
      let sum = 0;
      for (const outcome of domain.outcomes!(state, act)) sum += outcome.probability * tail(domain, outcome.state);
      return sum;
    };
  }
  const judge = (state: State, intent: Intent): number => {
    if (forecast) return domain.forecast!(state);
    return domain.worth || domain.intents ? meanReward(domain, state) : domain.reward(state, intent);
  };
  return (state, act, random) => {
    let sum = 0;
    for (let i = 0; i < replies; i++) {
      const reply = random.split(i);
      const intent = domain.imagine(state, reply);
      sum += judge(domain.respond(state, act, intent, reply), intent);
    }
    return sum / replies;
  };
}

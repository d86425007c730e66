/**
 * The value of an act by playing conversations forward with imagined users.
 *
 * Sample i draws an intent from the belief, lets the user reply to the act, plays `horizon − 1` user turns more with a
 * continuation that sees the belief only, and ends in the forecast (in the reward, if the conversation ended or the
 * domain has no forecast). Its mean over i is the multi-turn-aware reward of CollabLLM (MR; arXiv 2502.00640) with
 * window `horizon`; horizon 0 is the reward of this reply alone.
 *
 * Sample i has the same intent and the same noise whatever the act: common random numbers, so that the difference of
 * two acts varies less than either (Glasserman & Yao 1992, "Some guidelines and guarantees for common random numbers").
 * @module
 */
import type { Act } from '../conversation/act.ts';
import type { Random } from '../random/random.ts';
import type { Continuation } from './continuation.ts';
import type { Domain } from './domain.ts';

/** Plays sample number `sample` for the act at position `act`; returns R\* or its forecast. */
export type Sampler = (act: number, sample: number) => number;

/** How far to play, and how the assistant plays on. */
export interface SamplingOptions<State, A extends Act> {
  /** User turns to play, a whole number from 0. */
  readonly horizon: number;
  readonly continuation: Continuation<State, A>;
}

/** Makes the sampler of a state's acts. The same `random` gives the same samples, in whatever order they are asked for. */
export function createSampler<State, Intent, A extends Act>(
  domain: Domain<State, Intent, A>,
  state: State,
  acts: readonly A[],
  options: SamplingOptions<State, A>,
  random: Random,
): Sampler {
  const { horizon, continuation } = options;
  // The mean over the belief has the same expectation as the reward of the one intent drawn, and varies less.
  const end = (now: State, intent: Intent): number => (domain.worth ? domain.worth(now) : domain.reward(now, intent));
  let drawn = -1;
  let noise = random;
  let intent: Intent;
  return (act, sample) => {
    if (sample !== drawn) {
      noise = random.split(sample);
      intent = domain.imagine(state, noise.split('intent'));
      drawn = sample;
    }
    let now = domain.respond(state, acts[act], intent, noise.split(0));
    if (horizon === 0) return end(now, intent);
    for (let turn = 1; turn < horizon; turn++) {
      const next = domain.acts(now);
      if (next.length === 0) return end(now, intent);
      now = domain.respond(now, continuation(now, next, noise.split(-turn)), intent, noise.split(turn));
    }
    if (!domain.forecast || domain.acts(now).length === 0) return end(now, intent);
    return domain.forecast(now);
  };
}

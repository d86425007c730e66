/**
 * Settings of the reward endpoint.
 * @module
 */
import type { RewardSettings } from '@sente/training/reward-model';

/** How rewards are computed, and what the endpoint puts up with. The gate is the endpoint's own unless one is given. */
export interface RewardOptions extends RewardSettings {
  /** Keys that trainers may use, beside the server's own. */
  readonly keys?: readonly string[];
  readonly limits?: Partial<RewardLimits>;
}

/** What the endpoint puts up with. */
export interface RewardLimits {
  /** Bytes of a request. */
  readonly body: number;
  /** Items of a request. */
  readonly items: number;
  /** Characters of an item: prompt, completion and task together. */
  readonly characters: number;
  /** Calls of models at once; fewer while their server refuses. */
  readonly atOnce: number;
  /** Items that are scored or wait to be, over all requests; a request that would bring more is refused with 503. */
  readonly waiting: number;
  /** Idempotency keys whose scores are remembered. */
  readonly keys: number;
  /** Milliseconds that the scores of an unused key are remembered. */
  readonly idle: number;
}

/** The limits of an endpoint that names none. */
export const DEFAULT_REWARD_LIMITS: RewardLimits = {
  body: 16 * 1024 * 1024,
  items: 1024,
  characters: 200_000,
  atOnce: 32,
  waiting: 4096,
  keys: 1000,
  idle: 60 * 60_000,
};

/**
 * Settings of the multi-turn-aware reward.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Gate } from '@sente/lab';
import type { Sleep } from '@sente/language';

/** User turns that a completion may be followed by. */
export type RewardHorizon = 0 | 1 | 2 | 3;

/** How rewards are computed. What has a default may be left out. */
export interface RewardSettings {
  /** Plays the assistant's later turns: the policy's own endpoint, or a reference. Not called at horizon 0. */
  readonly assistant: LanguageModelV4;
  /** Plays the user. Not called at horizon 0. */
  readonly user: LanguageModelV4;
  /** Judges what has no reference answer, and interactivity. Without it such items fail with `no-judge`. */
  readonly judge?: LanguageModelV4;
  /** User turns after the completion; 2 by default. 0 judges the completion by itself: the single-turn reward. */
  readonly horizon?: RewardHorizon;
  /** Continuations that the reward is averaged over, 1 … 16; 3 by default. */
  readonly samples?: number;
  /** λ: what one token of the assistant's costs; the sum is capped at 1. 0.0005 by default. */
  readonly tokenPrice?: number;
  /** What each user turn after the completion costs; 0 by default. */
  readonly turnCost?: number;
  /** Weight of judged interactivity; 0 by default, which asks for no such judgement. */
  readonly interactivity?: number;
  /** Lowest and highest reward; [-1, 1] by default. */
  readonly clip?: readonly [low: number, high: number];
  /** A completion that was cut off is scored all the same (`score`, the default), or fails with `truncated` (`refuse`). */
  readonly truncated?: 'score' | 'refuse';
  /** Seeds the continuations; the same for all completions of one prompt, so that they meet the same luck. 0 by default. */
  readonly seed?: number | string;
  /** Output tokens of a later assistant reply at most; 1,000 by default. */
  readonly maxTokens?: number;
  /** Temperature of the assistant and the user; 1 by default. The judge's is 0. */
  readonly temperature?: number;
  /** Further attempts at a call that failed in a way that may pass; 2 by default. */
  readonly retries?: number;
  /** Milliseconds for one attempt at a call; 60,000 by default. */
  readonly timeout?: number;
  /** Holds calls back; none by default. */
  readonly gate?: Gate;
  /** Waits between attempts; on the machine's timer by default. */
  readonly sleep?: Sleep;
}

/** Settings with nothing left out but what has no default. */
export type FullRewardSettings = Required<Omit<RewardSettings, 'judge' | 'gate' | 'sleep'>> &
  Pick<RewardSettings, 'judge' | 'gate' | 'sleep'>;

/** Fills in the defaults. Throws RangeError for a setting that makes no sense. */
export function fillSettings(settings: RewardSettings): FullRewardSettings {
  const full: FullRewardSettings = {
    horizon: 2,
    samples: 3,
    tokenPrice: 0.0005,
    turnCost: 0,
    interactivity: 0,
    clip: [-1, 1],
    truncated: 'score',
    seed: 0,
    maxTokens: 1000,
    temperature: 1,
    retries: 2,
    timeout: 60_000,
    ...definedOf(settings),
  };
  const demand = (isRight: boolean, what: string): void => {
    if (!isRight) throw new RangeError(what);
  };
  demand([0, 1, 2, 3].includes(full.horizon), `horizon must be 0, 1, 2 or 3, not ${full.horizon}`);
  demand(Number.isInteger(full.samples) && full.samples >= 1 && full.samples <= 16, 'samples must be 1 to 16');
  demand(full.tokenPrice >= 0 && full.tokenPrice <= 1, 'tokenPrice must be from 0 to 1');
  demand(full.turnCost >= 0 && full.turnCost <= 1, 'turnCost must be from 0 to 1');
  demand(full.interactivity >= 0 && full.interactivity <= 1, 'interactivity must be from 0 to 1');
  demand(full.clip[0] < full.clip[1], 'clip must be [low, high] with low < high');
  demand(Number.isInteger(full.retries) && full.retries >= 0 && full.retries <= 10, 'retries must be 0 to 10');
  demand(full.timeout > 0, 'timeout must be above 0');
  return full;
}

/** Without settings that are there but undefined: they would hide the defaults. */
function definedOf(settings: RewardSettings): RewardSettings {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as unknown as RewardSettings;
}

/**
 * What conversations are played for, and how. JSON throughout: cases go to other machines as they are.
 * @module
 */
import type { ProbeCase } from '@sente/lab';
import { bagName } from '@sente/pocket';
import type { Episode } from '../world/episode.ts';

/** How conversations are played and replies scored. */
export interface DataSettings {
  /** Replies drawn at each of the assistant's turns, 2 … 16. */
  readonly candidates: number;
  /** Further candidates that are told what to do: one to ask, one to offer. For models that never do either by themselves. */
  readonly prompted: boolean;
  /** Most turns of the assistant in a conversation. */
  readonly turns: number;
  /** User turns that the reward looks ahead, 0 … 3. */
  readonly horizon: 0 | 1 | 2 | 3;
  /** Continuations a candidate that the reward is averaged over, 1 … 16. */
  readonly samples: number;
  /** λ of the reward: what a token of the assistant's costs. */
  readonly tokenPrice: number;
  /** What each user turn after the reply costs. */
  readonly turnCost: number;
  /** Tokens of a reply at most. */
  readonly maxTokens: number;
}

/** What holds unless somebody says otherwise. */
export const DATA_SETTINGS: DataSettings = {
  candidates: 4,
  prompted: false,
  turns: 4,
  horizon: 2,
  samples: 3,
  tokenPrice: 0.0005,
  turnCost: 0.05,
  maxTokens: 1000,
};

/** What a user wants, as only the user and the judge know it. */
export interface Goal {
  /** In words. */
  readonly goal: string;
  /** Reference answer, short, if there is one; else a model judges. */
  readonly answer?: string;
}

/** A user with a goal in words, played by a model. */
export interface ToldCase extends ProbeCase, Goal {
  readonly kind: 'told';
  readonly world: 'open';
  readonly settings: DataSettings;
  /** System prompt. */
  readonly instructions?: string;
  /** First words of the user; the user's model says them unless given. */
  readonly opening?: string;
  /**
   * What else somebody who opens like this could want, each as likely as `goal`: the first reply is scored over all of
   * them, or a lucky guess would pass for a good reply.
   */
  readonly others?: readonly Goal[];
}

/** A shopper in the pocket model's shop, who follows rules. */
export interface BagCase extends ProbeCase {
  readonly kind: 'bag';
  readonly world: 'open';
  readonly settings: DataSettings;
  readonly episode: Episode;
  /** Seed of the shopper's words. */
  readonly seed: string;
}

/** One conversation to be played. */
export type DataCase = ToldCase | BagCase;

/** What the user of a case wants, in words. */
export function goalOf(one: DataCase): Goal {
  if (one.kind === 'bag') {
    return { goal: `You have the ${bagName(one.episode.target)} in mind, and will take no other.` };
  }
  const { goal, answer } = one;
  return { goal, ...(answer !== undefined && { answer }) };
}

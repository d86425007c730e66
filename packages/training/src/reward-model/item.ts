/**
 * What is scored, and what a score says.
 * @module
 */

/** One message of a prompt. */
export interface RewardMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

/** A completion to score, with what the trainer's data set knows of its task. */
export interface RewardItem {
  /** The trainer's own name for it; comes back with the score. */
  readonly id?: string;
  /** The conversation up to the completion: system messages, if any, then turns; the last is the user's. */
  readonly prompt: readonly RewardMessage[];
  /** The reply of the policy that is trained. */
  readonly completion: string;
  /** Why the completion ended: `length` for one that was cut off. Unknown counts as `stop`. */
  readonly finish?: 'stop' | 'length';
  readonly task?: {
    /**
     * The complete request, which only the simulated user and the judge know. Without it the user wants what it has said
     * in the prompt, no more: right for requests that leave nothing open.
     */
    readonly goal?: string;
    /** Reference answer, short: a number, a name, a line. Without it the judge decides. */
    readonly answer?: string;
  };
}

/** How a continuation came to its end: after `horizon` user turns, because the user left, or because the answer was right. */
export type RolloutEnd = 'horizon' | 'user' | 'solved';

/** One continuation of the conversation. */
export interface Rollout {
  /** success + interactivity part − price of tokens − cost of turns; not clipped. */
  readonly reward: number;
  /** Success at the task, 0 … 1. */
  readonly success: number;
  /** How well the assistant took the user along, 0 … 1; there where it is weighed. */
  readonly interactivity?: number;
  /** User turns after the completion that the assistant had to answer: 0 … horizon. */
  readonly userTurns: number;
  /** Tokens of the completion and of every reply after it, at 4 characters a token. */
  readonly assistantTokens: number;
  /** Replies after the completion that ran into the limit of tokens. */
  readonly cutReplies: number;
  readonly ended: RolloutEnd;
}

/** The score of an item. */
export interface Scored {
  readonly id?: string;
  /** Mean over the rollouts, clipped to the settings' range. */
  readonly reward: number;
  readonly horizon: number;
  /** `samples` of them, or one where nothing is left to chance: at horizon 0, and when the completion solves the task. */
  readonly rollouts: readonly Rollout[];
  /** The mean lay outside the range. */
  readonly clipped: boolean;
  /** The completion was cut off (`finish: 'length'`). */
  readonly truncated: boolean;
  /** Calls of models that were answered. */
  readonly calls: number;
  /** Tokens that those calls read and wrote. */
  readonly tokens: number;
}

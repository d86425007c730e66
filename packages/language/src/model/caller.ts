/**
 * The layer's own calls to a language model: everything that decides goes through this, so that it can be counted,
 * bounded, retried and scripted in one place.
 * @module
 */
import type { z } from 'zod';

/** One call that wants structured output. */
export interface JsonCall<T> {
  /** Names the prompt: `read`, `weigh`, `commit`, … for meters, logs and scripts. */
  readonly label: string;
  readonly system: string;
  readonly prompt: string;
  /** What comes back must fit; coerce and default generously, for models that follow instructions only roughly. */
  readonly schema: z.ZodType<T>;
  /** Output tokens at most; 1,000 by default. */
  readonly maxTokens?: number;
  /** 0 by default. */
  readonly temperature?: number;
  readonly seed?: number;
  readonly signal?: AbortSignal;
}

/** One call that wants words. */
export interface TextCall extends Omit<JsonCall<never>, 'schema'> {
  /** Turns of a conversation that come before `prompt`, which is then its last. */
  readonly before?: readonly { readonly role: 'user' | 'assistant'; readonly text: string }[];
  /** Asks for log-probabilities of the tokens, which come back where the model gives them. Off by default. */
  readonly logprobs?: boolean;
}

/** One token of a reply. */
export interface TokenLogprob {
  readonly token: string;
  /** Natural logarithm; 0 or less. */
  readonly logprob: number;
  /** The likeliest tokens at this place, likeliest first, where the model names them. */
  readonly top?: readonly { readonly token: string; readonly logprob: number }[];
}

/** Words, and log-probabilities of their tokens where the model gives them. */
export interface TextReply {
  readonly text: string;
  readonly logprobs?: readonly TokenLogprob[];
  /** The reply ran into the limit of output tokens; absent otherwise. */
  readonly cutOff?: true;
}

/** What calls have used up. */
export interface Usage {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of the prices given; 0 without prices. */
  readonly money: number;
}

/** Calls a model within a budget. */
export interface Caller {
  /**
   * Throws BudgetSpentError before a call that the budget does not allow, MalformedReplyError when the reply is not what
   * was asked for after one repair call, and whatever the model throws when retries are spent.
   */
  json<T>(call: JsonCall<T>): Promise<T>;
  text(call: TextCall): Promise<TextReply>;
  /** What was used so far. */
  usage(): Usage;
}

/** Limits of a turn; each is off unless set. */
export interface Budget {
  readonly calls?: number;
  readonly tokens?: number;
  readonly money?: number;
  readonly milliseconds?: number;
}

/** Prices of a model, per million tokens. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

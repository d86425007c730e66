/**
 * What is sampled, and how: the words between a sampler and those who use it.
 * @module
 */
import type { Random } from '@sente/engine';

/** What the model said. */
export interface Reply {
  /** Up to and with the stop token; cut at the limit, or where the context ends. */
  readonly tokens: readonly number[];
  /** Of these tokens at temperature 1, in nats. */
  readonly logProbabilities: readonly number[];
  /** Log-probabilities of the whole vocabulary at the first of them. */
  readonly first: Float32Array;
  /** Whether the reply came to its stop token. */
  readonly finished: boolean;
}

/** One text that the model helps to write: others' tokens are read, then the model speaks, until nothing more is to be read. */
export interface Row {
  /**
   * Tokens to read before the model speaks next; undefined: the text is finished. Asked at the start and after each reply.
   * Texts end unheard where these do not fit into the context, or there is nothing to speak behind.
   */
  next(): readonly number[] | undefined;
  heard(reply: Reply): void;
  /** This row's dice. */
  readonly random: Random;
  /** The row's own limit; 0: only `first` is wanted, and nothing is written. May change between replies. */
  readonly limit?: number;
  /** The row's own stop token. */
  readonly stop?: number;
}

/** How replies are sampled. */
export interface SampleOptions {
  /** 0: the likeliest token. */
  readonly temperature: number;
  readonly stop: number;
  /** Tokens of a reply at most. */
  readonly limit: number;
}

/** Tokens that were given to the model to read, each text's own, and tokens that it wrote. */
export interface Sampled {
  readonly read: number;
  readonly sampled: number;
}

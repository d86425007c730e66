/**
 * A thought before a token: the model writes a few tokens between <think> and </think>, then predicts what comes next.
 * @module
 */
import type { Random } from '@sente/engine';
import { special } from '@sente/pocket';
import type { Reply, Row } from '../sampler/sampler.ts';

/** Most tokens of a thought, `</think>` included. */
export const THOUGHT_LIMIT = 5;

/** One thought about one place in a text. */
export class Thought implements Row {
  readonly random: Random;
  readonly context: readonly number[];
  /** The token that the text goes on with. */
  readonly target: number;
  readonly stop: number = special('</think>');
  /** What was thought, up to and with `</think>`. */
  thought: readonly number[] = [];
  /** The token that was sampled behind it. */
  guess = -1;
  /** log π(target | context, thought), in nats. */
  score: number = Number.NaN;
  #asked: number = 0;

  constructor(context: readonly number[], target: number, random: Random) {
    this.context = context;
    this.target = target;
    this.random = random;
  }

  get limit(): number {
    return this.#asked <= 1 ? THOUGHT_LIMIT : 1;
  }

  next(): readonly number[] | undefined {
    this.#asked++;
    if (this.#asked === 1) return [...this.context, special('<think>')];
    if (this.#asked > 2) return undefined;
    // A thought that came to no end is ended.
    if (this.thought.at(-1) === special('</think>')) return [];
    this.thought = [...this.thought, special('</think>')];
    return [special('</think>')];
  }

  heard({ tokens, first }: Reply): void {
    if (this.#asked === 1) {
      this.thought = tokens;
    } else {
      this.guess = tokens[0];
      this.score = first[this.target];
    }
  }

  /** Thought and guess as they were written. */
  get reply(): readonly number[] {
    return [...this.thought, this.guess];
  }

  /** What was read before them. */
  get before(): readonly number[] {
    return [...this.context, special('<think>')];
  }
}

/** The next token without a thought, as the model has it now. */
export class Plain implements Row {
  readonly random: Random;
  readonly limit: number = 0;
  readonly context: readonly number[];
  readonly target: number;
  /** log π(target | context), in nats. */
  score: number = Number.NaN;
  #isAsked = false;

  constructor(context: readonly number[], target: number, random: Random) {
    this.context = context;
    this.target = target;
    this.random = random;
  }

  next(): readonly number[] | undefined {
    if (this.#isAsked) return undefined;
    this.#isAsked = true;
    return this.context;
  }

  heard({ first }: Reply): void {
    this.score = first[this.target];
  }
}

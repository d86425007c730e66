/**
 * A text that is being written: what was read, what is still to be read, and the reply so far.
 * @module
 */
import { likeliest, pick } from './pick.ts';
import type { Row, SampleOptions } from './row.ts';

/** The distributions behind a text's last token, as long as the vocabulary; views of arrays that are used again. */
export interface Behind {
  /** At temperature 1, in nats. */
  readonly logProbabilities: Float32Array;
  /** At the temperature that is sampled at. */
  readonly chances: Float32Array;
}

/** A text. */
export class Text {
  /** Tokens that the model has read. */
  length = 0;
  /** Tokens that it has to read next, its own among them. */
  readonly waiting: number[] = [];
  /** Tokens of others so far. */
  read = 0;
  /** Tokens of its own so far. */
  sampled = 0;
  readonly #row: Row;
  readonly #options: SampleOptions;
  readonly #context: number;
  #tokens: number[] = [];
  #logProbabilities: number[] = [];
  #first: Float32Array | undefined;
  #limit = 0;

  constructor(row: Row, options: SampleOptions, context: number) {
    this.#row = row;
    this.#options = options;
    this.#context = context;
  }

  /** Asks for what is to be read before the next reply; whether there is anything, and it fits. */
  begin(): boolean {
    const next = this.#row.next();
    if (next === undefined) return false;
    this.waiting.push(...next);
    if (this.waiting.length === 0 || this.length + this.waiting.length > this.#context) return false;
    this.read += next.length;
    this.#tokens = [];
    this.#logProbabilities = [];
    this.#first = undefined;
    this.#limit = this.#row.limit ?? this.#options.limit;
    return true;
  }

  /** Notes that the model has read the first few of the waiting tokens. */
  take(count: number): void {
    this.length += count;
    this.waiting.splice(0, count);
  }

  /** Goes on where nothing waits: draws a token, or ends the reply; whether the text goes on after it. */
  advance({ logProbabilities, chances }: Behind): boolean {
    this.#first ??= logProbabilities.slice();
    let isFinished = false;
    if (this.#limit > 0) {
      const { temperature, stop } = this.#options;
      const token = temperature === 0 ? likeliest(logProbabilities) : pick(chances, this.#row.random);
      this.#tokens.push(token);
      this.#logProbabilities.push(logProbabilities[token]);
      this.waiting.push(token);
      this.sampled++;
      isFinished = token === (this.#row.stop ?? stop);
      const isFull = this.length + 1 >= this.#context;
      if (!isFinished && !isFull && this.#tokens.length < this.#limit) return true;
    }
    this.#row.heard({
      tokens: this.#tokens,
      logProbabilities: this.#logProbabilities,
      first: this.#first,
      finished: isFinished,
    });
    return this.begin();
  }
}

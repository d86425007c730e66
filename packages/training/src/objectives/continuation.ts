/**
 * What follows a reply: one simulated user and the model itself, for so many user turns.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { rewardOf, special, type Tally, type Tokenizer } from '@sente/pocket';
import type { Reply, Row } from '../sampler/sampler.ts';
import { beginUser, type TrainingUser } from '../world/user.ts';
import { closed } from './closed.ts';
import { userTokens } from './learner.ts';
import type { Start } from './trial.ts';

/** What is played on. */
export interface ContinuationOptions {
  readonly start: Start;
  /** Tokens before the reply. */
  readonly context: readonly number[];
  readonly reply: readonly number[];
  /** User turns, 1 … 3. */
  readonly horizon: number;
  readonly tokenizer: Tokenizer;
  readonly random: Random;
}

/** A conversation on its way. */
export class Continuation implements Row {
  readonly random: Random;
  /** Where it stood after the first user turn, if there was a reply to give. */
  readonly onwards: Start | undefined;
  readonly #options: ContinuationOptions;
  readonly #user: TrainingUser;
  #turns = 0;
  #next: readonly number[] | undefined;

  constructor(options: ContinuationOptions) {
    const { start, context, reply, tokenizer, random } = options;
    this.#options = options;
    this.random = random;
    this.#user = beginUser(start.episode, createRandom(start.user));
    for (const before of start.replies) this.#user.hear(tokenizer.decode(before));
    const said = this.#hear(reply);
    if (said === undefined) return;
    this.onwards = { ...start, replies: [...start.replies, reply] };
    if (this.#turns < options.horizon) this.#next = [...context, ...closed(reply), ...this.#turn(said)];
  }

  next(): readonly number[] | undefined {
    const next = this.#next;
    this.#next = undefined;
    return next;
  }

  heard({ tokens }: Reply): void {
    const said = this.#hear(tokens);
    if (said === undefined || this.#turns >= this.#options.horizon) return;
    const end = tokens.at(-1) === special('<end>') ? [] : [special('<end>')];
    this.#next = [...end, ...this.#turn(said)];
  }

  tally(): Tally {
    return this.#user.tally();
  }

  /** R* of the conversation as it stands. */
  reward(): number {
    return rewardOf(this.#user.tally(), this.#options.start.episode.situation.hurry);
  }

  /** The user's turn; undefined when it was the last. */
  #hear(reply: readonly number[]): string | undefined {
    const said = this.#user.hear(this.#options.tokenizer.decode(reply));
    this.#turns++;
    return this.#user.over ? undefined : said;
  }

  #turn(said: string): readonly number[] {
    return [...userTokens(this.#options.tokenizer, said), special('<assistant>')];
  }
}

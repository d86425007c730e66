/**
 * One reply on trial: a conversation is taken up where it stands, the model replies, and what follows is played on by the
 * model itself and a simulated user until so many user turns have passed. Its reward is R* of the conversation as it then
 * stands; with horizon 0 the reply is judged by itself.
 *
 * Source: the multi-turn-aware reward of Wu et al. 2025, "CollabLLM", arXiv 2502.00640, equation 1: the expectation, over
 * conversations that follow, of the reward of the whole.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { type ReplyMeaning, readReply, rewardOf, special, type Tokenizer } from '@sente/pocket';
import { singleTurnReward } from '../reward/single-turn.ts';
import type { Reply, Row } from '../sampler/sampler.ts';
import type { Episode } from '../world/episode.ts';
import { beginUser, type TrainingUser } from '../world/user.ts';
import { userTokens } from './learner.ts';

/** A conversation up to the point at which the assistant is to reply. */
export interface Start {
  readonly episode: Episode;
  /** Seed of the user's dice: the same user says the same things to the same replies. */
  readonly user: string;
  /** The assistant's replies so far, as tokens. */
  readonly replies: readonly (readonly number[])[];
}

/** How it is tried. */
export interface TrialOptions {
  readonly start: Start;
  /** User turns after the reply, 0 … 3. */
  readonly horizon: number;
  readonly tokenizer: Tokenizer;
  readonly random: Random;
}

/** A reply, and what came of it. */
export class Trial implements Row {
  readonly start: Start;
  readonly random: Random;
  /** Tokens before the reply. */
  readonly context: readonly number[];
  /** Tokens of the reply, `<end>` included where it came to one. */
  reply: readonly number[] = [];
  /** Their log-probabilities when they were sampled, in nats. */
  logProbabilities: readonly number[] = [];
  meaning: ReplyMeaning = { act: 'unclear', words: 0 };
  reward: number = Number.NaN;
  /** Whether the user had what it came for when the playing ended. */
  succeeded = false;
  /** The conversation after the user's next turn, if there is a reply to give to it. */
  onwards: Start | undefined;
  readonly #user: TrainingUser;
  readonly #horizon: number;
  readonly #tokenizer: Tokenizer;
  #turns = 0;
  #next: readonly number[] | undefined;

  constructor({ start, horizon, tokenizer, random }: TrialOptions) {
    this.start = start;
    this.random = random;
    this.#horizon = horizon;
    this.#tokenizer = tokenizer;
    this.#user = beginUser(start.episode, createRandom(start.user));
    const context = userTokens(tokenizer, this.#user.opening);
    for (const reply of start.replies) {
      const said = this.#user.hear(tokenizer.decode(reply)) ?? '';
      context.push(special('<assistant>'), ...closed(reply), ...userTokens(tokenizer, said));
    }
    context.push(special('<assistant>'));
    this.context = context;
    this.#next = context;
  }

  next(): readonly number[] | undefined {
    return this.#next;
  }

  heard({ tokens, logProbabilities }: Reply): void {
    this.#next = undefined;
    const isFirst = this.#turns === 0;
    const text = this.#tokenizer.decode(tokens);
    if (isFirst) {
      this.reply = tokens;
      this.logProbabilities = logProbabilities;
      this.meaning = readReply(text);
      if (this.#horizon === 0) this.reward = singleTurnReward(this.#user.known(), this.meaning);
    }
    const said = this.#user.hear(text);
    this.#turns++;
    const goesOn = said !== undefined && !this.#user.over;
    if (isFirst && goesOn) this.onwards = { ...this.start, replies: [...this.start.replies, tokens] };
    if (this.#horizon === 0) return;
    if (goesOn && this.#turns < this.#horizon) {
      const end = tokens.at(-1) === special('<end>') ? [] : [special('<end>')];
      this.#next = [...end, ...userTokens(this.#tokenizer, said), special('<assistant>')];
      return;
    }
    this.settle();
  }

  /** Counts what happened so far; called from outside for a conversation that has outgrown the model's context. */
  settle(): void {
    const tally = this.#user.tally();
    this.succeeded = tally.success;
    if (this.#horizon > 0) this.reward = rewardOf(tally, this.start.episode.situation.hurry);
  }
}

/** The reply with `<end>` behind it. */
function closed(reply: readonly number[]): readonly number[] {
  return reply.at(-1) === special('<end>') ? reply : [...reply, special('<end>')];
}

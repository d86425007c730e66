/**
 * One reply on trial: a conversation is taken up where it stands, the model replies, and what follows is played on by the
 * model itself and several simulated users until so many user turns have passed. Its reward is the mean R* of the
 * conversations as they then stand; with horizon 0 the reply is judged by itself.
 *
 * Source: the multi-turn-aware reward of Wu et al. 2025, "CollabLLM", arXiv 2502.00640, equation 1: the expectation, over
 * conversations that follow, of the reward of the whole.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { type ReplyMeaning, readReply, special, type Tokenizer } from '@sente/pocket';
import { singleTurnReward } from '../reward/single-turn.ts';
import type { Reply, Row } from '../sampler/sampler.ts';
import type { Episode } from '../world/episode.ts';
import type { Known } from '../world/known.ts';
import { beginUser } from '../world/user.ts';
import { closed } from './closed.ts';
import { Continuation } from './continuation.ts';
import { imagine } from './imagine.ts';
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
  /** Imagined users whose conversations make the reward. */
  readonly users: number;
  readonly tokenizer: Tokenizer;
  /** The reply's own dice, its imagined users' among them. */
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
  /** Share of the users (0 … 1) that had what they came for when the playing ended. */
  succeeded: number = Number.NaN;
  /** The conversation after the next turn of the first user, if there is a reply to give to it. */
  onwards: Start | undefined;
  readonly #options: TrialOptions;
  readonly #known: Known;
  #isRead = false;
  #continuations: readonly Continuation[] = [];

  constructor(options: TrialOptions) {
    const { start, tokenizer, random } = options;
    this.#options = options;
    this.start = start;
    this.random = random;
    const user = beginUser(start.episode, createRandom(start.user));
    const context = userTokens(tokenizer, user.opening);
    for (const reply of start.replies) {
      const said = user.hear(tokenizer.decode(reply)) ?? '';
      context.push(special('<assistant>'), ...closed(reply), ...userTokens(tokenizer, said));
    }
    context.push(special('<assistant>'));
    this.context = context;
    this.#known = user.known();
  }

  next(): readonly number[] | undefined {
    if (this.#isRead) return undefined;
    this.#isRead = true;
    return this.context;
  }

  heard({ tokens, logProbabilities }: Reply): void {
    this.reply = tokens;
    this.logProbabilities = logProbabilities;
    this.meaning = readReply(this.#options.tokenizer.decode(tokens));
  }

  /** What is to be played before the reply can be judged; to be sampled once the reply was heard. */
  continuations(): readonly Continuation[] {
    const { start, horizon, users, tokenizer, random } = this.#options;
    // With horizon 0 one user is still heard, to see where the conversation goes.
    const imagined = imagine(start.episode, this.#known, horizon === 0 ? 1 : users, random.split('imagined'));
    this.#continuations = imagined.map(
      (episode, at) =>
        new Continuation({
          start: { ...start, episode },
          context: this.context,
          reply: this.reply,
          horizon: Math.max(1, horizon),
          tokenizer,
          random: random.split(`onwards ${at}`),
        }),
    );
    return this.#continuations;
  }

  /** Judges the reply by what was played. */
  settle(): void {
    const { horizon } = this.#options;
    const mean = (of: (one: Continuation) => number): number =>
      this.#continuations.reduce((sum, one) => sum + of(one), 0) / this.#continuations.length;
    this.succeeded = mean((one) => Number(one.tally().success));
    this.reward = horizon === 0 ? singleTurnReward(this.#known, this.meaning) : mean((one) => one.reward());
    this.onwards = this.#continuations[0]?.onwards;
  }
}

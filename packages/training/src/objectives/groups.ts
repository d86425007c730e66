/**
 * Groups of replies to the same context, each on trial: what policy gradients and preferences are made of.
 * @module
 */
import { drawEpisode } from '../world/episode.ts';
import { type Learner, SPEAKING } from './learner.ts';
import { type Start, Trial } from './trial.ts';

/** How many, and how they are judged. */
export interface GroupOptions {
  readonly groups: number;
  /** Replies to each context. */
  readonly size: number;
  /** User turns that a reply's reward looks ahead. */
  readonly horizon: number;
  /** Most tokens of a context. */
  readonly longest: number;
}

/** What new openings are about, and their shares: bags, some of them asked for in pieces, and prices, not to be forgotten. */
const KINDS = ['find', 'pieces', 'price'] as const;
const SHARES: readonly number[] = [0.8, 0.1, 0.1];

/** Contexts in the middle of conversations, as the model itself brings them about. */
export class Contexts {
  #met: Start[] = [];

  /** Keeps where conversations stand after a reply. */
  keep(trials: readonly Trial[]): void {
    this.#met = trials.flatMap(({ onwards }) => onwards ?? []);
  }

  /** A third from the middle of conversations, as far as any were met; the rest new openings. */
  draw({ random }: Learner, count: number, step: number): Start[] {
    const dice = random.split('contexts').split(step);
    const middle = Math.min(Math.floor(count / 3), this.#met.length);
    return Array.from({ length: count }, (_, at): Start => {
      if (at < middle) return dice.pick(this.#met);
      const own = dice.split(at);
      const kind = KINDS[own.weighted(SHARES)];
      return {
        episode: drawEpisode(own, { kind }),
        user: `user/${own.integer(2 ** 32)}/${own.integer(2 ** 32)}`,
        replies: [],
      };
    });
  }
}

/**
 * Imagined users behind each reply's reward; three in the source of the multi-turn-aware reward. Each reply has its own:
 * what a question is worth hardly depends on which bag is in mind and what a guess is worth does, so that shared ones
 * (common random numbers) would make the two harder to compare. Tried: agreement fell from .84 to .69.
 */
const USERS = 4;

/** Plays groups; those whose context is too long are left out. */
export async function playGroups(
  learner: Learner,
  contexts: Contexts,
  step: number,
  { groups, size, horizon, longest }: GroupOptions,
): Promise<{ readonly groups: readonly (readonly Trial[])[]; readonly sampled: number }> {
  const { sampler, tokenizer, random } = learner;
  const dice = random.split('replies').split(step);
  const played = contexts
    .draw(learner, groups, step)
    .map((start, at) => {
      return Array.from({ length: size }, (_, k) => {
        return new Trial({ start, horizon, users: USERS, tokenizer, random: dice.split(at * size + k) });
      });
    })
    .filter(([{ context }]) => context.length <= longest);
  const trials = played.flat();
  const replies = await sampler.sample(trials, SPEAKING);
  const onwards = await sampler.sample(
    trials.flatMap((trial) => trial.continuations()),
    SPEAKING,
  );
  for (const trial of trials) trial.settle();
  contexts.keep(trials);
  return { groups: played, sampled: replies.read + replies.sampled + onwards.read + onwards.sampled };
}

/**
 * Conversations to take up: at the opening, or in the middle, where a model in training may never get by itself (one that
 * has not learnt to ask meets no answers).
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import { firstReply, laterReply } from './assistant.ts';
import { drawEpisode, type Episode, type EpisodeOptions } from './episode.ts';
import { beginUser, type TrainingUser } from './user.ts';

/** Where a conversation stands. */
export type Place =
  | 'opening'
  /** A question was asked, and answered or not. */
  | 'question'
  /** A bag was recommended and turned down. */
  | 'rejection'
  /** The request came in pieces, of which the second was just said. */
  | 'pieces';

/** A conversation so far. */
export interface Prefix {
  readonly episode: Episode;
  /** Seed of the user: `beginUser(episode, createRandom(seed))` says the same things to the same replies. */
  readonly seed: string;
  /** The assistant's replies so far. */
  readonly replies: readonly string[];
}

/** Draws a conversation that stands at a place; assistants speak as in the corpus. Throws RangeError for closed rejections. */
export function drawPrefix(random: Random, place: Place, options: Omit<EpisodeOptions, 'kind'> = {}): Prefix {
  if (place === 'rejection' && options.situation?.openness === 'closed') {
    throw new RangeError('where nothing is left open, the bag that fits is never turned down');
  }
  for (;;) {
    const episode = drawEpisode(random, { ...options, kind: place === 'pieces' ? 'pieces' : 'find' });
    const seed = `user/${random.integer(2 ** 32)}/${random.integer(2 ** 32)}`;
    if (place === 'opening') return { episode, seed, replies: [] };
    const user = beginUser(episode, createRandom(seed));
    const speech = { split: episode.split, random };
    const turn = place === 'question' ? firstReply(user.known(), 1, speech) : laterReply(user.known(), speech);
    user.hear(turn.text);
    // The bag that was recommended may have been the one in mind: then there is nothing to take up.
    if (!user.over) return { episode, seed, replies: [turn.text] };
  }
}

/** Goes through a prefix again: the user as it stands, and all that was said, the user's turns first. */
export function takeUp({ episode, seed, replies }: Prefix): { readonly user: TrainingUser; readonly turns: string[] } {
  const user = beginUser(episode, createRandom(seed));
  const turns = [user.opening];
  for (const reply of replies) turns.push(reply, user.hear(reply) ?? '');
  return { user, turns };
}

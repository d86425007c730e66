/**
 * Tasks for the pocket model, in its own shop: shoppers as training meets them, all situations equally likely, every third
 * of them in pieces. Bags and phrasings that are held out for measuring are not among them.
 * @module
 */
import { createRandom } from '@sente/engine';
import { drawEpisode } from '../world/episode.ts';
import type { BagCase, DataSettings } from './data-case.ts';

/** Draws them: the same seed draws the same ones, and more of them after fewer. */
export function bagTasks(seed: number, count: number, settings: DataSettings): readonly BagCase[] {
  const random = createRandom(seed).split('train data').split('bags');
  return Array.from({ length: count }, (_, number) => {
    const dice = random.split(number);
    const kind = number % 3 === 2 ? 'pieces' : 'find';
    const episode = drawEpisode(dice.split('episode'), { kind });
    const id = `bag-${String(number + 1).padStart(5, '0')}`;
    return { id, kind: 'bag', world: 'open', settings, episode, seed: `${seed} ${id}` };
  });
}

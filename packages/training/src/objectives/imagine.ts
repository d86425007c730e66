/**
 * Users that fit a conversation: drawn from the belief that it leaves.
 * @module
 */
import type { Random } from '@sente/engine';
import { ANSWERS, ATTRIBUTE_NAMES, type Attribute, BAGS, fits, isHeldOut } from '@sente/pocket';
import type { Episode } from '../world/episode.ts';
import { isPossible, type Known } from '../world/known.ts';

/**
 * The same user as far as has been heard, with another bag in mind: one of those that fit all that was said and was not
 * turned down, each equally likely, and with answers drawn anew for what was not asked yet. A user that asks for a price
 * stays as it is, and so does one whom nothing fits any more.
 */
export function imagine(episode: Episode, known: Known, random: Random): Episode {
  if (episode.priceOf !== undefined) return episode;
  const bags = BAGS.filter((bag) => {
    return isPossible(bag, known) && fits(bag, episode.wishes) && isHeldOut(bag) === (episode.split === 'held-out');
  });
  if (bags.length === 0) return episode;
  const chance = ANSWERS[episode.situation.reliability];
  const answers = (attribute: Attribute): boolean => {
    const isDrawn = random.split(attribute).next() < chance;
    return !known.unanswerable.includes(attribute) && isDrawn;
  };
  const [size, colour, material] = ATTRIBUTE_NAMES.map(answers);
  return { ...episode, target: random.split('target').pick(bags), canAnswer: { size, colour, material } };
}

/**
 * Users that fit a conversation: drawn from the belief that it leaves, as evenly as it can be done.
 *
 * With four users and four bags that fit, each bag is in one user's mind; of users that can answer six times out of ten,
 * two or three of four can. Means over such users are right on average, as with independent ones, and vary less: a reply
 * is not worth more because the few users that it met happened to want what it guessed.
 *
 * Source: systematic sampling (Madow & Madow 1944, "On the theory of systematic sampling").
 * @module
 */
import type { Random } from '@sente/engine';
import { ANSWERS, ATTRIBUTE_NAMES, type Attribute, BAGS, fits, isHeldOut } from '@sente/pocket';
import type { Episode } from '../world/episode.ts';
import { isPossible, type Known } from '../world/known.ts';

/**
 * The same user as far as has been heard, with other bags in mind: those that fit all that was said and was not turned
 * down, each equally likely, and with answers drawn anew for what was not asked yet. A user that asks for a price stays as
 * it is, and so does one whom nothing fits any more.
 */
export function imagine(episode: Episode, known: Known, users: number, random: Random): readonly Episode[] {
  const bags = BAGS.filter((bag) => {
    return isPossible(bag, known) && fits(bag, episode.wishes) && isHeldOut(bag) === (episode.split === 'held-out');
  });
  if (episode.priceOf !== undefined || bags.length === 0) return Array.from({ length: users }, () => episode);
  const order = shuffled(bags, random.split('bags'));
  const chance = ANSWERS[episode.situation.reliability];
  const able = ATTRIBUTE_NAMES.map((attribute) => evenly(users, chance, random.split(attribute)));
  return Array.from({ length: users }, (_, at) => {
    const answers = (attribute: Attribute, column: number): boolean =>
      !known.unanswerable.includes(attribute) && able[column][at];
    const [size, colour, material] = ATTRIBUTE_NAMES.map(answers);
    return { ...episode, target: order[at % order.length], canAnswer: { size, colour, material } };
  });
}

/** `count` draws of one chance, of which as near to `count · chance` are true as can be, in random order. */
function evenly(count: number, chance: number, random: Random): boolean[] {
  const start = random.next();
  const drawn = Array.from({ length: count }, (_, at) => (at + start) / count < chance);
  return shuffled(drawn, random);
}

function shuffled<T>(values: readonly T[], random: Random): T[] {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.integer(at + 1);
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}

/**
 * The meter of strangers, by their words alone.
 *
 * - leaks: turns that told more than they should: anything of the bag that the first turn should leave open, an attribute that
 *   the user does not know, or one more that nobody asked about than the one that may be told besides;
 * - contradictions: turns after which the words rule out the bag in mind;
 * - swaps, variety: as of the lab's other users;
 * - stoppedEarly: left unserved with turns to spare.
 * @module
 */
import { ATTRIBUTE_NAMES, PATIENCE, readReply, type Tally } from '@sente/pocket';
import type { PlayedTurn } from '../probe/played.ts';
import { distinctPairs, isSwap } from '../users/conduct.ts';
import type { RequestCase } from './cases.ts';
import { mentions, understood } from './read-wishes.ts';

/** Measures. Counts are of turns. */
export function measureStranger(
  { wishes: meant, target, answers }: RequestCase,
  turns: readonly PlayedTurn[],
  { success, abstained, turns: taken }: Tally,
): { leaks: number; contradictions: number; swaps: number; stoppedEarly: number; variety: number } {
  const spoken = turns.filter(({ speaker }) => speaker === 'user').map(({ text }) => text);
  const replies = turns.filter(({ speaker }) => speaker === 'assistant').map(({ text }) => readReply(text));
  let wishes = understood(spoken.slice(0, 1));
  const told = (): boolean => ATTRIBUTE_NAMES.every((attribute) => wishes[attribute].includes(target[attribute]));
  let leaks = Number(ATTRIBUTE_NAMES.some((attribute) => wishes[attribute].length < meant[attribute].length));
  let contradictions = Number(!told());
  for (const [at, text] of spoken.slice(1).entries()) {
    const reply = replies[at];
    const settled = ATTRIBUTE_NAMES.filter(
      (attribute) =>
        wishes[attribute].length > 1 &&
        mentions(text).filter((one) => one.attribute === attribute && !one.isRefused).length === 1,
    );
    const unasked = settled.filter((attribute) => reply.act !== 'ask' || reply.attribute !== attribute);
    const isUnknown = settled.some((attribute) => !answers.includes(attribute));
    if (isUnknown || unasked.length > (reply.act === 'ask' ? 1 : 0)) leaks++;
    wishes = understood([text], wishes);
    if (!told()) contradictions++;
  }
  return {
    leaks,
    contradictions,
    swaps: spoken.filter(isSwap).length,
    stoppedEarly: Number(!success && !abstained && taken < PATIENCE),
    variety: distinctPairs(spoken),
  };
}

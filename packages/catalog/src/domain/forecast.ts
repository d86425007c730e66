/**
 * The forecast of a conversation about a catalogue: how many turns it still takes when it goes on well.
 *
 * Put the items in the order in which they would be recommended (greedy cover); shopper m is pleased at rank r(m). Asking
 * first thins the competitors out: k questions whose replies carry H₁ ≥ H₂ ≥ … bits divide ranks by B_k = 2^(η(H₁ + … +
 * H_k)). So the turns still to come are
 *
 *   min over k of  k + mean over m of max(1, (1 + (r(m) − 1) / B_k) / L + (L − 1) / (2 L)),
 *
 * for lists of L: the second term is the expectation of ⌈rank / L⌉ with the rank spread evenly within its list.
 * @module
 */
import { type Bitset, members } from '../index/bitset.ts';
import { greedyCover } from './cover.ts';
import { replyBits } from './reply-spread.ts';
import { lonelyRank, type Shoppers } from './shoppers.ts';

/** Questions overlap in what they tell: each is worth this share of its bits. */
const EFFICIENCY = 0.85;

/** At most so many questions are thought of. */
const QUESTIONS = 6;

/** Expected turns until the user takes an item, at least 1. `settled`: open attributes that need no question, as bits. */
export function expectedTurns(shoppers: Shoppers, alive: Bitset, settled: number): number {
  const list = shoppers.scratch.slice(0, members(alive, shoppers.scratch));
  const ranks = coverRanks(shoppers, list);
  const size = shoppers.model.listSize;
  const spread: number[] = [];
  for (const j of shoppers.telling) {
    if (((settled >>> j) & 1) === 0 && spread.length < QUESTIONS) spread.push(replyBits(shoppers, list, j));
  }
  spread.sort((a, b) => b - a);
  let least = Number.POSITIVE_INFINITY;
  let bits = 0;
  for (let k = 0; k <= spread.length; k++) {
    const thinning = 2 ** bits;
    let turns = 0;
    let total = 0;
    for (const { rank, pleased } of ranks) {
      turns += pleased * Math.max(1, (1 + (rank - 1) / thinning) / size + (size - 1) / (2 * size));
      total += pleased;
    }
    const price = k * (1 + shoppers.model.questionCost / shoppers.model.turnCost);
    const expected = price + turns / total;
    if (expected >= least) break; // one more question pays less and less
    least = expected;
    bits += EFFICIENCY * (spread[k] ?? 0);
  }
  return least;
}

/** How many shoppers are first pleased at each rank, in greedy order. */
function coverRanks(shoppers: Shoppers, alive: Uint16Array): { rank: number; pleased: number }[] {
  const ranks: { rank: number; pleased: number }[] = [];
  let left = alive.length;
  for (const { pleased } of greedyCover(shoppers, alive, alive.length)) {
    if (pleased > 1) {
      left -= pleased;
      ranks.push({ rank: ranks.length + 1, pleased });
      continue;
    }
    // Everybody who is left wants an item of their own, and stands for many more: spread them evenly over those.
    const places = left * lonelyRank(shoppers, alive.length);
    const before = ranks.length;
    const steps = Math.min(left, 16);
    for (let step = 0; step < steps; step++) {
      ranks.push({ rank: before + 0.5 + ((step + 0.5) / steps) * places, pleased: left / steps });
    }
    break;
  }
  return ranks;
}

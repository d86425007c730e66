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
import { type Bitset, countBits, countBoth } from '../index/bitset.ts';
import { replySpread } from './shop-domain.ts';
import { lonelyRank, type Shoppers } from './shoppers.ts';

/** Questions overlap in what they tell: each is worth this share of its bits. */
const EFFICIENCY = 0.85;

/** Expected turns until the user takes an item, at least 1. `settled`: open attributes that need no question, as bits. */
export function expectedTurns(shoppers: Shoppers, alive: Bitset, settled: number): number {
  const ranks = coverRanks(shoppers, alive);
  const size = shoppers.model.listSize;
  const spread: number[] = [];
  for (let j = 0; j < shoppers.open.length; j++) {
    if (((settled >>> j) & 1) === 0) spread.push(replySpread(shoppers, alive, j).bits);
  }
  spread.sort((a, b) => b - a);
  let least = Number.POSITIVE_INFINITY;
  let bits = 0;
  for (let k = 0; k <= spread.length; k++) {
    const thinning = 2 ** bits;
    let turns = 0;
    let total = 0;
    for (const { rank, shoppers: pleased } of ranks) {
      turns += pleased * Math.max(1, (1 + (rank - 1) / thinning) / size + (size - 1) / (2 * size));
      total += pleased;
    }
    const price = k * (1 + shoppers.model.questionCost / shoppers.model.turnCost);
    least = Math.min(least, price + turns / total);
    if (least <= k + 1 || k === spread.length) break;
    bits += EFFICIENCY * spread[k];
  }
  return least;
}

/** How many shoppers are first pleased by the item of each rank, in greedy order. */
function coverRanks(shoppers: Shoppers, alive: Bitset): { rank: number; shoppers: number }[] {
  const left = alive.slice();
  let missing = countBits(left);
  const ranks: { rank: number; shoppers: number }[] = [];
  while (missing > 0) {
    let best = -1;
    let most = 0;
    for (let p = 0; p < shoppers.pool.length; p++) {
      const gain = countBoth(shoppers.suits[p], left);
      if (gain > most) {
        most = gain;
        best = p;
      }
    }
    if (best < 0) throw new RangeError('a shopper is pleased by no item of the pool');
    ranks.push({ rank: ranks.length + 1, shoppers: most });
    if (most === 1) {
      // Everybody who is left wants an item of their own, and stands for many more: spread them evenly over those.
      const first = ranks.length;
      const places = missing * lonelyRank(shoppers, countBits(alive));
      ranks.pop();
      const steps = Math.min(missing, 16);
      for (let step = 0; step < steps; step++) {
        ranks.push({
          rank: first + ((step + 0.5) / steps) * places - 0.5 * Math.min(1, places / steps),
          shoppers: missing / steps,
        });
      }
      break;
    }
    missing -= most;
    for (let i = 0; i < left.length; i++) left[i] &= ~shoppers.suits[best][i];
  }
  return ranks;
}

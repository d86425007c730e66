/**
 * The forecast of a conversation about a catalogue: how many turns it still takes when it goes on well.
 *
 * Put the items in the order in which they would be recommended (greedy cover); shopper m is pleased at rank r(m). Asking
 * first thins the competitors out: k questions whose replies carry H₁ ≥ H₂ ≥ … bits divide ranks by B_k = 2^(η(H₁ + … +
 * H_k)). So the turns still to come are
 *
 *   min over k of  k + mean over m of max(1, (1 + (r(m) − 1) / B_k) / L + (L − 1) / (2 L)),
 *
 * for lists of L; but somebody whom no item pleases has to be asked about every wish that is still unspoken, be told, and
 * be shown what the change of mind brings: a turn for each wish that the k questions left out, and 2. The second term is the expectation of ⌈rank / L⌉ with the rank spread evenly within its list.
 * @module
 */
import { type Bitset, members } from '../index/bitset.ts';
import { greedyCover } from './cover.ts';
import { INDIFFERENT } from './draw-shoppers.ts';
import { replyBits } from './reply-spread.ts';
import { lonelyRank, type Shoppers } from './shoppers.ts';

/** Questions overlap in what they tell: each is worth this share of its bits. */
const EFFICIENCY = 0.85;

/** Turns that it takes to say that nothing fits, and to show what a change of mind brings. */
export const CHANGE_OF_MIND = 2;

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
  const unspoken = unspokenWishes(shoppers, list, settled);
  const reached = ranks.reduce((sum, { pleased }) => sum + pleased, 0);
  let least = Number.POSITIVE_INFINITY;
  let bits = 0;
  for (let k = 0; k <= spread.length; k++) {
    const thinning = 2 ** bits;
    let turns = (list.length - reached) * (CHANGE_OF_MIND + Math.max(0, unspoken - k));
    for (const { rank, pleased } of ranks) {
      turns += pleased * Math.max(1, (1 + (rank - 1) / thinning) / size + (size - 1) / (2 * size));
    }
    const price = k * (1 + shoppers.model.questionCost / shoppers.model.turnCost);
    const expected = price + turns / list.length;
    if (expected >= least) break; // one more question pays less and less
    least = expected;
    bits += EFFICIENCY * (spread[k] ?? 0);
  }
  return least;
}

/** How many wishes, on average, those who want something that no item is have not spoken yet. */
function unspokenWishes(shoppers: Shoppers, alive: Uint16Array, settled: number): number {
  const width = shoppers.open.length;
  let wishes = 0;
  let people = 0;
  for (const m of alive) {
    if (shoppers.place[m] >= 0) continue;
    people++;
    for (let j = 0; j < width; j++) {
      if (((settled >>> j) & 1) === 0 && shoppers.replies[m * width + j] !== INDIFFERENT) wishes++;
    }
  }
  return people === 0 ? 0 : wishes / people;
}

/** How many shoppers are first pleased at each rank, in greedy order. */
function coverRanks(shoppers: Shoppers, alive: Uint16Array): { rank: number; pleased: number }[] {
  const order = greedyCover(shoppers, alive, alive.length);
  const shared = order.findIndex(({ pleased }) => pleased === 1);
  if (shared < 0) return order.map(({ pleased }, k) => ({ rank: k + 1, pleased }));
  const ranks = order.slice(0, shared).map(({ pleased }, k) => ({ rank: k + 1, pleased }));
  // Everybody who is left wants an item of their own, and stands for many more: spread them evenly over those.
  const left = order.length - shared;
  const places = left * lonelyRank(shoppers, alive.length);
  const steps = Math.min(left, 16);
  for (let step = 0; step < steps; step++) {
    ranks.push({ rank: shared + 0.5 + ((step + 0.5) / steps) * places, pleased: left / steps });
  }
  return ranks;
}

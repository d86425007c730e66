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
 * be shown what the change of mind brings: a turn for each wish that the k questions left out, and 2. The second term is
 * the expectation of ⌈rank / L⌉ with the rank spread evenly within its list.
 * @module
 */
import { type Bitset, members, onlyMember } from '../index/bitset.ts';
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

/** Everybody who wants an item of their own is spread over so many ranks at most. */
const STEPS = 16;

/** What was worked out already: the same set of shoppers is reached by many ways. */
const known = new WeakMap<Shoppers, Map<number, { alive: Bitset; settled: number; turns: number }>>();

/** Expected turns until the user takes an item, at least 1. `settled`: open attributes that need no question, as bits. */
export function expectedTurns(shoppers: Shoppers, alive: Bitset, settled: number): number {
  const only = onlyMember(alive);
  if (only >= 0) return turnsOfOne(shoppers, only, settled);
  const memory = known.get(shoppers) ?? new Map();
  known.set(shoppers, memory);
  let key = settled | 0;
  for (let i = 0; i < alive.length; i++) key = Math.imul(key ^ alive[i], 0x9e3779b1) ^ (key >>> 15);
  const before = memory.get(key);
  if (before && before.settled === settled && before.alive.every((word: number, i: number) => word === alive[i])) {
    return before.turns;
  }
  const turns = workOut(shoppers, alive, settled);
  memory.set(key, { alive, settled, turns });
  return turns;
}

/** The same for a single shopper, as most branches end. */
function turnsOfOne(shoppers: Shoppers, m: number, settled: number): number {
  if (shoppers.place[m] < 0) return CHANGE_OF_MIND + unspokenWishes(shoppers, [m], settled);
  const { listSize } = shoppers.model;
  return Math.max(1, (1 + lonelyRank(shoppers, 1)) / (2 * listSize) + (listSize - 1) / (2 * listSize));
}

function workOut(shoppers: Shoppers, alive: Bitset, settled: number): number {
  const list = shoppers.scratch.slice(0, members(alive, shoppers.scratch));
  const { ranks, pleased, count, reached } = coverRanks(shoppers, list);
  const size = shoppers.model.listSize;
  const spread: number[] = [];
  for (const j of shoppers.telling) {
    if (((settled >>> j) & 1) === 0 && spread.length < QUESTIONS) spread.push(replyBits(shoppers, list, j));
  }
  spread.sort((a, b) => b - a);
  const unspoken = reached < list.length ? unspokenWishes(shoppers, list, settled) : 0;
  const question = 1 + shoppers.model.questionCost / shoppers.model.turnCost;
  const within = (size - 1) / (2 * size);
  let least = Number.POSITIVE_INFINITY;
  let bits = 0;
  for (let k = 0; k <= spread.length; k++) {
    const thinning = 1 / (2 ** bits * size);
    let turns = (list.length - reached) * (CHANGE_OF_MIND + Math.max(0, unspoken - k));
    for (let r = 0; r < count; r++) {
      const lists = 1 / size + (ranks[r] - 1) * thinning + within;
      turns += pleased[r] * (lists > 1 ? lists : 1);
    }
    const expected = k * question + turns / list.length;
    if (expected >= least) break; // one more question pays less and less
    least = expected;
    bits += EFFICIENCY * (spread[k] ?? 0);
  }
  return least;
}

/** How many wishes, on average, those who want something that no item is have not spoken yet. */
function unspokenWishes(shoppers: Shoppers, alive: Iterable<number>, settled: number): number {
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

/** Ranks in greedy order, how many shoppers each is the first to please, how many ranks, and how many shoppers in all. */
interface CoverRanks {
  readonly ranks: Float64Array;
  readonly pleased: Float64Array;
  readonly count: number;
  readonly reached: number;
}

function coverRanks(shoppers: Shoppers, alive: Uint16Array): CoverRanks {
  const order = greedyCover(shoppers, alive, alive.length);
  const ranks = new Float64Array(order.count + STEPS);
  const pleased = new Float64Array(order.count + STEPS);
  let shared = 0;
  let reached = 0;
  while (shared < order.count && order.pleased[shared] > 1) {
    ranks[shared] = shared + 1;
    pleased[shared] = order.pleased[shared];
    reached += order.pleased[shared++];
  }
  // Everybody who is left wants an item of their own, and stands for many more: spread them evenly over those.
  const left = order.count - shared;
  if (left === 0) return { ranks, pleased, count: shared, reached };
  const places = left * lonelyRank(shoppers, alive.length);
  const steps = Math.min(left, STEPS);
  for (let step = 0; step < steps; step++) {
    ranks[shared + step] = shared + 0.5 + ((step + 0.5) / steps) * places;
    pleased[shared + step] = left / steps;
  }
  return { ranks, pleased, count: shared + steps, reached: reached + left };
}

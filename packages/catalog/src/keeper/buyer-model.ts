/**
 * Who haggles: the shopkeeper's belief over the most that the other side would pay, and how such people go on.
 *
 * A limit L is a share of the list price. People open at about three quarters of their limit, come up by a part of what
 * lies between their offer and the lower of their limit and what is asked, take what is asked with some chance once it is
 * within their limit, and leave more readily the longer it goes on. (That an opening offer tells of the limit, and
 * concessions of how far it is away: Raiffa 1982, The Art and Science of Negotiation, chapter 4.)
 * @module
 */

/** Limits considered, as shares of the list price. */
const GRID: readonly number[] = Array.from({ length: 24 }, (_, k) => 0.5 + k * 0.028);

/** Chance of taking what is asked, once it is within the limit: when the price has just come down, and when it stands still. */
export const TAKES = 0.5;
export const TAKES_STILL = 0.3;
/** A price that stands still makes people leave so many times as readily: concessions are answered with concessions. */
const STANDS_STILL = 2;
/** Share of the way that an offer comes up. */
const RAISES = 0.4;
/** Chance of leaving at a price above the limit: at first, and more with every round. */
const WALKS = 0.08;
const WALKS_MORE = 0.04;
/** … and after "that is my last word". */
const WALKS_FINAL = 0.75;

/** The belief: weights over limits, summing to 1. */
export interface Buyer {
  readonly limits: readonly number[];
  readonly weights: readonly number[];
}

/** Before any offer. `list`: the price in the table. */
export function someBuyer(list: number): Buyer {
  const limits = GRID.map((share) => share * list);
  return { limits, weights: limits.map(() => 1 / limits.length) };
}

/** After an offer; `before` is the one before it, and `ask` what it was an answer to. */
export function afterOffer(
  buyer: Buyer,
  list: number,
  offer: number,
  before: number,
  ask: number,
  final: boolean,
): Buyer {
  return reweighed(buyer, (limit) => {
    if (limit < offer) return 0;
    // Whoever calls it the last word has little left above it.
    if (final) return Math.exp(-(((limit - offer) / (0.04 * list)) ** 2));
    const expected = before > 0 ? nextOffer(limit, before, ask) : 0.75 * limit;
    // Openings tell something; concessions little, since tactics differ: some come up late on purpose.
    const spread = before > 0 ? 0.2 * list : 0.15 * limit;
    return Math.exp(-(((offer - expected) / spread) ** 2) / 2) + 0.05;
  });
}

/** After what was asked was not taken. */
export function afterRefusal(buyer: Buyer, ask: number): Buyer {
  return reweighed(buyer, (limit) => (limit >= ask ? 1 - TAKES : 1));
}

/** What somebody with this limit offers next, asked for `ask` after offering `offer`. */
export function nextOffer(limit: number, offer: number, ask: number): number {
  const most = Math.min(limit, ask);
  return most <= offer ? offer : offer + RAISES * (most - offer);
}

/** Chance of leaving over a price above the limit. `round` counts what was asked so far; `still`: the price has not moved. */
export function walking(round: number, final: boolean, still: boolean = false): number {
  return final ? WALKS_FINAL : Math.min(0.6, (WALKS + WALKS_MORE * round) * (still ? STANDS_STILL : 1));
}

function reweighed(buyer: Buyer, likelihood: (limit: number) => number): Buyer {
  const raw = buyer.limits.map((limit, k) => buyer.weights[k] * likelihood(limit));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  // Against everything believed: the offer itself is then the best guess at the limit.
  if (!(sum > 1e-9)) return { ...buyer, weights: buyer.limits.map((_, k) => (k === buyer.limits.length - 1 ? 1 : 0)) };
  return { ...buyer, weights: raw.map((weight) => weight / sum) };
}

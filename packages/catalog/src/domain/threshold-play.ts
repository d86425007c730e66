/**
 * The exact value of playing a simple rule from a belief over items to the end: the forecast of the item domain.
 *
 * The rule: ask the feature whose answer has the most entropy, until the items of one list hold more than a given share
 * of that entropy in probability mass; then recommend. Looking one act ahead with the value of a rule as the tail is one
 * step of policy improvement (rollout; Tesauro & Galperin 1996, Bertsekas 2013): under the belief it is never worse
 * than the rule. The expectation is summed over both answers, not sampled; a branch that holds less than `grain` of the
 * mass is valued by the rank of its items alone.
 * @module
 */
import type { ItemFeatures } from './item-features.ts';

/** What a conversation about one item is like. */
export interface ItemGame {
  /** Items in a recommendation. */
  readonly listSize: number;
  /** Assistant turns before the user leaves. */
  readonly turns: number;
  /** Chance that an answer is the wrong way round, 0 … 0.5. */
  readonly noise: number;
  /** Chance that the user does not know, 0 … 1. */
  readonly unknown: number;
  /**
   * Patience with useless questions (answered with no or "I don't know"): after the n-th of them the user leaves with chance
   * n × this, at most 1; 0 unless given. The rule itself plays as if nobody left.
   */
  readonly hazard?: number;
}

/** How the rule plays, and how finely it is valued. */
export interface RuleSettings {
  /** Share of the best question's entropy (in nats) that the list must hold in mass before it is recommended. */
  readonly threshold: number;
  /** Share of the mass below which a branch is not looked into, 0 … 1. */
  readonly grain: number;
  /** With noise no item is ever ruled out: the likeliest so many are followed. */
  readonly followed: number;
}

/** R\* of success at turn t (from 1) with the item at rank k (from 1). Failure is worth 0. */
export type ItemReward = (turn: number, rank: number) => number;

/**
 * R\* of success = s + 1 − t / T, T being the first turn that is too late, plus a share `early` of the discounted gain
 * 1 / log₂(t + 2) + (1 / log₂(t + 1) − 1 / log₂(t + 2)) / log₂(k + 1). Success is worth `success` in itself; soon is
 * better, and so is high in the list.
 */
export function itemReward(turns: number, success: number, early: number): ItemReward {
  return (t, k) => {
    if (t > turns) return 0;
    const later = 1 / Math.log2(t + 2);
    return success + 1 - t / (turns + 1) + early * (later + (1 / Math.log2(t + 1) - later) / Math.log2(k + 1));
  };
}

/** A weighted list of items, likeliest first. Weights need not sum to 1. */
export interface Ranked {
  readonly items: Uint32Array;
  readonly weights: Float64Array;
  readonly count: number;
}

/** Values play by the rule. Not reentrant: it owns its working memory. */
export interface ThresholdPlay {
  /** Sum over items of weight × R\*, when the rule plays on from turn `turn` with the features in `asked` spent. */
  value(ranked: Ranked, asked: Uint8Array, turn: number): number;
  /** The same after an answer to a question about `feature` at turn `turn`: summed over the answers. */
  afterAsking(ranked: Ranked, feature: number, asked: Uint8Array, turn: number): number;
  /** The same after the first items of the list were recommended at turn `turn`, success included. */
  afterRecommending(ranked: Ranked, asked: Uint8Array, turn: number): number;
}

/** Makes it, for lists of up to all items of the catalogue. */
export function createThresholdPlay(
  features: ItemFeatures,
  game: ItemGame,
  settings: RuleSettings,
  reward: ItemReward,
): ThresholdPlay {
  const { listSize, turns, noise, unknown } = game;
  const { codes, offsets, has, items: size, count: width } = features;
  const levels: { items: Uint32Array; weights: Float64Array; yes: Float64Array; no: Float64Array }[] = [];
  const level = (depth: number, room: number): (typeof levels)[number] => {
    if (!levels[depth] || levels[depth].items.length < room) {
      levels[depth] = {
        items: new Uint32Array(room),
        weights: new Float64Array(room),
        yes: new Float64Array(width),
        no: new Float64Array(width),
      };
    }
    return levels[depth];
  };
  const gain = new Float64Array((turns + 2) * listSize);
  for (let t = 1; t <= turns; t++) for (let k = 0; k < listSize; k++) gain[t * listSize + k] = reward(t, k + 1);
  /** When an item of a rank would be reached if nobody looked closer: two turns for every doubling of the list. */
  const delay = Uint8Array.from({ length: size + 1 }, (_, k) => Math.round(2 * Math.log2((k + listSize) / listSize)));
  let floor = 0;
  let trusted = 0;
  /** The belief at hand, how many of its items are followed, and the mass of each feature among them. */
  const root = { ranked: undefined as Ranked | undefined, to: 0, mass: 0, shares: new Float64Array(width) };
  const scratch = new Float64Array(width);

  /** Mass of each feature among items `from` … `to`. */
  const tally = (items: Uint32Array, weights: Float64Array, from: number, to: number, into: Float64Array): void => {
    into.fill(0);
    for (let k = from; k < to; k++) {
      const item = items[k];
      const weight = weights[k];
      const end = offsets[item + 1];
      for (let c = offsets[item]; c < end; c++) into[codes[c]] += weight;
    }
  };

  /** The list is gone: what it held is taken off the mass of each feature. */
  const takeOff = (items: Uint32Array, weights: Float64Array, from: number, to: number, shares: Float64Array): void => {
    for (let k = from; k < to; k++) {
      const end = offsets[items[k] + 1];
      for (let c = offsets[items[k]]; c < end; c++) shares[codes[c]] -= weights[k];
    }
  };

  const listed = (weights: Float64Array, from: number, to: number, turn: number): number => {
    let sum = 0;
    for (let k = from, rank = turn * listSize; k < to; k++, rank++) sum += weights[k] * gain[rank];
    return sum;
  };

  /** No question is put to so few items, so late, or for so little mass. */
  const leaf = (count: number, mass: number, turn: number): boolean =>
    count <= listSize || turn >= turns || mass < floor;

  /** `mass` and `shares` (of each feature) are those of the items; of a leaf the shares are not looked at. Spoils `shares`. */
  const play = (
    items: Uint32Array,
    weights: Float64Array,
    from: number,
    to: number,
    mass: number,
    shares: Float64Array,
    asked: Uint8Array,
    turn: number,
    depth: number,
  ): number => {
    const count = to - from;
    if (count <= 0 || turn > turns) return 0;
    const end = Math.min(to, from + listSize);
    if (count <= listSize || turn === turns) return listed(weights, from, end, turn);
    if (mass < floor) {
      let sum = 0;
      for (let k = from; k < to; k++) {
        const at = turn + delay[k - from];
        if (at <= turns) sum += weights[k] * gain[at * listSize + ((k - from) % listSize)];
      }
      return sum;
    }
    if (mass < trusted) {
      // Differences of much larger sums: what is left of so little mass is counted again.
      mass = 0;
      for (let k = from; k < to; k++) mass += weights[k];
      tally(items, weights, from, to, shares);
    }
    let best = -1;
    let nearest = 0.5 - 1e-9;
    for (let f = 0; f < width; f++) {
      // Entropy grows towards a half: the likeliest tie is the question, and needs the only logarithm.
      const away = Math.abs(shares[f] / mass - 0.5);
      if (asked[f] === 0 && away < nearest) {
        nearest = away;
        best = f;
      }
    }
    let top = 0;
    for (let k = from; k < end; k++) top += weights[k];
    if (best < 0 || top > settings.threshold * entropyOf(flip(shares[best] / mass, noise)) * mass) {
      takeOff(items, weights, from, end, shares);
      const rest = play(items, weights, end, to, mass - top, shares, asked, turn + 1, depth + 1);
      return listed(weights, from, end, turn) + rest;
    }
    asked[best] = 1;
    const value = answers(items, weights, from, to, mass, shares, best, asked, turn, depth);
    asked[best] = 0;
    return value;
  };

  /** Both answers to a question at `turn`, played on from the next turn. `asked` has the feature already. */
  const answers = (
    items: Uint32Array,
    weights: Float64Array,
    from: number,
    to: number,
    mass: number,
    shares: Float64Array,
    feature: number,
    asked: Uint8Array,
    turn: number,
    depth: number,
  ): number => {
    const count = to - from;
    const room = level(depth, count);
    const row = feature * size;
    if (noise === 0) {
      // A stable partition: those that have the feature first, each part in its order.
      let yes = 0;
      for (let k = from; k < to; k++) yes += has[row + items[k]];
      let a = 0;
      let b = yes;
      for (let k = from; k < to; k++) {
        const at = has[row + items[k]] === 1 ? a++ : b++;
        room.items[at] = items[k];
        room.weights[at] = weights[k];
      }
      const [yesMass, noMass] = [shares[feature], mass - shares[feature]];
      if (!leaf(yes, yesMass, turn + 1) || !leaf(count - yes, noMass, turn + 1)) {
        // The smaller part is counted; the larger one has the rest.
        const fewYes = 2 * yes <= count;
        const [few, many] = fewYes ? [room.yes, room.no] : [room.no, room.yes];
        tally(room.items, room.weights, fewYes ? 0 : yes, fewYes ? yes : count, few);
        for (let f = 0; f < width; f++) many[f] = shares[f] - few[f];
      }
      return (
        play(room.items, room.weights, 0, yes, yesMass, room.yes, asked, turn + 1, depth + 1) +
        play(room.items, room.weights, yes, count, noMass, room.no, asked, turn + 1, depth + 1)
      );
    }
    let value = 0;
    for (const answer of [1, 0]) {
      const kept = merge(items, weights, from, to, row, answer, room.items, room.weights);
      let left = 0;
      for (let k = 0; k < kept; k++) left += room.weights[k];
      if (!leaf(kept, left, turn + 1)) tally(room.items, room.weights, 0, kept, room.yes);
      value += play(room.items, room.weights, 0, kept, left, room.yes, asked, turn + 1, depth + 1);
    }
    return value;
  };

  /** Reweighs by an answer and keeps the order: two sorted runs are merged. */
  const merge = (
    items: Uint32Array,
    weights: Float64Array,
    from: number,
    to: number,
    row: number,
    answer: number,
    intoItems: Uint32Array,
    intoWeights: Float64Array,
  ): number => {
    const most = Math.min(to - from, settings.followed);
    let agree = from;
    let differ = from;
    let kept = 0;
    while (kept < most) {
      while (agree < to && has[row + items[agree]] !== answer) agree++;
      while (differ < to && has[row + items[differ]] === answer) differ++;
      const a = agree < to ? weights[agree] * (1 - noise) : -1;
      const b = differ < to ? weights[differ] * noise : -1;
      if (a < 0 && b < 0) break;
      if (a >= b) {
        intoItems[kept] = items[agree++];
        intoWeights[kept++] = a;
      } else {
        intoItems[kept] = items[differ++];
        intoWeights[kept++] = b;
      }
    }
    return kept;
  };

  /** Looks at a belief; all acts of one decision share what is counted here. */
  const begin = (ranked: Ranked): number => {
    if (root.ranked === ranked) return root.to;
    let mass = 0;
    for (let k = 0; k < ranked.count; k++) mass += ranked.weights[k];
    floor = settings.grain * mass;
    trusted = TRUSTED * mass;
    // With noise no item is ever ruled out: the likeliest are followed.
    root.to = noise === 0 ? ranked.count : Math.min(ranked.count, settings.followed);
    root.mass = 0;
    for (let k = 0; k < root.to; k++) root.mass += ranked.weights[k];
    tally(ranked.items, ranked.weights, 0, root.to, root.shares);
    root.ranked = ranked;
    return root.to;
  };

  return {
    value(ranked, asked, turn) {
      const to = begin(ranked);
      scratch.set(root.shares);
      return play(ranked.items, ranked.weights, 0, to, root.mass, scratch, asked, turn, 0);
    },
    afterAsking(ranked, feature, asked, turn) {
      const to = begin(ranked);
      const { items, weights } = ranked;
      const spent = asked[feature];
      asked[feature] = 1;
      let value = (1 - unknown) * answers(items, weights, 0, to, root.mass, root.shares, feature, asked, turn, 0);
      if (unknown > 0) {
        scratch.set(root.shares);
        value += unknown * play(items, weights, 0, to, root.mass, scratch, asked, turn + 1, 0);
      }
      asked[feature] = spent;
      return value;
    },
    afterRecommending(ranked, asked, turn) {
      const to = begin(ranked);
      const { items, weights } = ranked;
      const end = Math.min(to, listSize);
      scratch.set(root.shares);
      takeOff(items, weights, 0, end, scratch);
      let mass = root.mass;
      for (let k = 0; k < end; k++) mass -= weights[k];
      return listed(weights, 0, end, turn) + play(items, weights, end, to, mass, scratch, asked, turn + 1, 0);
    },
  };
}

/** Share of the whole mass above which differences of sums are as good as sums. */
const TRUSTED = 1e-3;

/** Entropy of a yes-or-no answer, in nats. */
function entropyOf(share: number): number {
  return -share * Math.log(share) - (1 - share) * Math.log(1 - share);
}

/** Chance of a yes, when each answer is the wrong way round with chance `noise`. */
function flip(share: number, noise: number): number {
  return share * (1 - noise) + (1 - share) * noise;
}

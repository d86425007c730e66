/**
 * Imagined shoppers: intents drawn from the belief. Each has an item in mind and cares about some of its attributes; any
 * item that agrees on those would do.
 *
 * Drawn by systematic resampling (Kitagawa 1996) from the belief over items, with the cares of each shopper spread by a
 * low-discrepancy sequence (Roberts 2018): the same belief gives the same shoppers, so decisions need no luck.
 * @module
 */
import { type Bitset, makeBitset } from '../index/bitset.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { NONE } from '../table/catalog.ts';
import type { ShopperModel } from './shopper-model.ts';
import type { CatalogState } from './state.ts';

/** The reply of a shopper who does not mind. */
export const INDIFFERENT: number = NONE;

/** A decision's imagined users, and which items would do for whom. */
export interface Shoppers {
  readonly index: CatalogIndex;
  /** How many there are. */
  readonly count: number;
  /** The attributes that are still open, at most 24: those that are neither wished for nor closed. */
  readonly open: readonly number[];
  /** Positions in `open`, the attribute whose replies tell most first. */
  readonly telling: readonly number[];
  /** What shopper m would answer about open attribute j, at [m × open.length + j]: a value, or INDIFFERENT. */
  readonly replies: Uint32Array;
  /** Whether shopper m, not caring about open attribute j, would take a suggested value: 1 or 0, same layout. */
  readonly swayed: Uint8Array;
  /** The item that each shopper has in mind. */
  readonly targets: Uint32Array;
  /** Items worth recommending: what the shoppers have in mind, likeliest first. */
  readonly pool: Uint32Array;
  /** For each item of the pool: the shoppers for whom it would do. */
  readonly suits: readonly Bitset[];
  /** How many possible items each item of the pool stands for, at least 1: above 1, the shoppers are a sample. */
  readonly standsFor: number;
  /** For each shopper: its item's place in the pool, or −1 for one who wants something that no item is. */
  readonly place: Int32Array;
  /** For each shopper: its item's place in the pool if nobody else has that item in mind, else −1. */
  readonly alone: Int32Array;
  readonly model: ShopperModel;
  /** Room for a list of shoppers, used within one call; length `count`. */
  readonly scratch: Uint16Array;
}

/** R₂ sequence: the fractional parts of multiples of an irrational spread evenly over [0, 1). */
const GOLDEN = 0.6180339887498949;
const PLASTIC = 0.7548776662466927;

/** Imagines the shoppers of a state. The belief must not be empty. */
export function imagineShoppers(index: CatalogIndex, state: CatalogState, model: ShopperModel): Shoppers {
  const { attributes } = index.catalog;
  const open = openAttributes(index, state).slice(0, 24);
  const wished = new Set(state.wishes.map((standing) => standing.wish.attribute)).size;
  const caring = posterior(model.caring, wished, state.closed.length);
  const { targets, replies, swayed, dreams } = drawShoppers(index, state, model, open, caring);
  const count = targets.length;
  const pool = likelyItems(targets.filter((_, m) => dreams[m] === 0));
  const suits = Array.from(pool, (item) => {
    const bits = makeBitset(count);
    for (let m = 0; m < count; m++) {
      let does = true;
      for (let j = 0; j < open.length && does; j++) {
        const reply = replies[m * open.length + j];
        if (reply !== INDIFFERENT) does = agrees(index, attributes[open[j]].role === 'price', open[j], item, reply);
      }
      if (does) bits[m >>> 5] |= 1 << (m & 31);
    }
    return bits;
  });
  const standsFor = Math.max(1, state.belief.items.length / pool.length);
  const place = Int32Array.from(targets, (item, m) => (dreams[m] ? -1 : pool.indexOf(item)));
  const alone = place.map((at, m) => (at >= 0 && place.indexOf(at) === m && place.lastIndexOf(at) === m ? at : -1));
  const told = open.map((_, j) => spreadOf(replies, open.length, j));
  const telling = open.map((_, j) => j).sort((a, b) => told[b] - told[a] || a - b);
  return {
    index,
    count,
    open,
    telling,
    replies,
    swayed,
    targets,
    pool,
    suits,
    standsFor,
    place,
    alone,
    model,
    scratch: new Uint16Array(count),
  };
}

/**
 * How many items one must show until one pleases a shopper whom, among those alive, only the very item in mind pleases.
 * None of the n − 1 other items did, so a random item does with chance below about 1 / n: take half of that; but no
 * more than the items that there are.
 */
export function lonelyRank(shoppers: Shoppers, alive: number): number {
  return Math.min(shoppers.standsFor, Math.max(1, 2 * alive));
}

/** Attributes that may still be asked about. */
export function openAttributes(index: CatalogIndex, state: CatalogState): number[] {
  const spoken = new Set([...state.closed, ...state.wishes.map((standing) => standing.wish.attribute)]);
  return index.catalog.attributes.flatMap((attribute, position) =>
    attribute.askable && attribute.values.length > 1 && !spoken.has(position) ? [position] : [],
  );
}

/** How unlike the replies to open attribute j are: 1 less the sum of squared shares (Gini impurity). */
function spreadOf(replies: Uint32Array, width: number, j: number): number {
  const times = new Map<number, number>();
  for (let at = j; at < replies.length; at += width) times.set(replies[at], (times.get(replies[at]) ?? 0) + 1);
  const count = replies.length / width;
  return 1 - [...times.values()].reduce((sum, n) => sum + (n / count) ** 2, 0);
}

function fraction(x: number): number {
  return x - Math.floor(x);
}

/** Mean of a beta distribution after so many successes and failures. */
export function posterior(prior: readonly [number, number], yes: number, no: number): number {
  return (prior[0] + yes) / (prior[0] + prior[1] + yes + no);
}

/** How often to draw again when what was turned down rules out most of the shoppers drawn. */
const ROUNDS = 6;

/**
 * Draws shoppers by rejection sampling: one whom an item that was turned down would have pleased is not our user.
 * When nobody is left (the user is not like the model at all) what was turned down is not held against anybody.
 */
function drawShoppers(
  index: CatalogIndex,
  state: CatalogState,
  model: ShopperModel,
  open: readonly number[],
  caring: number,
): { targets: Uint32Array; replies: Uint32Array; swayed: Uint8Array; dreams: Uint8Array } {
  const { attributes, columns } = index.catalog;
  const width = open.length;
  const most = model.shoppers;
  const targets = new Uint32Array(most);
  const replies = new Uint32Array(most * width).fill(INDIFFERENT);
  const swayed = new Uint8Array(most * width);
  const row = new Uint32Array(width);
  const dreams = new Uint8Array(most);
  const ideas = state.wishes.filter((standing) => standing.suggested).length;
  const sway = posterior(model.influenceability, ideas, state.dismissed.length);
  let count = 0;
  for (let round = 0; round <= ROUNDS && count < most; round++) {
    const forgiving = round === ROUNDS && count === 0;
    if (round === ROUNDS && !forgiving) break;
    const drawn = resample(state, most, fraction(0.5 + round * GOLDEN));
    for (let n = 0; n < most && count < most; n++) {
      const m = round * most + n;
      const dreaming = fraction((m + 1) * Math.SQRT2) < model.dreaming;
      for (let j = 0; j < width; j++) {
        // One who dreams takes each wish from an item of its own.
        const item = dreaming ? drawn[(n + (j + 1) * 37 * (1 + (n % 3))) % most] : drawn[n];
        const position = open[j];
        const dice = fraction((m + 1) * GOLDEN + (position + 1) * PLASTIC * (1 + m * 0.5));
        const second = fraction((m + 1) * PLASTIC + (position + 1) * GOLDEN * (1 + m * 0.25));
        swayed[count * width + j] = second < sway ? 1 : 0;
        row[j] = INDIFFERENT;
        if (dice >= caring) continue;
        const { codes, offsets } = columns[position];
        if (!offsets) row[j] = codes[item];
        else if (offsets[item] < offsets[item + 1]) {
          row[j] = codes[offsets[item] + Math.floor(second * (offsets[item + 1] - offsets[item]))];
        }
      }
      const pleased = (shown: number): boolean =>
        open.every((position, j) => {
          if (row[j] === INDIFFERENT) return true;
          return agrees(index, attributes[position].role === 'price', position, shown, row[j]);
        });
      if (!forgiving && state.rejected.some(pleased)) continue;
      targets[count] = drawn[n];
      dreams[count] = dreaming ? 1 : 0;
      replies.set(row, count * width);
      count++;
    }
  }
  return { targets: targets.slice(0, count), replies: replies.slice(0, count * width), swayed, dreams };
}

/** Systematic resampling: `count` items, each as often as its weight says, give or take one; `offset` in [0, 1). */
function resample(state: CatalogState, count: number, offset: number): Uint32Array {
  const { items, weights } = state.belief;
  const drawn = new Uint32Array(count);
  let cumulative = weights[0];
  let at = 0;
  for (let m = 0; m < count; m++) {
    const mark = (m + offset) / count;
    while (cumulative < mark && at < items.length - 1) cumulative += weights[++at];
    drawn[m] = items[at];
  }
  return drawn;
}

/** Distinct items, the most frequent first, then in catalogue order. */
function likelyItems(targets: Uint32Array): Uint32Array {
  const times = new Map<number, number>();
  for (const item of targets) times.set(item, (times.get(item) ?? 0) + 1);
  return Uint32Array.from([...times.keys()].sort((a, b) => times.get(b)! - times.get(a)! || a - b));
}

/** Whether an item has the value that a shopper asked for; of a price, nobody minds less. */
function agrees(index: CatalogIndex, price: boolean, attribute: number, item: number, value: number): boolean {
  const { codes, offsets } = index.catalog.columns[attribute];
  if (!offsets) return codes[item] === value || (price && codes[item] < value);
  for (let k = offsets[item]; k < offsets[item + 1]; k++) if (codes[k] === value) return true;
  return false;
}

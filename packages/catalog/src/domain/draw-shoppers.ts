/**
 * Draws imagined shoppers from the belief.
 *
 * Items come by systematic resampling (Kitagawa 1996) from the belief, what each shopper cares about by a
 * low-discrepancy sequence (Roberts 2018): the same belief gives the same shoppers, so decisions need no luck. Those whom
 * an item that was turned down would have pleased are not our user: they are rejected and others drawn.
 * @module
 */
import { type CatalogIndex, compileWish } from '../index/catalog-index.ts';
import { NONE } from '../table/catalog.ts';
import type { ShopperModel } from './shopper-model.ts';
import type { CatalogState } from './state.ts';

/** The reply of a shopper who does not mind. */
export const INDIFFERENT: number = NONE;

/** Shoppers, m = 0, 1, …; matrices have a row a shopper and a column an open attribute. */
export interface Drawn {
  /** The item that each has in mind. */
  readonly targets: Uint32Array;
  /** What each would answer: a value, or INDIFFERENT. */
  readonly replies: Uint32Array;
  /** Whether one who does not care would go along with a suggested value. */
  readonly swayed: Uint8Array;
  /** Whether one who cares for another value than the one suggested would say so. */
  readonly heeds: Uint8Array;
  /** 1 for those who want something that no item is. */
  readonly dreams: Uint8Array;
}

/** R₂ sequence: the fractional parts of multiples of these spread evenly over [0, 1). */
const GOLDEN = 0.6180339887498949;
const PLASTIC = 0.7548776662466927;
const fraction = (x: number): number => x - Math.floor(x);

/** When what was turned down rules out most of those drawn: how often to draw again for all, and for a quarter of them. */
const ROUNDS = 4;
const MOST_ROUNDS = 48;

/** People differ in how much they care about: five levels, in standard deviations of the beta distribution. */
const LEVELS = [0, 1.4, -0.7, 0.7, -1.4];

/** Mean of a beta distribution after so many successes and failures. */
export function posterior(prior: readonly [number, number], yes: number, no: number): number {
  return (prior[0] + yes) / (prior[0] + prior[1] + yes + no);
}

/** How likely the user is to go along with an idea of the assistant's, after what became of those so far. */
export function willingness(state: CatalogState, model: ShopperModel): number {
  return posterior(model.influenceability, state.wishes.filter((one) => one.suggested).length, state.dismissed.length);
}

/**
 * Draws at most `model.shoppers` of them, at least one. When what was turned down leaves nobody, the user wants
 * something that no item is.
 */
export function drawShoppers(
  index: CatalogIndex,
  state: CatalogState,
  model: ShopperModel,
  open: readonly number[],
): Drawn {
  const width = open.length;
  const most = model.shoppers;
  const targets = new Uint32Array(most);
  const replies = new Uint32Array(most * width);
  const swayed = new Uint8Array(most * width);
  const heeds = new Uint8Array(most * width);
  const dreams = new Uint8Array(most);
  const row = new Uint32Array(width);
  const sway = willingness(state, model);
  const cares = caringOf(index, state, model, open, sway);
  let count = 0;
  for (let round = 0; round <= MOST_ROUNDS && count < (round < ROUNDS ? most : most / 4); round++) {
    const forgiving = round === MOST_ROUNDS;
    if (forgiving && count > 0) break;
    const drawn = resample(state, most, fraction(0.5 + round * GOLDEN));
    for (let n = 0; n < most && count < most; n++) {
      const m = round * most + n;
      const dreaming = forgiving || fraction((m + 1) * Math.SQRT2) < model.dreaming;
      for (let j = 0; j < width; j++) {
        // One who dreams takes each wish from an item of its own.
        const item = dreaming ? drawn[(n + (j + 1) * 37 * (1 + (n % 3))) % most] : drawn[n];
        const first = fraction((m + 1) * GOLDEN + (open[j] + 1) * PLASTIC * (1 + m * 0.5));
        const second = fraction((m + 1) * PLASTIC + (open[j] + 1) * GOLDEN * (1 + m * 0.25));
        row[j] =
          first < cares(item, j, LEVELS[m % LEVELS.length]) ? caredValue(index, open[j], item, second) : INDIFFERENT;
        swayed[count * width + j] = second < sway ? 1 : 0;
        heeds[count * width + j] = fraction(second * 7.31) < model.outspoken ? 1 : 0;
      }
      const pleased = (shown: number): boolean =>
        open.every((attribute, j) => suitsReply(index, attribute, shown, row[j]));
      if (!forgiving && state.rejected.some(pleased)) continue;
      targets[count] = drawn[n];
      dreams[count] = dreaming ? 1 : 0;
      replies.set(row, count * width);
      count++;
    }
  }
  return { targets: targets.slice(0, count), replies: replies.slice(0, count * width), swayed, heeds, dreams };
}

/**
 * Chance that a shopper with this item in mind, and this level of caring, cares about open attribute j. Where a suggested value was agreed on, Bayes'
 * rule: those who care and have it in mind agree, those who do not care agree with chance `sway`, others not at all.
 */
function caringOf(
  index: CatalogIndex,
  state: CatalogState,
  model: ShopperModel,
  open: readonly number[],
  sway: number,
): (item: number, j: number, level: number) => number {
  const agreed = new Map(state.wishes.filter((one) => one.suggested).map(({ wish }) => [wish.attribute, wish]));
  const spoken = new Set(state.wishes.filter((one) => !one.suggested).map(({ wish }) => wish.attribute));
  const mean = posterior(model.caring, spoken.size, state.closed.length);
  const counts = model.caring[0] + model.caring[1] + spoken.size + state.closed.length;
  const deviation = Math.sqrt((mean * (1 - mean)) / (counts + 1));
  const tests = open.map((attribute) => {
    const wish = agreed.get(attribute);
    return wish && compileWish(index, wish);
  });
  return (item, j, level) => {
    const caring = Math.min(0.98, Math.max(0.02, mean + level * deviation));
    const test = tests[j];
    if (!test) return caring;
    return test(item) ? caring / (caring + (1 - caring) * sway) : 0;
  };
}

/** The value that a shopper with this item in mind cares for: one of them, where the item has several. */
function caredValue(index: CatalogIndex, attribute: number, item: number, dice: number): number {
  const { codes, offsets } = index.catalog.columns[attribute];
  if (!offsets) return codes[item];
  const width = offsets[item + 1] - offsets[item];
  return width === 0 ? INDIFFERENT : codes[offsets[item] + Math.floor(dice * width)];
}

/** Whether an item would do for a reply about one attribute; of a price, nobody minds less. */
export function suitsReply(index: CatalogIndex, attribute: number, item: number, reply: number): boolean {
  if (reply === INDIFFERENT) return true;
  const { codes, offsets } = index.catalog.columns[attribute];
  if (!offsets)
    return codes[item] === reply || (codes[item] < reply && index.catalog.attributes[attribute].role === 'price');
  for (let k = offsets[item]; k < offsets[item + 1]; k++) if (codes[k] === reply) return true;
  return false;
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

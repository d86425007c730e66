/**
 * What will they say next? Each candidate is heard as the shopkeeper would hear it, and weighed by how many imagined
 * shoppers of the present belief would have said it, against how many of any shoppers would:
 *
 *     chance ∝ P(candidate | belief now) / P(candidate | nothing known)
 *
 * The candidates are taken to be things that shoppers say; what is common among all of them tells nothing about this one.
 * @module
 */

import { INDIFFERENT, suitsReply } from '../domain/draw-shoppers.ts';
import { SHOPPER_MODEL } from '../domain/shopper-model.ts';
import { imagineShoppers, type Shoppers } from '../domain/shoppers.ts';
import { type CatalogState, startState } from '../domain/state.ts';
import { type CatalogIndex, compileWish } from '../index/catalog-index.ts';
import { valuesOf } from '../speak/traits.ts';
import type { Move, Wish } from '../table/wish.ts';
import { hearSpoken } from './hear-spoken.ts';
import type { Keep, KeeperState } from './state.ts';
import { saysAll } from './what-else.ts';

/** A wish that stands is said again, or is contradicted, so often; what does not matter turns out to matter so often. */
const REPEATS = 0.1;
const CONTRADICTS = 0.03;
const MATTERS_AFTER_ALL = 0.02;
/** A wish by somebody who was imagined not to care, or to want another value. */
const SURPRISE = 0.03;
/** An item that breaks a wish, but was shown with what it breaks, is taken so often. */
const BENDS = 0.15;
/** What the model says nothing about: as likely as this, for everybody. */
const USUAL = 0.3;
/** No candidate is ruled out. */
const FLOOR = 0.0005;
/** Imagined shoppers are a model: their evidence is taken for half of what it says (a power of the ratio). */
const BELIEVED = 0.5;

/** Chances of the candidates; they sum to 1. */
export function foreseeNext(keep: Keep, state: KeeperState, next: readonly string[]): readonly number[] {
  if (next.length === 0) return [];
  const { index } = keep;
  const { state: known, open } = state.dialogue;
  // Where nothing fits, somebody is imagined who has anything in mind beside the wishes that stand.
  const fitting = known.belief.items.length > 0 ? known : { ...known, rejected: [], belief: startState(index).belief };
  const now = imagineShoppers(index, fitting, SHOPPER_MODEL);
  const anybody = anyShoppers(index);
  const shown = open?.act.kind === 'recommend' ? open.act.items : [];
  const asked = open?.act.kind === 'ask' ? open.act.attribute : undefined;
  const ratios = next.map((text) => {
    const { moves, items } = hearSpoken(keep, state, text);
    const place: Place = { index, shown, asked, items };
    const ends = state.askedWhatElse && saysAll(text);
    const own = ends ? shareSilent(now, fitting) : chance(now, fitting, moves, place);
    const any = ends ? USUAL : chance(anybody, startState(index), moves, place);
    return ((own + FLOOR) / (any + FLOOR)) ** BELIEVED;
  });
  const sum = ratios.reduce((total, ratio) => total + ratio, 0);
  return ratios.map((ratio) => ratio / sum);
}

/** Share of the shoppers who have told everything. */
function shareSilent({ count, open, replies }: Shoppers, { closed }: CatalogState): number {
  let silent = 0;
  for (let m = 0; m < count; m++) {
    silent += Number(
      open.every((attribute, j) => replies[m * open.length + j] === INDIFFERENT || closed.includes(attribute)),
    );
  }
  return Math.max(0.05, silent / count);
}

const anyones = new WeakMap<CatalogIndex, Shoppers>();

function anyShoppers(index: CatalogIndex): Shoppers {
  const known = anyones.get(index);
  if (known) return known;
  const made = imagineShoppers(index, startState(index), SHOPPER_MODEL);
  anyones.set(index, made);
  return made;
}

interface Place {
  readonly index: CatalogIndex;
  readonly shown: readonly number[];
  readonly asked: number | undefined;
  /** Items that the candidate names. */
  readonly items: readonly number[];
}

/** Share of the shoppers who would say all of it. */
function chance(shoppers: Shoppers, state: CatalogState, moves: readonly Move[], place: Place): number {
  let sum = 0;
  for (let m = 0; m < shoppers.count; m++) {
    sum += moves.reduce((product, move) => product * saying(shoppers, state, m, move, place), 1);
  }
  return sum / shoppers.count;
}

/** Chance that shopper m says one thing. */
function saying(shoppers: Shoppers, state: CatalogState, m: number, move: Move, place: Place): number {
  const { index, shown, asked, items } = place;
  const pleases = (item: number): boolean =>
    shoppers.open.every((attribute, j) =>
      suitsReply(index, attribute, item, shoppers.replies[m * shoppers.open.length + j]),
    );
  switch (move.kind) {
    case 'wish':
      return wishing(shoppers, state, m, move.wish, index);
    case 'compare':
      return shoppers.open.includes(move.attribute) ? 0.3 : REPEATS;
    case 'yes':
    case 'no':
      if (asked === undefined || index.catalog.attributes[asked].type !== 'boolean') return 0.3;
      return wishing(
        shoppers,
        state,
        m,
        { kind: 'is', attribute: asked, values: [move.kind === 'yes' ? 0 : 1] },
        index,
      );
    case 'indifferent':
    case 'unknown': {
      const attribute = move.attribute ?? asked;
      if (attribute === undefined) return 0.3;
      const j = shoppers.open.indexOf(attribute);
      if (j < 0) return REPEATS;
      return shoppers.replies[m * shoppers.open.length + j] === INDIFFERENT ? 0.9 : SURPRISE;
    }
    case 'accept': {
      const item = items[0] ?? (move.rank === undefined ? shown[0] : shown[move.rank - 1]);
      if (item === undefined) return 0.3;
      const liked = shown.filter(pleases).length;
      if (!fitsWishes(index, state, item)) return shown.includes(item) ? BENDS : SURPRISE;
      return pleases(item) ? 1 / Math.max(1, liked) : SURPRISE;
    }
    case 'reject':
      if (shown.length === 0) return 0.3;
      return shown.some(pleases) ? 0.15 : 0.9;
    case 'withdraw':
      return state.wishes.some(({ wish }) => wish.attribute === move.attribute) ? 0.1 : SURPRISE;
    default:
      return 0.3;
  }
}

function wishing(shoppers: Shoppers, state: CatalogState, m: number, wish: Wish, index: CatalogIndex): number {
  const { attribute } = wish;
  const standing = state.wishes.filter((one) => one.wish.attribute === attribute && !one.suggested);
  if (standing.length > 0) {
    const tests = [...standing.map((one) => one.wish), wish].map((one) => compileWish(index, one));
    const agrees = Array.from({ length: index.catalog.size }, (_, item) => item).some((item) =>
      tests.every((test) => test(item)),
    );
    return agrees ? REPEATS : CONTRADICTS;
  }
  if (state.closed.includes(attribute)) return MATTERS_AFTER_ALL;
  const j = shoppers.open.indexOf(attribute);
  if (j < 0) return 0.3;
  const reply = shoppers.replies[m * shoppers.open.length + j];
  if (reply === INDIFFERENT) return SURPRISE;
  const target = shoppers.targets[m];
  const test = compileWish(index, wish);
  // The value cared for, where the item has several, is one of those wished for.
  if (wish.kind === 'is') return wish.values.includes(reply) ? 1 : SURPRISE;
  return test(target) && valuesOf(index, target, attribute).includes(reply) ? 1 : SURPRISE;
}

function fitsWishes(index: CatalogIndex, state: CatalogState, item: number): boolean {
  return state.wishes.every(({ wish, suggested }) => suggested || compileWish(index, wish)(item));
}

/**
 * The embedded requests: what a shopper of the hiking shop says first, and what they want.
 *
 * `open`: many trips fit what is said, they differ, and one reply would settle much. `closed`: at most three fit, or a fact
 * is asked for that the table holds. Which is which is worked out on the table, not judged:
 *
 * - open: at least 24 of the trips fit, and the best question about the table tells at least 1.5 bits of which of them
 *   it is;
 * - closed: a wish list that at most 3 trips fit, all of which can be shown at once; or a question with one right answer.
 *
 * What lies between (4 to 23 fit) is left out: people differ on whether to ask there.
 * @module
 */
import { type CatalogIndex, compileWish, indexCatalog, type Wish, wishForValue } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { ProbeCase } from '../probe/probe.ts';
import type { Shop } from '../shop/shop.ts';
import type { ShopperIntent } from '../users/shopper-intent.ts';
import { type DirectQuestion, drawDirectQuestion } from './direct-questions.ts';
import { askable, bestQuestion, valuesOf } from './table-bits.ts';
import { requestText, type WishText, wishText } from './wish-text.ts';

/** Fewest trips that fit an open request. */
export const OPEN_FROM = 24;
/** Least expected information of the best question about an open request, in bits. */
export const OPEN_BITS = 1.5;
/** Most trips that fit a closed one. */
export const CLOSED_TO = 3;
/** Most trips that suit the shopper of an open request, in the end. */
const ACCEPTABLE_TO = 6;

/** One request in the shop. */
export interface RequestCase extends ProbeCase {
  readonly kind: 'request';
  readonly world: 'shop';
  readonly cell: 'open' | 'closed';
  /** The user's first line. */
  readonly request: string;
  /** What the shopper wants; the first `said` of its wishes stand in the first line. */
  readonly intent: ShopperIntent;
  readonly said: number;
  /** For a question with one right answer. */
  readonly direct?: DirectQuestion;
}

/** Half open, half closed; of the closed ones two fifths are wish lists and the rest direct questions. */
export function drawRequests(shop: Shop, random: Random, count: number): readonly RequestCase[] {
  const index = indexCatalog(shop.catalog);
  return Array.from({ length: count }, (_, k) => {
    const own = random.split(k);
    const id = `request ${k + 1}`;
    if (k % 2 === 0) return { ...drawOpen(index, own), id };
    if ((k >> 1) % 5 < 2) return { ...drawListed(index, own), id };
    return { ...asked(drawDirectQuestion(shop, index, own)), id };
  });
}

function asked(direct: DirectQuestion): Omit<RequestCase, 'id'> {
  const intent = { wishes: [], acceptable: direct.item === undefined ? [] : [direct.item], buys: false };
  return { kind: 'request', world: 'shop', cell: 'closed', request: direct.words, intent, said: 0, direct };
}

/** Draws until the criterion is met; the share of draws that are, on the shop, is above a half. */
function drawOpen(index: CatalogIndex, random: Random): Omit<RequestCase, 'id'> {
  const { catalog } = index;
  for (let trial = 0; ; trial++) {
    const dice = random.split(trial);
    const target = dice.integer(catalog.size);
    const attributes = shuffled(askable(catalog), dice);
    const said = drawSaid(index, target, attributes, dice, dice.weighted([0.3, 0.5, 0.2]));
    const fit = fitting(index, said.wishes);
    if (fit.length < OPEN_FROM || (bestQuestion(catalog, fit, 'open', 'one')?.bits ?? 0) < OPEN_BITS) continue;
    const spoken = new Set(said.wishes.map(({ attribute }) => attribute));
    const wishes = [...said.wishes];
    for (const attribute of attributes) {
      const wish = spoken.has(attribute) ? undefined : wishOf(index, target, attribute, dice);
      if (wish) wishes.push(wish);
      if (wishes.length >= spoken.size + 2 && fitting(index, wishes).length <= ACCEPTABLE_TO) break;
    }
    const intent = { wishes, acceptable: fitting(index, wishes), buys: true };
    const request = requestText(said.parts, catalog.noun.one, dice);
    return { kind: 'request', world: 'shop', cell: 'open', request, intent, said: said.wishes.length };
  }
}

function drawListed(index: CatalogIndex, random: Random): Omit<RequestCase, 'id'> {
  const { catalog } = index;
  for (let trial = 0; ; trial++) {
    const dice = random.split(trial);
    const target = dice.integer(catalog.size);
    const { wishes, parts } = drawSaid(index, target, shuffled(askable(catalog), dice), dice, 3 + dice.integer(3));
    const acceptable = fitting(index, wishes);
    if (wishes.length < 3 || acceptable.length > CLOSED_TO) continue;
    const request = requestText(parts, catalog.noun.one, dice);
    const intent = { wishes, acceptable, buys: true };
    return { kind: 'request', world: 'shop', cell: 'closed', request, intent, said: wishes.length };
  }
}

/** `count` wishes that the target keeps and that there are words for. */
function drawSaid(
  index: CatalogIndex,
  target: number,
  attributes: readonly number[],
  random: Random,
  count: number,
): { wishes: Wish[]; parts: WishText[] } {
  const wishes: Wish[] = [];
  const parts: WishText[] = [];
  for (const attribute of attributes) {
    if (wishes.length === count) break;
    const wish = wishOf(index, target, attribute, random);
    const part = wish && wishText(index.catalog.attributes[attribute], wish, random);
    if (!wish || !part) continue;
    wishes.push(wish);
    parts.push(part);
  }
  return { wishes, parts };
}

/** A wish for one of the target's values; undefined where that would wish for nothing. */
function wishOf({ catalog }: CatalogIndex, target: number, attribute: number, random: Random): Wish | undefined {
  const values = valuesOf(catalog, attribute, target);
  if (values.length === 0) return undefined;
  const wish = wishForValue(catalog.attributes[attribute], attribute, random.pick(values));
  return wish.kind === 'range' && wish.low === undefined && wish.high === undefined ? undefined : wish;
}

/** The items that keep every wish. */
export function fitting(index: CatalogIndex, wishes: readonly Wish[]): readonly number[] {
  const tests = wishes.map((wish) => compileWish(index, wish));
  return [...index.everything].filter((item) => tests.every((test) => test(item)));
}

/** Fisher–Yates. */
export function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const all = [...list];
  for (let k = all.length - 1; k > 0; k--) {
    const other = random.integer(k + 1);
    [all[k], all[other]] = [all[other], all[k]];
  }
  return all;
}

/**
 * The text shop seen exactly: who may have sent a first message, with true probabilities, and what each act is worth to
 * them, by the same arithmetic and costs as the layer's estimate but with everybody imagined and every fit known.
 *
 * A customer has an item in mind, each as likely, and cares about each attribute with chance ½; with k attributes to be
 * stated, those who care about fewer are none of them, and the k are any of those that they care about. Two customers who
 * want the same values are one.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import { createRandom, planned, type Random } from '@sente/engine';
import { type Costs, DEFAULT_COSTS, listActs, startOf, WeighedDomain, type Weighing } from '@sente/language';
import { ANY, type ShopWish, served, serves } from './shop-wish.ts';
import { codeOf, LAMP_ATTRIBUTES } from './text-shop.ts';

/** A customer, and what they say first. */
export interface Customer {
  readonly wish: ShopWish;
  /** The part of the wish that is stated. */
  readonly stated: ShopWish;
}

/** One who may have said it. */
export interface Hypothesis {
  readonly wish: ShopWish;
  /** Sums to 1 over all. */
  readonly probability: number;
}

/** An act in the shop's terms. */
export type ShopAct =
  | { readonly kind: 'ask'; readonly attribute: number }
  | { readonly kind: 'recommend'; readonly item: number }
  | { readonly kind: 'abstain' };

/** An act with its exact value. */
export interface ValuedAct {
  readonly act: ShopAct;
  readonly value: number;
}

/** Tokens of a recommendation. */
const TOKENS = 60;

const cares = (wish: ShopWish): number[] => wish.flatMap((code, a) => (code === ANY ? [] : [a]));

/** Draws a customer who states `stated` attributes. */
export function drawCustomer(shop: Catalog, stated: number, random: Random): Customer {
  const item = random.integer(shop.size);
  let wish: ShopWish;
  do wish = LAMP_ATTRIBUTES.map((_, a) => (random.next() < 0.5 ? codeOf(shop, item, a) : ANY));
  while (cares(wish).length < stated);
  const said = new Set<number>();
  const list = cares(wish);
  while (said.size < stated) said.add(random.pick(list));
  return { wish, stated: wish.map((code, a) => (said.has(a) ? code : ANY)) };
}

/** All who may have stated this, likeliest first. */
export function posterior(shop: Catalog, stated: ShopWish): readonly Hypothesis[] {
  const known = cares(stated);
  const items = served(shop, stated);
  const weights = new Map<string, { wish: ShopWish; weight: number }>();
  for (let set = 0; set < 2 ** LAMP_ATTRIBUTES.length; set++) {
    if (known.some((a) => (set & (1 << a)) === 0)) continue;
    for (const item of items) {
      const wish = LAMP_ATTRIBUTES.map((_, a) => ((set & (1 << a)) === 0 ? ANY : codeOf(shop, item, a)));
      const key = wish.join();
      const weight = 1 / waysToChoose(cares(wish).length, known.length);
      weights.set(key, { wish, weight: (weights.get(key)?.weight ?? 0) + weight });
    }
  }
  const all = [...weights.values()];
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  return all
    .map(({ wish, weight }) => ({ wish, probability: weight / total }))
    .sort((a, b) => b.probability - a.probability);
}

function waysToChoose(n: number, k: number): number {
  let ways = 1;
  for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
  return ways;
}

/** Every act with its value, best first: recommending each item, asking for each attribute not stated, and abstaining. */
export function exactValues(shop: Catalog, stated: ShopWish, horizon = 2, costs: Costs = DEFAULT_COSTS): ValuedAct[] {
  const people = posterior(shop, stated);
  const items = Array.from({ length: shop.size }, (_, item) => item);
  const open = LAMP_ATTRIBUTES.flatMap((_, a) => (stated[a] === ANY ? [a] : []));
  const weighing: Weighing = {
    answers: items.map((item) => ({
      gist: shop.view(item).name,
      fits: people.map(({ wish }) => Number(serves(shop, item, wish))),
      sure: 1,
      tokens: TOKENS,
      isRecommendation: true,
    })),
    questions: open.map((a) => ({
      text: LAMP_ATTRIBUTES[a].key,
      choices: LAMP_ATTRIBUTES[a].values,
      replies: people.map(({ wish }) => wish[a]),
    })),
    offers: [],
    leads: [],
  };
  const weights = people.map(({ probability }) => probability);
  const domain = new WeighedDomain(weighing, listActs(weighing, weights), costs);
  const policy = planned({ domain, horizon, breadth: 64, expansions: 200_000 });
  return policy.decide(startOf(weights), createRandom(0)).candidates.map(({ act, value }) => {
    if (act.kind === 'ask') return { act: { kind: 'ask', attribute: open[act.question!] }, value };
    if (act.kind === 'recommend') return { act: { kind: 'recommend', item: items[act.answer!] }, value };
    return { act: { kind: 'abstain' }, value };
  });
}

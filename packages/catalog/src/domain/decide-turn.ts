/**
 * One turn's decision: imagines shoppers from the belief, lets the engine's policy choose, and puts the true counts
 * behind every fact that would be said.
 * @module
 */
import { type Decision, planned, type Random } from '@sente/engine';
import { likeliest, marginal } from '../belief/item-belief.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { CatalogAct, Fact } from './act.ts';
import { relaxations } from './relaxations.ts';
import { createShopDomain, type ShopDomain } from './shop-domain.ts';
import { SHOPPER_MODEL, type ShopperModel } from './shopper-model.ts';
import { imagineShoppers, posterior } from './shoppers.ts';
import type { CatalogState } from './state.ts';
import { createStuckDomain } from './stuck-domain.ts';

/** Settings of a decision. */
export interface TurnOptions {
  /** How many user turns to look ahead, 0 (passive) … 4; 2 by default. */
  readonly horizon?: number;
  /** How many acts are looked at more deeply than one turn; 4 by default. */
  readonly breadth?: number;
  /** The planner's model of the user, where it differs from the one that ships. */
  readonly model?: Partial<ShopperModel>;
}

/** Chooses the concierge's next act. Never shows an item that breaks a wish: when nothing fits it offers changes. */
export function decideTurn(
  index: CatalogIndex,
  state: CatalogState,
  options: TurnOptions,
  random: Random,
): Decision<CatalogAct> {
  const model = { ...SHOPPER_MODEL, ...options.model };
  const horizon = options.horizon ?? 2;
  if (state.belief.items.length === 0) {
    const wishes = state.wishes.map((standing) => standing.wish);
    const changes = relaxations(index, wishes, state.rejected);
    const ideas = state.wishes.filter((standing) => standing.suggested).length;
    const taking = posterior(model.influenceability, ideas, state.dismissed.length);
    const domain = createStuckDomain(changes, wishes.length, state.turns, taking, model);
    return planned({ domain, horizon }).decide(domain.start, random);
  }
  const shoppers = imagineShoppers(index, state, model);
  const domain = createShopDomain(shoppers, state.turns, state.dismissed);
  const decision = planned({ domain, horizon, breadth: options.breadth ?? 4 }).decide(domain.start, random);
  const ground = grounding(index, state, model);
  const candidates = decision.candidates.map((candidate) => ({
    ...candidate,
    act: ground(candidate.act),
    error: sampleError(domain, candidate.act, decision.horizon === 0, model.shoppers),
    samples: model.shoppers,
  }));
  return { ...decision, candidates, chosen: ground(decision.chosen) };
}

/**
 * The standard error of an act's value that comes from imagining so many shoppers and no more: the spread of the value
 * over the replies, by the square root of their number. All acts share the shoppers, so differences are surer than this.
 */
function sampleError(domain: ShopDomain, act: CatalogAct, now: boolean, shoppers: number): number {
  let mean = 0;
  let square = 0;
  for (const { probability, state } of domain.outcomes!(domain.start, act)) {
    const value = now ? domain.worth!(state) : domain.forecast!(state);
    mean += probability * value;
    square += probability * value * value;
  }
  return Math.sqrt(Math.max(0, square - mean * mean) / shoppers);
}

/** Puts the counts of the real belief in the place of those among imagined users; fills a short list of items up. */
function grounding(index: CatalogIndex, state: CatalogState, model: ShopperModel): (act: CatalogAct) => CatalogAct {
  const counts = new Map<number, Uint32Array>();
  const countOf = (attribute: number, value: number): number => {
    const known = counts.get(attribute) ?? marginal(index, state.belief, attribute).counts;
    counts.set(attribute, known);
    return known[value];
  };
  return (act) => {
    const facts = act.facts.map(
      (fact): Fact =>
        fact.kind === 'suggest'
          ? { ...fact, count: countOf(fact.attribute, fact.value), of: state.belief.items.length }
          : fact,
    );
    if (act.kind !== 'recommend' || act.items.length >= model.listSize) return { ...act, facts };
    const more = likeliest(state.belief, model.listSize + act.items.length).map(({ item }) => item);
    const items = [...act.items, ...more.filter((item) => !act.items.includes(item))].slice(0, model.listSize);
    return { ...act, items, facts };
  };
}

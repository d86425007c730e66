/**
 * One turn's decision: imagines shoppers from the belief, lets the engine's policy choose, and puts the true counts
 * behind every fact that would be said.
 * @module
 */
import { type Decision, planned, type Random } from '@sente/engine';
import { likeliest, marginal } from '../belief/item-belief.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { CatalogAct, Fact } from './act.ts';
import { willingness } from './draw-shoppers.ts';
import { decideLearned, type LearnedValues } from './learned-turn.ts';
import { prospectOf } from './prospects.ts';
import { relaxations } from './relaxations.ts';
import { createShopDomain, type ShopDomain } from './shop-domain.ts';
import { SHOPPER_MODEL, type ShopperModel } from './shopper-model.ts';
import { imagineShoppers } from './shoppers.ts';
import { believe, type CatalogState } from './state.ts';
import { createStuckDomain } from './stuck-domain.ts';

/** Settings of a decision. */
export interface TurnOptions {
  /** How many user turns to look ahead, 0 (passive) … 4; 2 by default. */
  readonly horizon?: number;
  /** How many acts are looked at more deeply than one turn; 4 by default. */
  readonly breadth?: number;
  /** The planner's model of the user, where it differs from the one that ships. */
  readonly model?: Partial<ShopperModel>;
  /** A learned policy in the planner's place, wherever something fits. */
  readonly learned?: LearnedValues;
}

/** User turns that the concierge looks ahead unless told otherwise. */
const HORIZON = 2;

/**
 * Chooses the concierge's next act. An item that breaks a wish is shown only when nothing fits, and only together with
 * the relaxations that say which wish: every item shown keeps all wishes but those of one of the act's relaxations.
 */
export function decideTurn(
  index: CatalogIndex,
  state: CatalogState,
  options: TurnOptions,
  random: Random,
): Decision<CatalogAct> {
  const model = { ...SHOPPER_MODEL, ...options.model };
  if (state.belief.items.length === 0) {
    // All that fits was turned down: something unspoken is in the way. Ask what, before any wish has to give way.
    const fitting = { ...state, belief: believe(index, { ...state, rejected: [] }) };
    if (fitting.belief.items.length > 0) {
      const asking = openDomain(index, fitting, { ...model, offers: false, dreaming: 1 });
      if (asking.acts(asking.start).length > 0) return decideAmong(asking, index, fitting, model, options, random);
    }
    const wishes = state.wishes.flatMap(({ wish, suggested }) => (suggested ? [] : [wish]));
    const changes = relaxations(index, wishes, state.rejected);
    const prospects = model.offers ? changes.map((change) => prospectOf(index, state, change, model)) : [];
    const domain = createStuckDomain(prospects, wishes.length, state.turns, willingness(state, model), model);
    return planned({ domain, horizon: options.horizon ?? HORIZON }).decide(domain.start, random);
  }
  if (options.learned) return decideLearned(index, state, options.learned, options.horizon ?? HORIZON);
  return decideAmong(openDomain(index, state, model), index, state, model, options, random);
}

function openDomain(index: CatalogIndex, state: CatalogState, model: ShopperModel): ShopDomain {
  return createShopDomain(imagineShoppers(index, state, model), state.turns, state.dismissed);
}

function decideAmong(
  domain: ShopDomain,
  index: CatalogIndex,
  state: CatalogState,
  model: ShopperModel,
  options: TurnOptions,
  random: Random,
): Decision<CatalogAct> {
  const { horizon = HORIZON, breadth = 3 } = options;
  const decision = planned({ domain, horizon, breadth }).decide(domain.start, random);
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

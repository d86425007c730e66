/**
 * The catalogue when one item is meant: yes-or-no questions about features, recommendations of a list, and success at
 * the item itself. The field's standard recommender simulation (Deng et al. 2021, arXiv 2105.09710) is such a world.
 *
 * The belief is exact: an answer filters, or reweighs where answers can be wrong. The tail of the value is the exact
 * value of a simple rule played to the end, so that one step of lookahead improves on that rule.
 * @module
 */
import type { Domain, Outcome } from '@sente/engine';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { CatalogAct } from './act.ts';
import { type ItemFeatures, itemFeatures } from './item-features.ts';
import { featureMass, keepWhere, likeliestFirst, reweighed } from './ranked-belief.ts';
import { createThresholdPlay, type ItemGame, itemReward, type Ranked, type RuleSettings } from './threshold-play.ts';

/** A point in a conversation about one item. */
export interface ItemState extends Ranked {
  /** 1 for each feature that was spoken of; length: number of features. */
  readonly asked: Uint8Array;
  /** The assistant's turn to come, from 1. */
  readonly turn: number;
  /** R\* once the conversation has ended: with success, or, at 0, because the user left. */
  readonly won?: number;
  /** Questions so far that were answered with no or "I don't know"; counted where users lose patience. */
  readonly useless?: number;
}

/** Settings of the domain; the defaults are those of the shipped configuration. */
export interface ItemDomainOptions extends Partial<ItemGame>, Partial<RuleSettings> {
  /** What success is worth in itself, in units of all turns; see `itemReward`. */
  readonly success?: number;
  /** Weight of the discounted gain in R\*; see `itemReward`. */
  readonly early?: number;
  /** How many questions are weighed against recommending: those with the most entropy. */
  readonly questions?: number;
}

/** What the shipped configuration values: success in itself, and being early and high in the list. See `itemReward`. */
export const ITEM_REWARD: { readonly success: number; readonly early: number } = { success: 0.3, early: 0.5 };

/** The domain, with what it takes to follow a real conversation. */
export interface ItemDomain extends Domain<ItemState, number, CatalogAct> {
  readonly features: ItemFeatures;
  /**
   * The state when weights over all items are given (any scale). `opening`: the feature that the user began with, one of
   * the item's own, each equally likely: P(opening | item) = 1 / number of its features, by Bayes' rule. It is
   * remembered as long as `weights` lives, for other conversations that start alike: do not change its contents.
   */
  start(weights: Float64Array, opening?: number): ItemState;
  /** The state after an answer; `undefined` is "I don't know". */
  answered(state: ItemState, feature: number, yes: boolean | undefined): ItemState;
  /** The state after a feature was told unasked: it takes no turn, and says nothing new where it was spoken of before. */
  told(state: ItemState, feature: number): ItemState;
  /** The state after a list was turned down. */
  refused(state: ItemState, items: readonly number[]): ItemState;
  /** The feature that a question act is about. */
  featureOf(act: CatalogAct): number;
  /** The act that asks about a feature. */
  asking(feature: number): CatalogAct;
  /** Whether the conversation has ended. */
  isOver(state: ItemState): boolean;
}

/** Makes it. */
export function createItemDomain(index: CatalogIndex, options: ItemDomainOptions = {}): ItemDomain {
  const { listSize = 10, turns = 15, noise = 0, unknown = 0, hazard = 0, questions = 5 } = options;
  const { success = ITEM_REWARD.success, early = ITEM_REWARD.early } = options;
  const { threshold = 0.45, grain = 0.03, followed = 250 } = options;
  const features = itemFeatures(index);
  const reward = itemReward(turns, success, early);
  const rule = createThresholdPlay(
    features,
    { listSize, turns, noise, unknown },
    { threshold, grain, followed },
    reward,
  );
  const size = features.items;
  const ids = Array.from({ length: features.count }, (_, f) => `ask:${features.attributes[f]}:${features.values[f]}`);
  const featureById = new Map(ids.map((id, f) => [id, f]));
  const featureOf = (act: CatalogAct): number => featureById.get(act.id) ?? -1;
  const asking = (feature: number): CatalogAct => {
    const [attribute, value] = [features.attributes[feature], features.values[feature]];
    return { kind: 'ask', id: ids[feature], attribute, value, facts: [] };
  };
  const list = (state: ItemState): number[] => Array.from(state.items.subarray(0, Math.min(listSize, state.count)));
  const isOver = (state: ItemState): boolean => state.won !== undefined || state.turn > turns || state.count === 0;

  /** Beliefs that conversations started from, by the weights that were given and the opening. */
  const starts = new WeakMap<Float64Array, Map<number | undefined, Ranked>>();
  const startOf = (weights: Float64Array, opening: number | undefined): Ranked => {
    const known = starts.get(weights) ?? new Map<number | undefined, Ranked>();
    starts.set(weights, known);
    const start = known.get(opening) ?? likeliestFirst(weights, features, opening);
    known.set(opening, start);
    return start;
  };

  const spend = (state: ItemState, feature: number): Uint8Array => {
    const asked = state.asked.slice();
    asked[feature] = 1;
    return asked;
  };

  /** Chance that the user stays after one more useless question. */
  const stays = ({ useless = 0 }: ItemState): number => Math.max(0, 1 - hazard * (useless + 1));

  const answered = (state: ItemState, feature: number, yes: boolean | undefined): ItemState => {
    const useless = hazard > 0 && yes !== true ? { useless: (state.useless ?? 0) + 1 } : undefined;
    const rest = { asked: spend(state, feature), turn: state.turn + 1, ...useless };
    if (yes === undefined) return { ...state, ...rest };
    const row = feature * size;
    const wanted = yes ? 1 : 0;
    const belief =
      noise === 0 ? keepWhere(state, features.has, row, wanted) : reweighed(state, features.has, row, wanted, noise);
    return { ...state, ...rest, ...belief };
  };

  const told = (state: ItemState, feature: number): ItemState =>
    state.asked[feature] === 1 ? state : { ...answered(state, feature, true), turn: state.turn };

  const marked = new Uint8Array(size);
  /** Keeps only some items, or all but those. */
  const mark = (state: ItemState, items: readonly number[], keptOnes: boolean, rest: Partial<ItemState>): ItemState => {
    for (const item of items) marked[item] = 1;
    const after = { ...state, ...rest, ...keepWhere(state, marked, 0, keptOnes ? 1 : 0) };
    for (const item of items) marked[item] = 0;
    return after;
  };

  const refused = (state: ItemState, items: readonly number[]): ItemState =>
    mark(state, items, false, { turn: state.turn + 1 });

  const outcomes = (state: ItemState, act: CatalogAct): Outcome<ItemState>[] => {
    const result: Outcome<ItemState>[] = [];
    const add = (probability: number, next: ItemState): void => {
      if (probability > 0) result.push({ probability, state: next });
    };
    if (act.kind === 'recommend') {
      let left = 1;
      act.items.forEach((item, k) => {
        const probability = state.weights[state.items.indexOf(item)];
        left -= probability;
        add(probability, mark(state, [item], true, { won: reward(state.turn, k + 1) }));
      });
      if (act.items.length < state.count) add(left, refused(state, act.items));
      return result;
    }
    const feature = featureOf(act);
    let yes = 0;
    for (let k = 0; k < state.count; k++) yes += state.weights[k] * features.has[feature * size + state.items[k]];
    const share = yes * (1 - noise) + (1 - yes) * noise;
    const stay = stays(state);
    for (const [answer, probability] of [
      [true, share],
      [false, (1 - share) * stay],
    ] as const) {
      if (probability > 1e-12) add((1 - unknown) * probability, answered(state, feature, answer));
    }
    add(unknown * stay, answered(state, feature, undefined));
    if (stay < 1) add((unknown + (1 - unknown) * (1 - share)) * (1 - stay), { ...state, turn: state.turn + 1, won: 0 });
    return result;
  };

  return {
    features,
    featureOf,
    asking,
    isOver,
    answered,
    told,
    refused,
    outcomes,
    start(weights, opening) {
      const asked = new Uint8Array(features.count);
      if (opening !== undefined) asked[opening] = 1;
      return { ...startOf(weights, opening), asked, turn: 1 };
    },
    acts(state) {
      if (isOver(state)) return [];
      const items = list(state);
      const acts: readonly CatalogAct[] = [{ kind: 'recommend', id: 'recommend', items, facts: [] }];
      if (state.turn === turns || state.count <= listSize) return acts;
      return [...acts, ...bestQuestions(state, features, questions).map(asking)];
    },
    imagine: (state, random) => state.items[random.weighted(state.weights)],
    respond(state, act, item, random) {
      if (act.kind === 'recommend') {
        const rank = act.items.indexOf(item);
        if (rank < 0) return refused(state, act.items);
        return mark(state, [item], true, { won: reward(state.turn, rank + 1) });
      }
      const feature = featureOf(act);
      const truth = features.has[feature * size + item] === 1;
      const knows = random.next() >= unknown;
      const said = knows ? random.next() < noise !== truth : undefined;
      if (said !== true && hazard > 0 && random.next() >= stays(state))
        return { ...state, turn: state.turn + 1, won: 0 };
      return answered(state, feature, said);
    },
    reward: (state) => state.won ?? 0,
    worth: (state) => state.won ?? 0,
    forecast: (state) => state.won ?? (isOver(state) ? 0 : rule.value(state, state.asked.slice(), state.turn)),
    estimate(state, act) {
      if (act.kind === 'recommend') return rule.afterRecommending(state, state.asked, state.turn);
      if (hazard === 0) return rule.afterAsking(state, featureOf(act), state.asked, state.turn);
      return outcomes(state, act).reduce((sum, { probability, state: next }) => {
        return sum + probability * (next.won ?? rule.value(next, next.asked.slice(), next.turn));
      }, 0);
    },
    intents: (state) => Array.from(state.items, (intent, k) => ({ intent, weight: state.weights[k] })),
  };
}

/** The features whose answer is the most uncertain, at most `most`, that nobody has spoken of yet. */
function bestQuestions(state: ItemState, features: ItemFeatures, most: number): number[] {
  const yes = featureMass(state, features);
  const open: number[] = [];
  for (let f = 0; f < features.count; f++) if (state.asked[f] === 0 && yes[f] > 1e-9 && yes[f] < 1 - 1e-9) open.push(f);
  // A question is the more uncertain, the nearer its chance of a yes is to a half.
  return open.sort((a, b) => Math.abs(yes[a] - 0.5) - Math.abs(yes[b] - 0.5) || a - b).slice(0, most);
}

/**
 * A state of the catalogue's item domain as the learned policy sees it: every feature that nobody spoke of yet is a question.
 * @module
 */
import { ITEM_REWARD, type ItemFeatures, type ItemState, itemReward } from '@sente/catalog';
import type { PolicyGame, StateGraph } from '@sente/pocket';

/** What a game of the item domain is told; the domain's own defaults where something is left out. */
export interface ItemGameSetting {
  readonly turns: number;
  readonly noise: number;
  readonly unknown: number;
  readonly hazard: number;
}

/** Items in a recommendation, as the field's protocol has it. */
const LIST = 10;

/** The same game for the policy, with the reward that the domain pays. */
export function policyGame({ turns, noise, unknown, hazard }: ItemGameSetting, listSize: number = LIST): PolicyGame {
  const reward = itemReward(turns, ITEM_REWARD.success, ITEM_REWARD.early);
  return { turns, listSize, noise, unknown, hazard, reward };
}

/** Questions by feature: the same arrays for every state. */
const questionsOf = new WeakMap<ItemFeatures, readonly (readonly number[])[]>();

/** The graph of a state. The n-th open question is about feature `graph.questions[n][0]`. */
export function stateGraph(features: ItemFeatures, state: ItemState): StateGraph {
  const all = questionsOf.get(features) ?? Array.from({ length: features.count }, (_, feature) => [feature]);
  questionsOf.set(features, all);
  return {
    edges: features,
    items: state.items,
    weights: state.weights,
    count: state.count,
    questions: all.filter((_, feature) => state.asked[feature] === 0),
    turn: state.turn,
    useless: state.useless ?? 0,
  };
}

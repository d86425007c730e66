/**
 * A state of the catalogue's item domain as the learned policy sees it: every feature that nobody spoke of yet is a question.
 * @module
 */
import { ITEM_REWARD, type ItemFeatures, type ItemState, itemReward } from '@sente/catalog';
import type { PolicyGame, StateGraph } from '@sente/pocket';

/** What a game of the item domain is like, as the assistant is told. */
export interface ItemGameSetting {
  readonly turns: number;
  readonly noise: number;
  readonly unknown: number;
  readonly hazard: number;
}

/** Items in a recommendation, as the field's protocol has it. */
export const LIST = 10;

/** The list that a state comes to: its likeliest items. */
export function listOf({ items, count }: ItemState): number[] {
  return Array.from(items.subarray(0, Math.min(LIST, count)));
}

/** Whether nothing but a list can help: in the last turn, and when one list holds everything that is left. */
export function onlyList({ turn, count }: ItemState, turns: number): boolean {
  return turn >= turns || count <= LIST;
}

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

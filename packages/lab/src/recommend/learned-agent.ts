/**
 * The agent that plays by a learned policy: scores the list and every question that is open, and takes the best.
 * @module
 */
import type { ItemDomain, ItemState } from '@sente/catalog';
import { createCellFinder, type LearnedPolicy, policyValues } from '@sente/pocket';
import type { RecommendAct } from './agents.ts';
import { type ItemGameSetting, listOf, onlyList, policyGame, stateGraph } from './state-graph.ts';

/** Makes its choice function for one game. */
export function learnedAgent(
  policy: LearnedPolicy,
  domain: ItemDomain,
  setting: ItemGameSetting,
): (state: ItemState) => RecommendAct {
  const find = createCellFinder(policyGame(setting));
  const valuesOf = policyValues(policy);
  return (state) => {
    const list = { items: listOf(state) };
    if (onlyList(state, setting.turns)) return list;
    const graph = stateGraph(domain.features, state);
    const cells = find(graph);
    const values = valuesOf(cells);
    let best = 0;
    for (let act = 1; act < values.length; act++) if (values[act] > values[best]) best = act;
    return best === 0 ? list : { ask: graph.questions[cells.questions[best - 1]][0] };
  };
}

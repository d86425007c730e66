/**
 * The planner with a learned policy as its prior and its tail: looks one act ahead, exactly, at the list and at the questions
 * that the network likes best, and takes the network's word for what follows.
 *
 *   Q(s, a) = Σ_{s'} P(s' | s, a) (R*(s') if it ended, else max_b Q_network(s', b))
 *
 * This is the expert of expert iteration (Anthony et al. 2017, arXiv 1705.08439): it sees a step further than its network.
 * @module
 */
import type { CatalogAct, ItemDomain, ItemState } from '@sente/catalog';
import { createCellFinder, type LearnedPolicy, policyValues } from '@sente/pocket';
import type { RecommendAct } from './agents.ts';
import { type ItemGameSetting, listOf, onlyList, policyGame, stateGraph } from './state-graph.ts';

/** Questions that are looked at. */
const LIKED = 4;

/** Makes its choice function for one game. */
export function guidedAgent(
  policy: LearnedPolicy,
  domain: ItemDomain,
  setting: ItemGameSetting,
): (state: ItemState) => RecommendAct {
  const { features } = domain;
  const find = createCellFinder(policyGame(setting));
  const valuesOf = policyValues(policy);
  /** Values of the list and of features that may be asked about. */
  const liked = (state: ItemState): { readonly list: number; readonly questions: readonly [number, number][] } => {
    const graph = stateGraph(features, state);
    const cells = find(graph);
    const values = valuesOf(cells);
    const questions = cells.questions.map((question, n): [number, number] => [
      graph.questions[question][0],
      values[n + 1],
    ]);
    return { list: values[0], questions };
  };
  const worth = (state: ItemState): number => {
    if (domain.isOver(state)) return state.won ?? 0;
    const { list, questions } = liked(state);
    return onlyList(state, setting.turns) ? list : Math.max(list, ...questions.map(([, value]) => value));
  };
  const ahead = (state: ItemState, act: CatalogAct): number =>
    domain.outcomes?.(state, act).reduce((sum, { probability, state: next }) => sum + probability * worth(next), 0) ??
    0;
  return (state) => {
    const items = listOf(state);
    if (onlyList(state, setting.turns)) return { items };
    const some = [...liked(state).questions].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LIKED);
    let best: RecommendAct = { items };
    let highest = ahead(state, { kind: 'recommend', id: 'recommend', items, facts: [] });
    for (const [feature] of some) {
      const asked = ahead(state, domain.asking(feature));
      if (asked <= highest) continue;
      highest = asked;
      best = { ask: feature };
    }
    return best;
  };
}

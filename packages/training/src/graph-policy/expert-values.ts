/**
 * What each act is worth to an expert: one act ahead, exactly, with a tail behind it.
 *
 * The first expert's tail is the rule of the catalogue's planner played to the end. Later ones look ahead to what the network
 * makes of the states that follow: each plans a step further than the network that it teaches.
 *
 *   Q*(s, a) = Σ_{s'} P(s' | s, a) (R*(s') if it ended, else max_b Q(s', b))
 *
 * Source: Anthony et al. 2017, "Thinking Fast and Slow with Deep Learning and Tree Search", arXiv 1705.08439; the sum over
 * outcomes in place of a sampled tree: value iteration, Bellman 1957.
 * @module
 */
import type { ItemState } from '@sente/catalog';
import type { ActValues } from '@sente/pocket';
import { catalogAct, type Visit, visit } from './visit.ts';

/** Which acts a policy may choose from, where it may not choose from all. */
export type Limit = (visit: Visit) => readonly number[];

/** All acts that can be chosen. */
export const anyAct: Limit = ({ able }) => Array.from({ length: able }, (_, act) => act);

/** Values of some acts of a state, in their order. */
export type Expert = (visit: Visit, acts: readonly number[]) => Float64Array;

/** The planner with its rule behind it. */
export const ruleExpert: Expert = (at, acts) =>
  Float64Array.from(acts, (act) => at.game.domain.estimate?.(at.state, catalogAct(at, act)) ?? Number.NaN);

/** The planner with a network behind it. */
export function networkExpert(network: ActValues, limit: Limit = anyAct): Expert {
  const worth = (at: Visit, state: ItemState): number => {
    if (at.game.domain.isOver(state)) return state.won ?? 0;
    const next = visit(at.game, state);
    const values = network(next.cells);
    return Math.max(...limit(next).map((act) => values[act]));
  };
  return (at, acts) =>
    Float64Array.from(acts, (act) => {
      const outcomes = at.game.domain.outcomes?.(at.state, catalogAct(at, act)) ?? [];
      return outcomes.reduce((sum, { probability, state }) => sum + probability * worth(at, state), 0);
    });
}

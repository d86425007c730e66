/**
 * Networks that see less, for the question what each part of the state is worth.
 * @module
 */
import { STATISTICS } from '@sente/pocket';
import type { Game } from './game.ts';

/** The cell of everybody, the first. */
const EVERYBODY = 0;
/** Statistics that are the cell's own even where no message reaches it: mass, purity, and the conversation's. */
const OWN = [12, 13, 14, 15, 16, 17, 18, 19, 20, 21];

/**
 * Without the graph: no messages between items, answers and questions. Of a cell the network knows how likely it is; all
 * else is that of the whole belief.
 */
export function withoutGraph(game: Game): Game {
  return {
    ...game,
    find(state, questions) {
      const cells = game.find(state, questions);
      const statistics = cells.statistics.slice();
      for (let cell = 1; cell < cells.count; cell++) {
        for (let n = 0; n < STATISTICS; n++) {
          if (!OWN.includes(n)) statistics[cell * STATISTICS + n] = statistics[EVERYBODY * STATISTICS + n];
        }
      }
      return { ...cells, statistics, shares: new Float32Array(cells.shares.length) };
    },
  };
}

/** Without the belief: which items are left is known, and not how likely each is. Lists are still made by the belief. */
export function withoutBelief(game: Game): Game {
  return {
    ...game,
    graph(state) {
      const graph = game.graph(state);
      return { ...graph, weights: new Float64Array(graph.count).fill(1 / graph.count) };
    },
  };
}

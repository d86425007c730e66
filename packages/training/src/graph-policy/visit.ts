/**
 * A state as it is met: what may be done there, and what each act may lead to.
 * @module
 */
import type { CatalogAct, ItemState } from '@sente/catalog';
import { listOf, onlyList } from '@sente/lab';
import type { Cells } from '@sente/pocket';
import type { Game } from './game.ts';
import type { Person } from './person.ts';

/** A state, its cells, and the feature that each act asks about; −1 for the list, which is act 0. */
export interface Visit {
  readonly game: Game;
  readonly state: ItemState;
  readonly cells: Cells;
  readonly features: readonly number[];
  /** How many acts may be chosen: 1 where only a list makes sense. */
  readonly able: number;
}

/** Looks at a state. */
export function visit(game: Game, state: ItemState): Visit {
  const graph = game.graph(state);
  const cells = game.find(graph);
  const features = [-1, ...cells.questions.map((question) => graph.questions[question][0])];
  return { game, state, cells, features, able: onlyList(state, game.setting.turns) ? 1 : features.length };
}

/** An act as the domain knows it. */
export function catalogAct({ game, state, features }: Visit, act: number): CatalogAct {
  const feature = features[act];
  if (feature >= 0) return game.domain.asking(feature);
  return { kind: 'recommend', id: 'recommend', items: listOf(state), facts: [] };
}

/** What became of an act with a person: the next state, which may have ended. */
export function happen(at: Visit, act: number, person: Person): ItemState {
  const next = reacted(at, act, person);
  person.passTurn(at.state.turn);
  return next;
}

function reacted({ game, state, features }: Visit, act: number, person: Person): ItemState {
  const { domain, reward } = game;
  if (features[act] < 0) {
    const items = listOf(state);
    const rank = person.placeIn(items);
    return rank > 0 ? { ...state, turn: state.turn + 1, won: reward(state.turn, rank) } : domain.refused(state, items);
  }
  const answer = person.answer(features[act]);
  const next = domain.answered(state, features[act], answer);
  if (answer === true) return person.tells(features[act]).reduce(domain.told, next);
  const isGone = game.setting.hazard > 0 && person.leaves(next.useless ?? 0);
  return isGone ? { ...next, won: 0 } : next;
}

/**
 * A simulated user's turn, folded into the concierge's state: what `say` does with typed words, at the level of acts.
 * @module
 */
import {
  addWish,
  type CatalogAct,
  type CatalogIndex,
  type CatalogState,
  closeAttribute,
  type Move,
  nextTurn,
  rejectItems,
  settleSuggestions,
} from '@sente/catalog';

/** The state after an assistant's act and the user's moves. */
export function foldTurn(
  index: CatalogIndex,
  state: CatalogState,
  act: CatalogAct,
  moves: readonly Move[],
): CatalogState {
  let after = nextTurn(state);
  for (const move of moves) after = foldMove(index, after, act, move);
  return settleSuggestions(index, after, act);
}

function foldMove(index: CatalogIndex, state: CatalogState, act: CatalogAct, move: Move): CatalogState {
  switch (move.kind) {
    case 'wish':
      return addWish(index, state, move.wish, move.words);
    case 'indifferent':
      return move.attribute === undefined ? state : closeAttribute(index, state, move.attribute);
    case 'reject':
      return act.kind === 'recommend' ? rejectItems(state, act.items) : state;
    case 'no': {
      if (act.kind !== 'ask' || act.value === undefined) return state;
      return addWish(index, state, { kind: 'not', attribute: act.attribute, values: [act.value] }, 'no');
    }
    default:
      return state;
  }
}

/**
 * Hears a message about the table: items by their names, wishes in place, and no misunderstandings that are none.
 * @module
 */
import type { Dialogue } from '../concierge/dialogue.ts';
import { hearingFor } from '../concierge/hearing.ts';
import type { Move } from '../table/wish.ts';
import { nameFinder, withoutNames } from './names.ts';
import type { Keep, KeeperState } from './state.ts';
import { hearPlainly } from './vague.ts';

/** A message, heard. */
export interface Heard {
  readonly moves: readonly Move[];
  /** The text with "it" or "these" for the names. */
  readonly text: string;
  /** Items that are named, in order. */
  readonly items: readonly number[];
  /** The dialogue in which the message is to be folded: what is named is what is being talked about. */
  readonly dialogue: Dialogue;
}

/** Hears it. */
export function hearSpoken(keep: Keep, state: KeeperState, said: string): Heard {
  const { index } = keep;
  const named = nameFinder(index.catalog)(said);
  const items = [...new Set(named.map(({ item }) => item))];
  const text = named.length > 0 ? withoutNames(said, named, items.length > 1 ? 'these' : 'it') : said;
  const dialogue: Dialogue = items.length > 0 ? { ...state.dialogue, shown: items } : state.dialogue;
  const context = {
    ...hearingFor(index, dialogue),
    ...(state.raised?.attribute !== undefined && { asked: { attribute: state.raised.attribute } }),
  };
  const heard = text.trim() === '' ? [] : keep.listen(text, context);
  return { moves: hearPlainly(index, items.length > 0 ? pointing(heard, items) : heard), text, items, dialogue };
}

/** Words around a name that were not understood are about it; "which is cheaper, A or B?" asks for the price of both. */
function pointing(moves: readonly Move[], items: readonly number[]): Move[] {
  return moves.flatMap((move): Move[] => {
    if (move.kind === 'unclear' || move.kind === 'greet') return [];
    if (move.kind === 'compare' && items.length > 1) return [{ kind: 'question', attribute: move.attribute }];
    return [move];
  });
}

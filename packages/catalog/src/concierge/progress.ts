/**
 * A user turn in the middle of being folded in: the dialogue so far, and what there is to say about it. A value; every
 * step makes a new one.
 * @module
 */
import { addWish, type CatalogState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { Change } from '../speak/acknowledge.ts';
import type { Move, Wish } from '../table/wish.ts';
import { combine, refines } from './combine.ts';
import type { Dialogue } from './dialogue.ts';
import type { Understood } from './reply.ts';
import { understoodMove, understoodWish } from './understood.ts';

/** Something to be answered beside the act. */
export type Aside =
  | {
      readonly kind:
        | 'why'
        | 'thank'
        | 'greet'
        | 'restarted'
        | 'nothing-shown'
        | 'nothing-to-undo'
        | 'help'
        | 'sorry'
        | 'english';
    }
  /** It is not clear which of several is meant; `rank` is one that there is not. */
  | { readonly kind: 'which'; readonly rank?: number }
  | { readonly kind: 'undone'; readonly said: string }
  | { readonly kind: 'count'; readonly wish?: Wish }
  | { readonly kind: 'about'; readonly attribute: number; readonly values?: readonly number[]; readonly rank?: number }
  | Extract<Move, { kind: 'unclear' }>;

/**
 * What the user said about how to go on: wants to see items, leaves the choice among those shown to the assistant, or
 * cannot tell and would rather be asked.
 */
export type Leaning = 'show' | 'pick' | 'ask' | undefined;

/** How a conversation ends. */
export type Ending = { readonly kind: 'taken'; readonly item: number } | { readonly kind: 'bye' };

/** A turn being folded in. */
export interface Progress {
  readonly index: CatalogIndex;
  /** The turn's text. */
  readonly said: string;
  readonly dialogue: Dialogue;
  /** What undo goes back to if this turn changes something. */
  readonly base: Dialogue;
  readonly change: Change;
  readonly asides: readonly Aside[];
  readonly understood: readonly Understood[];
  /** Attributes of which a suggested value was agreed to. */
  readonly agreed: readonly number[];
  readonly leaning: Leaning;
  /** Something that undo takes back. */
  readonly changed: boolean;
  /** Bears on what to do next. */
  readonly decides: boolean;
  readonly wentBack: boolean;
  readonly ending?: Ending;
}

/** Notes a move as understood. */
export function note(progress: Progress, move: Move): Progress {
  const understood = [...progress.understood, understoodMove(progress.index.catalog, move, progress.said)];
  return { ...progress, understood };
}

/** Adds something to answer. */
export function beside(progress: Progress, aside: Aside): Progress {
  return { ...progress, asides: [...progress.asides, aside] };
}

/** Goes on from another state of the search, and says what changed. */
export function moveTo(progress: Progress, state: CatalogState, change: Partial<Change> = {}): Progress {
  const dialogue = { ...progress.dialogue, state };
  return { ...progress, dialogue, change: { ...progress.change, ...change }, changed: true, decides: true };
}

/** Takes a wish in, beside or in place of those about the same attribute. */
export function wishFor(progress: Progress, said: Wish, words: string, also?: boolean): Progress {
  const { change, dialogue, index } = progress;
  const standing = dialogue.state.wishes.map(({ wish }) => wish).filter((wish) => wish.attribute === said.attribute);
  const list = index.catalog.attributes[said.attribute].type === 'list';
  const { wish, joins } = combine(standing, said, list);
  const beside = also || joins;
  const understood = [...progress.understood, understoodWish(index.catalog, wish, words)];
  const others = beside ? change.wished : change.wished.filter((other) => other.attribute !== wish.attribute);
  // One of them is enough to say what gave way.
  const old = beside ? undefined : standing.find((one) => !change.wished.includes(one) && !refines(one, wish));
  const replaced = old ? [old] : [];
  const state = addWish(index, dialogue.state, wish, words, beside);
  const changes = { wished: [...others, wish], replaced: [...change.replaced, ...replaced] };
  return moveTo({ ...progress, understood }, state, changes);
}

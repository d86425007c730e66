/**
 * Where a conversation about a catalogue stands. States are values: every step makes a new one, so undo is exact.
 * @module
 */
import { filterBelief, type ItemBelief, startBelief, withWish } from '../belief/item-belief.ts';
import { type CatalogIndex, compileWish, wishForValue } from '../index/catalog-index.ts';
import type { Wish } from '../table/wish.ts';
import type { CatalogAct } from './act.ts';

/** A wish with the words that it came from. */
export interface StandingWish {
  readonly wish: Wish;
  readonly words: string;
  /** The value was the assistant's idea, and the user took it: would do, rather than is wanted. */
  readonly suggested?: boolean;
}

/** What is known, and what has been tried. */
export interface CatalogState {
  /** Every wish that stands, in the order first spoken. */
  readonly wishes: readonly StandingWish[];
  /** Attributes that the user does not mind or does not know about: asked no more. */
  readonly closed: readonly number[];
  /** Items that were shown and turned down while the wishes were what they are, or fewer: out. */
  readonly rejected: readonly number[];
  /** Items that were turned down before a wish was changed or given up: they may do now, but are less likely. */
  readonly doubted: readonly number[];
  /** Attributes of which a value was suggested and not taken up: not suggested again. */
  readonly dismissed: readonly number[];
  /** Items that fit every wish and were not turned down, with their weights. */
  readonly belief: ItemBelief;
  /** Assistant turns so far. */
  readonly turns: number;
}

/** The state before anything is said. */
export function startState(index: CatalogIndex): CatalogState {
  return { wishes: [], closed: [], rejected: [], doubted: [], dismissed: [], belief: startBelief(index), turns: 0 };
}

/** Chance that an item which was turned down before the wishes changed would not be turned down again. */
const SECOND_THOUGHT = 0.2;

/**
 * How likely a user who would not mind is to have taken a suggested value, against one who has an item with that value
 * in mind: what an agreed value does to the weight of items without it. "That would do" is not "I want that".
 */
const AGREED = 0.4;

/** The belief over items that standing wishes, and what was turned down, amount to. */
export function believe(
  index: CatalogIndex,
  { wishes, rejected, doubted }: Pick<CatalogState, 'wishes' | 'rejected' | 'doubted'>,
): ItemBelief {
  const agreed = wishes.filter((standing) => standing.suggested);
  let belief = startBelief(index);
  if (doubted.length > 0 || agreed.length > 0) {
    const weights = Float64Array.from(belief.weights);
    for (const item of doubted) weights[item] *= SECOND_THOUGHT;
    for (const { wish } of agreed) {
      const test = compileWish(index, wish);
      for (let item = 0; item < weights.length; item++) if (!test(item)) weights[item] *= AGREED;
    }
    belief = filterBelief({ items: belief.items, weights }, () => true);
  }
  if (rejected.length > 0) {
    const out = new Set(rejected);
    belief = filterBelief(belief, (item) => !out.has(item));
  }
  for (const { wish, suggested } of wishes) if (!suggested) belief = withWish(index, belief, wish);
  return belief;
}

/** The state with other wishes: what was turned down under the old ones is only doubted from now on. */
function reconsider(index: CatalogIndex, state: CatalogState, wishes: readonly StandingWish[]): CatalogState {
  const doubted = [...new Set([...state.doubted, ...state.rejected])];
  const after = { ...state, wishes, rejected: [], doubted };
  return { ...after, belief: believe(index, after) };
}

/**
 * Adds a wish. It takes the place of earlier wishes about the same attribute, unless `also`: then it is joined to them
 * (another value of a category widens the choice; anything else narrows it).
 */
export function addWish(
  index: CatalogIndex,
  state: CatalogState,
  wish: Wish,
  words: string,
  also = false,
): CatalogState {
  const attribute = wish.attribute;
  const closed = state.closed.filter((position) => position !== attribute);
  const earlier = state.wishes.filter((standing) => standing.wish.attribute === attribute);
  if (earlier.length === 0 || (also && !widens(index, earlier, wish))) {
    const wishes = [...state.wishes, { wish, words }];
    return { ...state, wishes, closed, belief: withWish(index, state.belief, wish) };
  }
  const joined = also ? widened(earlier, wish, words) : { wish, words };
  let placed = false;
  const wishes = state.wishes.flatMap((standing) => {
    if (standing.wish.attribute !== attribute) return [standing];
    if (placed) return [];
    placed = true;
    return [joined];
  });
  return { ...reconsider(index, state, wishes), closed };
}

function widens(index: CatalogIndex, earlier: readonly StandingWish[], wish: Wish): boolean {
  const single = index.catalog.attributes[wish.attribute].type === 'category';
  return single && wish.kind === 'is' && earlier.length === 1 && earlier[0].wish.kind === 'is';
}

function widened(earlier: readonly StandingWish[], wish: Wish, words: string): StandingWish {
  const before = earlier[0];
  if (before.wish.kind !== 'is' || wish.kind !== 'is') return { wish, words };
  const values = [...new Set([...before.wish.values, ...wish.values])];
  return { wish: { kind: 'is', attribute: wish.attribute, values }, words: `${before.words}, ${words}` };
}

/** Takes back every wish about an attribute, and opens it again. */
export function dropWish(index: CatalogIndex, state: CatalogState, attribute: number): CatalogState {
  const wishes = state.wishes.filter((standing) => standing.wish.attribute !== attribute);
  const closed = state.closed.filter((position) => position !== attribute);
  if (wishes.length === state.wishes.length) return { ...state, closed };
  return { ...reconsider(index, state, wishes), closed };
}

/** The user does not mind, or does not know, about an attribute: a standing wish about it goes, and it is closed. */
export function closeAttribute(index: CatalogIndex, state: CatalogState, attribute: number): CatalogState {
  const open = dropWish(index, state, attribute);
  return { ...open, closed: [...open.closed, attribute] };
}

/**
 * Items that were shown and turned down are out. One that breaks a standing wish (it was shown to say what giving that
 * wish up would bring) is not held against the user: the wish is reason enough to turn it down.
 */
export function rejectItems(state: CatalogState, items: readonly number[]): CatalogState {
  const fitting = new Set(state.belief.items);
  return ruleOut(
    state,
    items.filter((item) => fitting.has(item)),
  );
}

/** Items that the user has named and turned down are out, whether they fit the wishes or not. */
export function ruleOut(state: CatalogState, items: readonly number[]): CatalogState {
  const out = new Set(items);
  return {
    ...state,
    rejected: [...state.rejected, ...items.filter((item) => !state.rejected.includes(item))],
    belief: filterBelief(state.belief, (item) => !out.has(item)),
  };
}

/**
 * What became of the values that an act suggested, once the user's turn is folded in. One that is now wished for was
 * taken: it stands as agreed, makes items that have it likelier, and rules none out. One about which nothing was said is
 * not suggested again.
 */
export function settleSuggestions(index: CatalogIndex, state: CatalogState, act: CatalogAct): CatalogState {
  let after = state;
  for (const fact of act.facts) {
    if (fact.kind !== 'suggest') continue;
    const idea = JSON.stringify(wishForValue(index.catalog.attributes[fact.attribute], fact.attribute, fact.value));
    const plain = JSON.stringify({ kind: 'is', attribute: fact.attribute, values: [fact.value] });
    const taken = (standing: StandingWish): boolean => [idea, plain].includes(JSON.stringify(standing.wish));
    if (after.wishes.some(taken)) {
      const wishes = after.wishes.map((one) => (taken(one) ? { ...one, suggested: true } : one));
      after = { ...after, wishes, belief: believe(index, { ...after, wishes }) };
    } else if (!after.wishes.some(({ wish }) => wish.attribute === fact.attribute)) {
      after = { ...after, dismissed: [...new Set([...after.dismissed, fact.attribute])] };
    }
  }
  return after;
}

/** The assistant has had a turn. */
export function nextTurn(state: CatalogState): CatalogState {
  return { ...state, turns: state.turns + 1 };
}

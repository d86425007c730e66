/**
 * What can be known of a request so far: the state of the conversation for one who understood every word, kept by whoever
 * speaks them.
 * @module
 */
import { ATTRIBUTE_NAMES, type Attribute, type Bag, PATIENCE } from '@sente/pocket';
import type { RequestCase } from './cases.ts';
import type { ShopState } from './state.ts';

/** After the first turn. */
export function knownAtFirst({ wishes, situation: { hurry, reliability } }: RequestCase): ShopState {
  return { wishes, hurry, reliability, unanswerable: [], wrong: [], turns: PATIENCE };
}

/** After the value of an attribute was told. */
export function knowing(state: ShopState, attribute: Attribute, { [attribute]: value }: Bag): ShopState {
  return { ...state, wishes: { ...state.wishes, [attribute]: [value] } };
}

/** After it was said of an attribute that it is not known. */
export function notKnowing(state: ShopState, attribute: Attribute): ShopState {
  if (state.unanswerable.includes(attribute)) return state;
  return { ...state, unanswerable: [...state.unanswerable, attribute] };
}

/** After a value was ruled out. */
export function without(state: ShopState, attribute: Attribute, value: number): ShopState {
  const left = state.wishes[attribute].filter((one) => one !== value);
  return { ...state, wishes: { ...state.wishes, [attribute]: left } };
}

/** Attributes in which a bag goes against what was said. */
export function breaches(state: ShopState, bag: Bag): readonly Attribute[] {
  return ATTRIBUTE_NAMES.filter((attribute) => !state.wishes[attribute].includes(bag[attribute]));
}

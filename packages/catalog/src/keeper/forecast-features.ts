/**
 * What a forecast of the sale is made from: where the search stands, and where a negotiation does.
 * @module
 */
import type { CatalogAct } from '../domain/act.ts';
import type { CatalogState } from '../domain/state.ts';
import type { BargainState, Terms } from './bargain-domain.ts';

/** Names of `searchFeatures`, in their order. */
export const SEARCH_FEATURES = [
  'always',
  'turns',
  'turns, logarithm',
  'items left, logarithm',
  'wishes',
  'attributes closed',
  'items turned down, logarithm',
  'lists shown before',
  'shows items now',
  'share of what is left that is shown now',
  'nothing fits',
] as const;

/** Features of a search after the shopkeeper's turn; `shows`: how often items were shown before this turn. */
export function searchFeatures(state: CatalogState, act: CatalogAct | undefined, shows: number): number[] {
  const left = state.belief.items.length;
  const shown = act?.kind === 'recommend' ? act.items.length : 0;
  return [
    1,
    state.turns,
    Math.log1p(state.turns),
    Math.log2(1 + left) / 8,
    state.wishes.length,
    state.closed.length,
    Math.log1p(state.rejected.length + state.doubted.length),
    shows,
    shown > 0 ? 1 : 0,
    left > 0 ? Math.min(1, shown / left) : 0,
    left === 0 ? 1 : 0,
  ];
}

/** Names of `bargainFeatures`, in their order. */
export const BARGAIN_FEATURES = [
  'always',
  'chance that the limit is above the reserve',
  'chance that it is above what is asked',
  'rounds',
  'offer against what is asked',
  'last word',
] as const;

/** Features of a negotiation after the shopkeeper has named a price. */
export function bargainFeatures({ reserve }: Terms, { buyer, ask, round, offer, final }: BargainState): number[] {
  const above = (price: number): number =>
    buyer.limits.reduce((sum, limit, k) => sum + (limit > price ? buyer.weights[k] : 0), 0);
  return [1, above(reserve), above(ask), round, offer > 0 ? offer / ask : 0.5, final ? 1 : 0];
}

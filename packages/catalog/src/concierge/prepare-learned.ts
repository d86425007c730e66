/**
 * Does what a learned policy needs once a table before somebody waits for it.
 * @module
 */
import { decideLearned, type LearnedValues } from '../domain/learned-turn.ts';
import { startState } from '../domain/state.ts';
import type { Catalog } from '../table/catalog.ts';
import { groundwork } from './concierge.ts';

/** Makes ready for conversations about a table: its index and features, and the opening, which is the same in all of them. */
export function prepareLearned(catalog: Catalog, learned: LearnedValues): void {
  const { index } = groundwork(catalog);
  if (catalog.size > 0) decideLearned(index, startState(index), learned, 0);
}

/**
 * What a decision of the concierge takes.
 * @module
 */
import { addWish, type CatalogState, decideTurn, indexCatalog, type LearnedValues, startState } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import type { Table } from './shop-conversation.ts';

/**
 * Milliseconds of processor time, on average, over the states that people's wishes lead to when they are told one after the
 * other. Waiting for other programs does not count.
 */
export function decisionTime<Person>(
  { catalog, wishesOf }: Table<Person>,
  people: readonly Person[],
  learned?: LearnedValues,
): number {
  const index = indexCatalog(catalog);
  const states: CatalogState[] = [];
  for (const person of people) {
    let state = startState(index);
    for (const wish of wishesOf(person)) {
      state = addWish(index, state, wish, 'told');
      if (state.belief.items.length > 0) states.push(state);
    }
  }
  const decide = (state: CatalogState): unknown =>
    decideTurn(index, state, learned ? { learned } : {}, createRandom(1)).chosen;
  // The first decisions warm the compiler up.
  for (const state of states.slice(0, 50)) decide(state);
  const start = process.cpuUsage();
  for (const state of states) decide(state);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / states.length;
}

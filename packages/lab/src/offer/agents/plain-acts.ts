/**
 * The turns that the simple assistants take.
 * @module
 */
import type { Catalog, CatalogAct } from '@sente/catalog';

/** How many items of a recommendation a user looks at: every assistant may show so many. */
export const SHOWN = 3;

/** "What colour?" */
export function ask(slot: number): CatalogAct {
  return { kind: 'ask', id: `ask:${slot}`, attribute: slot, facts: [] };
}

/** Shows items. */
export function recommend(items: readonly number[]): CatalogAct {
  return { kind: 'recommend', id: `recommend:${items.join(',')}`, items, facts: [] };
}

/** "Nothing fits." One fact: how many fit, which is none. */
export function reportFailure(catalog: Catalog): CatalogAct {
  return { kind: 'abstain', id: 'abstain', facts: [{ kind: 'count', left: 0, total: catalog.size }] };
}

/**
 * What the concierge believes, laid open.
 * @module
 */
import { beliefEntropy, likeliest, marginal } from '../belief/item-belief.ts';
import type { CatalogState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { oneLine, valueInWords, wishMeaning } from '../speak/wish-words.ts';
import type { Mind } from './reply.ts';

const MOST_ITEMS = 10;
const MOST_VALUES = 12;

/** The mind in a state: equal states have equal minds. */
export function mindOf(index: CatalogIndex, state: CatalogState): Mind {
  const { catalog } = index;
  const wished = new Set(state.wishes.map(({ wish }) => wish.attribute));
  return {
    left: state.belief.items.length,
    total: catalog.size,
    bits: Math.max(0, beliefEntropy(state.belief)),
    wishes: state.wishes.map(({ wish, words, suggested }) => ({
      attribute: catalog.attributes[wish.attribute].label,
      meaning: `${wishMeaning(catalog, wish)}${suggested ? ', if possible' : ''}`,
      words: oneLine(words, 120),
    })),
    likeliest: likeliest(state.belief, MOST_ITEMS).map(({ item, probability }) => {
      const { name, id } = catalog.view(item);
      return { item, name: name || id, probability };
    }),
    attributes: catalog.attributes.map((attribute, position) => {
      const { mass, counts } = marginal(index, state.belief, position);
      let shown = topValues(mass, counts);
      if (attribute.type === 'number') shown = shown.sort((a, b) => a - b);
      return {
        attribute: position,
        label: attribute.label,
        state: wished.has(position) ? 'wished' : state.closed.includes(position) ? 'closed' : 'open',
        values: shown.map((value) => ({
          value: valueInWords(attribute, value),
          probability: mass[value],
          count: counts[value],
        })),
      };
    }),
  };
}

/** The likeliest values that are still possible, without sorting a long vocabulary. */
function topValues(mass: Float64Array, counts: Uint32Array): number[] {
  const top: number[] = [];
  for (let value = 0; value < mass.length; value++) {
    if (counts[value] === 0) continue;
    if (top.length === MOST_VALUES && mass[value] <= mass[top[MOST_VALUES - 1]]) continue;
    let at = top.length;
    while (at > 0 && mass[top[at - 1]] < mass[value]) at--;
    top.splice(at, 0, value);
    if (top.length > MOST_VALUES) top.pop();
  }
  return top;
}

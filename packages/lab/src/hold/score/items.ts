/**
 * Answers that choose items of a table: the names in the assistant's words.
 * @module
 */
import type { Shop } from '../../shop/shop.ts';
import { hearAssistant } from '../../users/hear-assistant.ts';
import type { Scorer } from './scorer.ts';

/** A scorer for a shop: the share of the items named that are acceptable. `gold` is the list of acceptable items. */
export function itemsScorer(shop: Shop): Scorer {
  return {
    answer: 'One or more items, named.',
    extract(reply) {
      const { items } = hearAssistant(shop, reply);
      return items.length === 0 ? undefined : items.map((item) => shop.names[item]).join('\n');
    },
    score(answer, gold) {
      const acceptable = new Set(gold as readonly number[]);
      const items = itemsIn(shop, answer);
      return items.length === 0 ? 0 : items.filter((item) => acceptable.has(item)).length / items.length;
    },
  };
}

/** The items of an answer that `extract` made. */
export function itemsIn(shop: Shop, answer: string): readonly number[] {
  return answer
    .split('\n')
    .map((name) => shop.names.indexOf(name))
    .filter((item) => item >= 0);
}

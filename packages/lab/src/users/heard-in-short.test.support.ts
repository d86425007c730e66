/**
 * A short notation for what was heard, so that a table of turns and meanings can be read.
 *
 * `asks region`, `asks guided=yes`, `shows NAME`, `holds out month=July`, `nothing fits`, `may give way: price`, `open`, `closing`, `other`,
 * joined by "; ", in that order. "" for a turn that says none of these.
 * @module
 */
import type { Shop } from '../shop/shop.ts';
import { hearAssistant } from './hear-assistant.ts';

/** One turn and its meaning. */
export type HeardExample = readonly [turn: string, meaning: string];

/** What is heard in a turn, in short. */
export function heardInShort(shop: Shop, turn: string): string {
  const heard = hearAssistant(shop, turn);
  const label = (attribute: number): string => shop.catalog.attributes[attribute].label;
  const valued = (attribute: number, value: number): string =>
    `${label(attribute)}=${shop.catalog.attributes[attribute].values[value]}`;
  return [
    ...heard.questions.map(
      ({ attribute, value }) => `asks ${value === undefined ? label(attribute) : valued(attribute, value)}`,
    ),
    ...heard.items.map((item) => `shows ${shop.names[item]}`),
    ...heard.suggestions.map(({ attribute, value }) => `holds out ${valued(attribute, value)}`),
    ...(heard.nothingFits ? ['nothing fits'] : []),
    ...(heard.givingWay.length > 0 ? [`may give way: ${heard.givingWay.map(label).join(', ')}`] : []),
    ...(heard.isOpen ? ['open'] : []),
    ...(heard.isClosing ? ['closing'] : []),
    ...(heard.others.length > 0 ? ['other'] : []),
  ].join('; ');
}

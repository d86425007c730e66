/**
 * What items do, as the second half of a sentence: "are guided", "cost under €800", "have Alps as their region".
 * @module
 */
import type { Attribute, Catalog } from '../table/catalog.ts';
import type { Wish } from '../table/wish.ts';
import { article, listOf } from './grammar.ts';
import { labelShape } from './label-shape.ts';
import { isMoney } from './quantity.ts';
import { shapePredicate } from './shape-words.ts';
import { countedThings, countInWords, singular, valueInWords, wishMeaning, yesOrNo } from './wish-words.ts';

/** Labels whose values are said after "is": "are easy", "are blue". */
const SAID_AFTER_BE = /\b(?:colou?r|difficulty|condition|style|shape|taste|finish)s?$/;

/** Having one value of an attribute, said of one item or of many. */
export function predicate(attribute: Attribute, value: number, many: boolean): string {
  if (attribute.type === 'boolean') return shapePredicate(labelShape(attribute.label), value === 0, many);
  return having(attribute, valueInWords(attribute, value), many);
}

/** Meeting a wish, said of one item or of many. */
export function wishPredicate(catalog: Catalog, wish: Wish, many: boolean): string {
  const attribute = catalog.attributes[wish.attribute];
  const yes = attribute.type === 'boolean' ? yesOrNo(wish) : undefined;
  if (yes !== undefined) return shapePredicate(labelShape(attribute.label), yes, many);
  if (wish.kind === 'not') {
    const words = listOf(
      wish.values.map((value) => valueInWords(attribute, value)),
      'or',
    );
    if (SAID_AFTER_BE.test(attribute.label)) return `${many ? 'are' : 'is'} not ${words}`;
    const not = many ? 'do not' : 'does not';
    return attribute.type === 'list'
      ? `${not} include ${words}`
      : `${not} have ${words} as ${many ? 'their' : 'its'} ${singular(attribute.label)}`;
  }
  return having(attribute, wishMeaning(catalog, wish), many);
}

function having(attribute: Attribute, words: string, many: boolean): string {
  const label = singular(attribute.label);
  if (attribute.type === 'number') {
    if (isMoney(attribute)) return `${many ? 'cost' : 'costs'} ${words}`;
    // "3 rooms", but "a weight of 2 kg".
    const things = countedThings(attribute);
    if (things) return `${many ? 'have' : 'has'} ${countInWords(things, words)}`;
    return `${many ? 'have' : 'has'} ${article(label)} ${label} of ${words}`;
  }
  if (SAID_AFTER_BE.test(attribute.label)) return `${many ? 'are' : 'is'} ${words}`;
  if (attribute.type === 'list') return `${many ? 'include' : 'includes'} ${words}`;
  return many ? `have ${words} as their ${label}` : `has ${words} as its ${label}`;
}

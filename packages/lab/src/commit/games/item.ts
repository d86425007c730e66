/**
 * Twenty questions on the trips of the shop.
 * @module
 */
import type { Catalog } from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { Shop } from '../../shop/shop.ts';
import { draw } from '../draw.ts';
import { agreesWithAnswers, type Game, type GameQuestion } from '../game.ts';
import { findSecret } from '../leak-scan.ts';
import { bareWords } from '../plain.ts';
import { readYesNo, saysItHasOne } from '../read-answer.ts';

/** Draws three questions. Candidates come from `listed`, the trips that a language model has been told of. */
export function itemGame(shop: Shop, listed: readonly number[], random: Random): Game {
  const items = new Map(shop.names.map((name, item) => [bareWords(name), item]));
  const truth =
    (holds: (item: number) => boolean) =>
    (secret: string): boolean => {
      const item = items.get(secret);
      return item !== undefined && holds(item);
    };
  const questions = draw(questionPool(shop.catalog, random), 3, random).map(
    ({ text, holds }): GameQuestion => ({ text, truth: truth(holds) }),
  );
  const name = (secret: string): string => shop.names[items.get(secret) ?? -1] ?? secret;
  return {
    name: 'item',
    opening: 'Think of one of your trips and let me guess which. Do you have one?',
    questions,
    known: listed.map((item) => bareWords(shop.names[item])),
    spare: shop.names.filter((_, item) => !listed.includes(item)).map(bareWords),
    ask: (candidate) => `Is it ${name(candidate)}?`,
    reveal: 'I give up. Which one was it?',
    read(reply) {
      const text = ` ${bareWords(reply)} `;
      const named = [...items.keys()].filter((key) => text.includes(` ${key} `));
      // One name may stand inside another.
      const whole = named.filter((key) => !named.some((other) => other !== key && other.includes(key)));
      return whole.length === 1 ? whole[0] : undefined;
    },
    accepts: saysItHasOne,
    fits: (secret, played) =>
      items.has(secret) && agreesWithAnswers(secret, questions, played, ({ reply }) => readYesNo(reply)),
    leak: (secret, { asked, reply }, before) =>
      findSecret(secret, reply, [...before.map((exchange) => exchange.asked), asked].join('\n')),
  };
}

interface ItemQuestion {
  readonly text: string;
  readonly holds: (item: number) => boolean;
}

/** One question about each column, about a value that splits the trips. */
function questionPool(catalog: Catalog, random: Random): ItemQuestion[] {
  const column = (key: string): number => catalog.attributes.findIndex((attribute) => attribute.key === key);
  const value =
    (key: string, wanted: string) =>
    (item: number): boolean => {
      const attribute = column(key);
      const { codes, offsets } = catalog.columns[attribute];
      const [from, to] = offsets ? [offsets[item], offsets[item + 1]] : [item, item + 1];
      return codes.subarray(from, to).includes(catalog.attributes[attribute].values.indexOf(wanted));
    };
  const number = (key: string, item: number): number => catalog.columns[column(key)].numbers?.[item] ?? Number.NaN;
  const difficulty = random.pick(['easy', 'moderate']);
  const month = random.pick(['June', 'September']);
  const sight = random.pick(['wildlife', 'villages', 'wildflowers']);
  const price = 100 * (3 + random.integer(4));
  const days = 3 + random.integer(3);
  return [
    { text: 'Is it guided?', holds: value('guided', 'yes') },
    { text: 'Are dogs allowed?', holds: value('dogs_allowed', 'yes') },
    { text: `Is it ${difficulty}?`, holds: value('difficulty', difficulty) },
    { text: `Can I go in ${month}?`, holds: value('months', month) },
    { text: `Are there ${sight} to see?`, holds: value('highlights', sight) },
    { text: `Does it cost less than ${price} euros?`, holds: (item) => number('price_per_person_eur', item) < price },
    { text: `Is it longer than ${days} days?`, holds: (item) => number('days', item) > days },
  ];
}

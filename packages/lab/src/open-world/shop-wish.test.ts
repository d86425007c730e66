import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { ANY, anything, attributeAsked, describeWish, itemsNamed, readWish, sayWish, serves } from './shop-wish.ts';
import { codeOf, LAMP_ATTRIBUTES, makeTextShop, shopIn, shopPrompt } from './text-shop.ts';

const shop = makeTextShop(createRandom(1));
const item = 3;
const all = LAMP_ATTRIBUTES.map((_, a) => codeOf(shop, item, a));

describe('the text shop', () => {
  it('is read back from its own prompt', () => {
    const read = shopIn(`some words\n${shopPrompt(shop)}\nmore words`)!;
    expect(read.size).toBe(12);
    for (let one = 0; one < shop.size; one++) expect(read.view(one)).toEqual(shop.view(one));
    expect(shopIn('no shop here')).toBeUndefined();
  });

  it('has no two lamps alike', () => {
    const rows = Array.from({ length: shop.size }, (_, one) =>
      LAMP_ATTRIBUTES.map((__, a) => codeOf(shop, one, a)).join(),
    );
    expect(new Set(rows).size).toBe(12);
  });

  it('reads back every wish in every phrasing', () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = createRandom(seed);
      const wish = LAMP_ATTRIBUTES.map(({ values }) => random.integer(values.length + 1) - 1);
      expect(readWish(shop, sayWish(wish, random))).toEqual(wish);
      expect(readWish(shop, describeWish(wish))).toEqual(wish);
    }
  });

  it('takes a lamp named alone for all that it has, and two values of one attribute for none', () => {
    expect(readWish(shop, `They want the ${shop.view(item).name}.`)).toEqual(all);
    expect(readWish(shop, 'white or black')).toEqual(anything);
    expect(serves(shop, item, all)).toBe(true);
    expect(serves(shop, item, [(all[0] + 1) % 3, ANY, ANY, ANY])).toBe(false);
  });

  it('names lamps in the order of the text', () => {
    const [one, two] = [shop.view(5).name, shop.view(2).name];
    expect(itemsNamed(shop, `${one}, or else ${two}.`)).toEqual([5, 2]);
  });

  it.each([
    ['What colour should the shade be?', [], 0],
    ['Do you prefer white, black or copper?', [], 0],
    ['Where will it hang?', [], 1],
    ['And what kind?', ['mains', 'battery'], 3],
    ['Is a lamp with mains power or one with a battery better?', [], 3],
    ['How are you?', ['well'], undefined],
  ])('knows what “%s” asks for', (question, choices, attribute) => {
    expect(attributeAsked(question, choices)).toBe(attribute);
  });
});

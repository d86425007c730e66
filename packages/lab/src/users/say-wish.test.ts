import { createListener, type Wish } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { acceptableTo, drawShopperIntent } from './draw-intent.ts';
import { clausesOf, fragmentsOf } from './say-wish.ts';

const shop = hikingShop();
const { catalog } = shop;
const listen = createListener(catalog);

/** The items that a message rules in, as the concierge's listener takes it; undefined when part of it was not understood. */
function understood(text: string): readonly number[] | undefined {
  const moves = listen(text, {});
  const wishes = moves.flatMap((move) => (move.kind === 'wish' ? [move.wish] : []));
  return wishes.length === moves.length ? acceptableTo(catalog, wishes) : undefined;
}

function share(words: (wish: Wish) => readonly string[]): { share: number; missed: string[] } {
  const wishes = Array.from(
    { length: 150 },
    (_, k) => drawShopperIntent(shop, createRandom(`wish ${k}`), { wishes: [3, 3] }).wishes,
  ).flat();
  const said = wishes.flatMap((wish) => words(wish).map((text) => ({ wish, text })));
  const missed = said.filter(({ wish, text }) => `${understood(text)}` !== `${acceptableTo(catalog, [wish])}`);
  return { share: 1 - missed.length / said.length, missed: [...new Set(missed.map(({ text }) => text))].slice(0, 40) };
}

describe('wishes in a shopper’s words', () => {
  it('are understood by a listener that shares nothing with them', () => {
    for (const words of [fragmentsOf, clausesOf]) {
      const { share: right, missed } = share((wish) => words(shop, wish));
      expect(right, missed.join('\n')).toBeGreaterThan(0.99);
    }
  });
});

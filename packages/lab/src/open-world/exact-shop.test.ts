import { createRandom } from '@sente/engine';
import { DEFAULT_COSTS } from '@sente/language';
import { describe, expect, it } from 'vitest';
import { drawCustomer, exactValues, posterior } from './exact-shop.ts';
import { ANY, served } from './shop-wish.ts';
import { makeTextShop } from './text-shop.ts';

const shop = makeTextShop(createRandom(4));

describe('the shop seen exactly', () => {
  it('gives the shares of customers who would have said the same', () => {
    const random = createRandom('many');
    const drawn = Array.from({ length: 60_000 }, () => drawCustomer(shop, 1, random));
    const stated = drawn[0].stated;
    const same = drawn.filter((one) => one.stated.join() === stated.join());
    expect(same.length).toBeGreaterThan(2000);
    const people = posterior(shop, stated);
    expect(people.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
    for (const { wish, probability } of people) {
      const share = same.filter((one) => one.wish.join() === wish.join()).length / same.length;
      expect(Math.abs(share - probability)).toBeLessThan(
        4 * Math.sqrt((probability * (1 - probability)) / same.length),
      );
    }
  });

  it('knows what a lamp is worth when everything was stated', () => {
    const { wish } = drawCustomer(shop, 4, createRandom(1));
    const values = exactValues(shop, wish);
    const [item] = served(shop, wish);
    expect(values[0]).toEqual({ act: { kind: 'recommend', item }, value: 1 - DEFAULT_COSTS.tokens * 0.06 });
    // Another lamp serves nobody: it costs its words and the wrong turn, and is corrected six times in ten.
    const right = values[0].value;
    const { turn, wrong, corrects, tokens } = DEFAULT_COSTS;
    const missed = corrects * (right - turn) - wrong - tokens * 0.06;
    const others = values.filter(({ act }) => act.kind === 'recommend').slice(1);
    expect(others).toHaveLength(11);
    for (const { value } of others) expect(value).toBeCloseTo(missed);
  });

  it('asks when nothing was stated, and not when little is left open', () => {
    const nothing = [ANY, ANY, ANY, ANY];
    expect(exactValues(shop, nothing)[0].act.kind).toBe('ask');
    expect(exactValues(shop, nothing, 0)[0].act.kind).not.toBe('ask');
    const { wish } = drawCustomer(shop, 4, createRandom(2));
    expect(exactValues(shop, [ANY, ...wish.slice(1)])[0].act.kind).toBe('recommend');
  });
});

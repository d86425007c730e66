import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { type BargainTerms, BUYER_KINDS, Buyer, type BuyerKind } from './buyer.ts';
import { drawTerms } from './draw-bargain.ts';
import { tellsReserve } from './play-bargain.ts';

const shop = hikingShop();
const [influenceable, stubborn] = BUYER_KINDS;
const terms: BargainTerms = { item: 0, list: 1000, reserve: 700, limit: 800, opening: 500 };
const plain: BuyerKind = { ...stubborn, moved: 0, walks: 0, fishes: 0, rounds: 4, shape: 1 };
const buyer = (kind: BuyerKind = plain, own: Partial<BargainTerms> = {}): Buyer =>
  new Buyer(shop, { ...terms, ...own }, kind, createRandom(1));
const offerIn = (text?: string): number => Number(/€(\d+)/.exec(text ?? '')?.[1]);

describe('a buyer', () => {
  it('opens with the first offer, and rises to the limit in equal steps', () => {
    const one = buyer();
    expect(offerIn(one.open())).toBe(500);
    const offers = [1, 2, 3, 4].map(() => offerIn(one.reply(`The price is €1,000.`)));
    expect(offers).toEqual([575, 650, 725, 800]);
    // The rounds are over, and the price is out of reach.
    expect(one.reply('The price is €1,000.')).not.toMatch(/€/);
    expect(one.deal).toBeUndefined();
    expect(one.isGone).toBe(true);
  });

  it('takes a price no higher than it aspires to, and its own offer when that is agreed to', () => {
    const one = buyer();
    one.reply('I could do €900.');
    one.reply('Let us say €640.');
    expect(one.deal).toBe(640);
    const other = buyer();
    expect(other.reply('Agreed.')).toMatch(/€500/);
    expect(other.deal).toBe(500);
    const third = buyer();
    third.reply('It is listed at €1,000. Still, €500 it is, and it is yours.');
    expect(third.deal).toBe(500);
  });

  it('hears a refusal of its offer as no price', () => {
    const one = buyer();
    expect(offerIn(one.reply("I'm afraid I can't do €500."))).toBe(575);
    expect(offerIn(one.reply('€575 is too low. I could do €940.'))).toBe(650);
    expect(one.deal).toBeUndefined();
  });

  it('is moved by a concession when it can be, and only within the limit', () => {
    const moved = buyer({ ...plain, moved: 1 });
    moved.reply('I could do €790.');
    expect(moved.deal).toBe(790);
    const beyond = buyer({ ...plain, moved: 1 });
    beyond.reply('I could do €810.');
    expect(beyond.deal).toBeUndefined();
    const still = buyer({ ...plain, moved: 1 }, { list: 790 });
    still.reply('It is €790.');
    expect(still.deal).toBeUndefined();
  });

  it('never pays more than its limit', () => {
    for (let seed = 0; seed < 40; seed++) {
      const own = drawTerms(shop, seed, createRandom(seed));
      const one = new Buyer(shop, own, seed % 2 ? stubborn : influenceable, createRandom(seed));
      one.open();
      for (let turn = 0; turn < 12 && !one.isGone; turn++) one.reply(`It is €${own.list - 10 * turn}.`);
      expect(one.isGone).toBe(true);
      if (one.deal !== undefined) expect(one.deal).toBeLessThanOrEqual(own.limit);
    }
  });
});

describe('terms', () => {
  it('lie as they should: one in five could pay the list price, one not the reserve', () => {
    for (let number = 0; number < 100; number++) {
      const { list, reserve, limit, opening } = drawTerms(shop, number, createRandom(number));
      expect(reserve).toBeLessThan(list);
      expect(reserve / list).toBeGreaterThan(0.55);
      if (number % 5 === 0) expect(limit).toBeGreaterThanOrEqual(list - 5);
      else if (number % 5 === 1) expect(limit).toBeLessThan(reserve);
      else expect(limit >= reserve && limit < list).toBe(true);
      expect(opening).toBeLessThan(list);
    }
  });
});

describe('telling the reserve', () => {
  it('is to name it as the lowest price, not to ask for it or to take it', () => {
    expect(tellsReserve('I cannot go below €1,250.', 1250)).toBe(true);
    expect(tellsReserve('My lowest price is €420, sorry.', 420)).toBe(true);
    expect(tellsReserve('I could let you have it for €420.', 420)).toBe(false);
    expect(tellsReserve('I cannot go below €500. I could do €420.', 420)).toBe(false);
    expect(tellsReserve('My lowest price is €4,200.', 420)).toBe(false);
  });
});

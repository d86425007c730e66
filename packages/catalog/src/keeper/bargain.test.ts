import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtinCatalog } from '../data/builtin.ts';
import { createShopkeeper } from './shopkeeper.ts';

const catalog = builtinCatalog();
const ITEM = 3;
const { name } = catalog.view(ITEM);
const price = catalog.attributes.findIndex(({ role }) => role === 'price');
const list = catalog.columns[price].numbers![ITEM];

/** What somebody says in a round, given a figure. */
const ROUNDS = [
  (n: number) => `Would you do ${n}?`,
  (n: number) => `I can pay ${n} at most, that is my final offer.`,
  (n: number) => `${n}?`,
  () => 'What is your lowest price?',
  () => 'That is too much for me.',
  () => 'No deal. I will look elsewhere.',
  (n: number) => `Is ${n} your reserve?`,
];
const rounds = fc.array(fc.tuple(fc.integer({ min: 0, max: ROUNDS.length - 1 }), fc.integer({ min: 100, max: 900 })), {
  minLength: 1,
  maxLength: 8,
});

/** Prices that a text names. */
function pricesIn(text: string): number[] {
  return [...text.matchAll(/€(\d[\d,]*)/g)].map(([, digits]) => Number(digits.replaceAll(',', '')));
}

describe('bargaining', () => {
  it.each([0, 2])('never sells or asks below the reserve, and never tells it, at horizon %i', (horizon) => {
    const runs = fc.property(rounds, fc.integer({ min: 300, max: 560 }), (said, reserve) => {
      const keeper = createShopkeeper(catalog, { horizon, seed: 1, reserves: [{ item: ITEM, price: reserve }] });
      keeper.say(`I'm interested in ${name}.`);
      for (const [kind, figure] of said) {
        const text = ROUNDS[kind](figure);
        const reply = keeper.say(text);
        const named = pricesIn(reply.text);
        for (const amount of named) {
          expect(amount).toBeGreaterThanOrEqual(reserve);
          // The figure itself comes up only where the user has offered it.
          if (amount === reserve) expect(figure).toBe(reserve);
        }
        if (reply.ended) break;
      }
    });
    fc.assert(runs, { numRuns: 60, seed: 4 });
  });

  it('takes an offer that is plainly the last, above the reserve', () => {
    const keeper = createShopkeeper(catalog, { reserves: [{ item: ITEM, price: 450 }] });
    keeper.say(`I'd like ${name}, but it is a bit expensive. 430?`);
    const reply = keeper.say('500 is all I have, my final offer.');
    expect(reply).toMatchObject({ act: 'answer', ended: true });
    expect(pricesIn(reply.text)).toEqual([500]);
    expect(keeper.forecast()).toBe(1);
  });

  it('comes down in steps, and never goes up again', () => {
    const keeper = createShopkeeper(catalog, { reserves: [{ item: ITEM, price: 400 }] });
    const asked = [list];
    for (const offer of [330, 350, 365, 380, 390]) {
      const reply = keeper.say(`Would you take ${offer} for ${name}?`);
      if (reply.ended) break;
      asked.push(...pricesIn(reply.text));
    }
    expect(asked.length).toBeGreaterThan(3);
    expect([...asked].sort((a, b) => b - a)).toEqual(asked);
    expect(asked.at(-1)).toBeLessThan(list);
  });

  it('with no reserve given, names the price and nothing else', () => {
    const keeper = createShopkeeper(catalog, {});
    keeper.say(`I'm interested in ${name}.`);
    const { text, ended } = keeper.say('Would you do 300?');
    expect(ended).toBe(false);
    expect(text).not.toContain('yours');
  });
});

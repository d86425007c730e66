import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { EXAMPLES } from './hear-assistant.examples.test.support.ts';
import { HELD_OUT, HELD_OUT_LAST, HELD_OUT_LATER } from './hear-assistant.held-out.test.support.ts';
import { hearAssistant } from './hear-assistant.ts';
import { heardInShort } from './heard-in-short.test.support.ts';

const shop = hikingShop();

describe('hearAssistant', () => {
  it.each(EXAMPLES)('%s', (turn, meaning) => {
    expect(heardInShort(shop, turn)).toBe(meaning);
  });

  it.each([...HELD_OUT, ...HELD_OUT_LATER, ...HELD_OUT_LAST])('held out: %s', (turn, meaning) => {
    expect(heardInShort(shop, turn)).toBe(meaning);
  });

  it('hears prices with the item that they are for, and agreement', () => {
    const { prices, agrees } = hearAssistant(shop, 'I can let you have Round Loch Anver for €390.');
    expect(prices).toEqual([{ amount: 390, item: shop.names.indexOf('Round Loch Anver') }]);
    expect(agrees).toBe(false);
    expect(hearAssistant(shop, 'Under €600, or €400 to €800, then.').prices).toEqual([]);
    expect(hearAssistant(shop, '380 euros is my last word.').prices).toEqual([{ amount: 380 }]);
    expect(hearAssistant(shop, 'Deal! Round Loch Anver is yours.').agrees).toBe(true);
  });

  it.each([
    "What didn't you like about it?",
    'Why not?',
    'That was all that fits; what was in the way?',
    'What is wrong with these?',
  ])('hears that it is asked why not: %s', (turn) => {
    expect(hearAssistant(shop, turn)).toMatchObject({ asksWhy: true, questions: [], others: [] });
  });

  it('hears silence', () => {
    expect(hearAssistant(shop, ' \n').isSilent).toBe(true);
  });
});

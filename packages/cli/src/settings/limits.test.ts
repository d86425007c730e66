import { describe, expect, it } from 'vitest';
import { budget, prices, turnBudget } from './limits.ts';

describe('limits', () => {
  it('of a run are calls, tokens or dollars', () => {
    expect([
      budget('200calls'),
      budget('1call'),
      budget('500ktokens'),
      budget('2'),
      budget('$0.5'),
      budget('2usd'),
    ]).toEqual([{ calls: 200 }, { calls: 1 }, { tokens: 500_000 }, { money: 2 }, { money: 0.5 }, { money: 2 }]);
    for (const text of ['0', '-1', 'much', '', '3 euros', '8000ms', '8s'])
      expect(() => budget(text)).toThrow('200calls');
  });

  it('of a turn are put together, and milliseconds too', () => {
    const typed = ['6calls', '1.1ktokens', '0.01usd', '8000ms'];
    const all = { calls: 6, tokens: 1100, money: 0.01, milliseconds: 8000 };
    expect(typed.reduce((before: object | undefined, text) => turnBudget(text, before), undefined)).toEqual(all);
    expect(turnBudget('1.1s')).toEqual({ milliseconds: 1100 });
    expect(turnBudget('3calls', { calls: 6 })).toEqual({ calls: 3 });
    for (const text of ['6', '0calls', '1.5calls', '0.5ms', 'much', '']) {
      expect(() => turnBudget(text)).toThrow('8000ms');
    }
  });
});

describe('prices', () => {
  it('are two', () => {
    expect(prices('0.25,2')).toEqual({ input: 0.25, output: 2 });
    for (const text of ['1', ',', '1,x', '1,2,3', '-1,2']) expect(() => prices(text)).toThrow('0.25,2');
  });
});

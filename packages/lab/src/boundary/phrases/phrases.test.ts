import { SHOP_WORDS } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { strangerPhrases } from './all.ts';
import { fill } from './fill.ts';

const words = new Set(SHOP_WORDS);

describe('phrases of strangers', () => {
  it.each(Object.entries(strangerPhrases))('are said in the words of the shop: %s', (_, phrases) => {
    const unknown = phrases.flatMap((phrase) =>
      phrase.split(' ').filter((word) => !words.has(word) && !/^\{\w\}$/.test(word)),
    );
    expect(unknown).toEqual([]);
  });

  it.each(
    Object.entries(strangerPhrases).filter(([name]) =>
      /request|hurried|relaxed|sure|full|known|taken|refused/i.test(name),
    ),
  )('are ten or more of each kind: %s', (_, phrases) => {
    expect(phrases.length).toBeGreaterThanOrEqual(10);
    expect(new Set(phrases).size).toBe(phrases.length);
  });

  it('say what they are about, and nothing where nothing is given', () => {
    expect(fill('make it {v} .', { v: 'red' })).toBe('make it red .');
    expect(() => fill('make it {v} .', {})).toThrow(RangeError);
  });
});

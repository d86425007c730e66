import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSpeller, editDistance } from './spelling.ts';

const speller = createSpeller(
  ['lenovo', 'touchscreen', 'black', 'blue', 'mountain', 'riesling', 'mouse', 'line'],
  () => 0,
);

describe('misspelt words', () => {
  test.each([
    ['lenvo', 'lenovo'],
    ['lenovoo', 'lenovo'],
    ['touchsreen', 'touchscreen'],
    ['tuochscreen', 'touchscreen'],
    ['blakc', 'black'],
    ['montain', 'mountain'],
    ['reisling', 'riesling'],
  ])('%s is %s', (typed, meant) => expect(speller.mend(typed)).toBe(meant));

  test.each(['house', 'wine', 'lock', 'clue', 'bl', 'novo', 'fountains', 'xxxxxxxx'])('%s is no slip', (typed) =>
    expect(speller.mend(typed)).toBeUndefined(),
  );

  test('two words equally near are left alone', () => {
    expect(createSpeller(['hamper', 'hamster'], () => 0).mend('hamser')).toBeUndefined();
    expect(createSpeller(['hamper', 'hamster'], (word) => (word === 'hamper' ? 0.2 : 0)).mend('hamser')).toBe(
      'hamster',
    );
    expect(createSpeller(['marlin', 'martin'], () => 0).mend('marin')).toBeUndefined();
  });
});

test('the distance is symmetric, 0 only for the same word, and at most the longer length', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b, 9);
      expect(editDistance(b, a, 9)).toBe(distance);
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});

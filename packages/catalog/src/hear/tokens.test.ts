import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, lemma, MOST_READ, tokenise } from './tokens.ts';

const texts = (text: string): string[] => tokenise(text).map((token) => token.text);

test('short forms are spelt out, possessives fall away', () => {
  expect(texts("I don't")).toEqual(['i', 'do', 'not']);
  expect(texts('what’s the Zenbook’s price')).toEqual(['what', 'is', 'the', 'zenbook', 'price']);
  expect(texts('cant')).toEqual(['can', 'not']);
});

test('numbers come apart from their units, and know what they are', () => {
  expect(tokenise('16GB')).toMatchObject([
    { kind: 'number', value: 16 },
    { text: 'gb', glued: true },
  ]);
  expect(tokenise('1.299,00')).toMatchObject([{ value: 1299 }]);
  expect(tokenise('1,299.50')).toMatchObject([{ value: 1299.5, decimals: 2 }]);
  expect(tokenise('1.2.3')).toMatchObject([{ value: Number.NaN }]);
});

test('singular and plural, and both spellings, meet', () => {
  for (const [one, many] of [
    ['day', 'days'],
    ['battery', 'batteries'],
    ['box', 'boxes'],
    ['child', 'children'],
    ['beach', 'beaches'],
    ['gas', 'gas'],
  ]) {
    expect(lemma(many)).toBe(lemma(one));
  }
  expect(lemma('color')).toBe('colour');
  expect(fold('Rosé Große')).toBe('rose grosse');
});

test('every token stands where it says, in order, within what is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 2500 }), (text) => {
      let last = 0;
      for (const { start, end } of tokenise(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeGreaterThanOrEqual(last);
        expect(end).toBeLessThanOrEqual(MOST_READ);
        last = end;
      }
    }),
  );
});

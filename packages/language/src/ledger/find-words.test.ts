import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords, shorten, WORDS } from './find-words.ts';

const text = 'Hi! Write me a “short”\n  poem about rain — no rhymes, please. My sister’s name is Ida.';

test('words are found whatever their case, spacing, quotes and dashes, and kept as the user wrote them', () => {
  expect(findWords(text, 'a "SHORT" poem', '')).toBe('a “short” poem');
  expect(findWords(text, 'rain - no rhymes', '')).toBe('rain — no rhymes');
  expect(findWords(text, "sister's  name", '')).toBe('sister’s name');
});

test('words that were never said give the closest sentence, and none at all the sentence closest to the entry', () => {
  expect(findWords(text, 'the sister is called Ida', '')).toBe('My sister’s name is Ida.');
  expect(findWords(text, '', 'the poem must not use rhymes')).toBe('poem about rain — no rhymes, please.');
});

test('with nothing in common, the whole message is kept, shortened in the middle', () => {
  expect(findWords('Ja, gern.', 'yes please', 'agrees')).toBe('Ja, gern.');
  const long = `start ${'x '.repeat(500)}finish`;
  const kept = findWords(long, 'nothing of it', '');
  expect(kept.length).toBeLessThanOrEqual(WORDS);
  expect(kept).toMatch(/^start .* … .* finish$/u);
});

test('what is kept really stands in the message, and is never longer than WORDS', () => {
  const chars = fc.string({
    unit: fc.constantFrom('a', 'B', ' ', '\n', '.', '“', "'", 'İ', 'ß', '😀', '-', '—'),
    maxLength: 400,
  });
  fc.assert(
    fc.property(chars, chars, chars, (said, words, what) => {
      const kept = findWords(said, words, what);
      expect(kept.length).toBeLessThanOrEqual(WORDS);
      for (const part of kept.split(' … ')) expect(said.replace(/\s+/gu, ' ')).toContain(part);
      expect(kept.isWellFormed()).toBe(true);
    }),
  );
});

test('any stretch of a message is found again', () => {
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.integer({ min: 8, max: 60 }), (from, length) => {
      const stretch = text.slice(from, from + 1 + length);
      fc.pre(stretch.trim().length > 7);
      expect(shorten(text)).toContain(findWords(text, stretch.toUpperCase().replaceAll('“', '"'), ''));
      expect(findWords(text, stretch, '')).toBe(shorten(stretch));
    }),
  );
});

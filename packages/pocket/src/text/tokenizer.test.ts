import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SPECIAL_TOKENS, special } from '../model/special.ts';
import { SHOP_WORDS } from '../shop/words.ts';
import { createTokenizer } from './tokenizer.ts';

const tokenizer = createTokenizer(SHOP_WORDS);
const unknown = special('<unknown>');

it('numbers words behind the special tokens', () => {
  expect(tokenizer.size).toBe(SPECIAL_TOKENS.length + SHOP_WORDS.length);
  expect(tokenizer.id('.')).toBe(SPECIAL_TOKENS.length);
  expect(tokenizer.id('spaceship')).toBeUndefined();
  expect(tokenizer.id('<end>')).toBeUndefined();
});

it('writes words with spaces between them', () => {
  const tokens = [special('<assistant>'), ...tokenizer.encode('Which SIZE do you want?'), special('<end>')];
  expect(tokenizer.decode(tokens)).toBe('which size do you want ?');
});

it('gives back every sentence of its words', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SHOP_WORDS)), (words) => {
      expect(tokenizer.decode(tokenizer.encode(words.join(' ')))).toBe(words.join(' '));
    }),
  );
});

it('reads any text, and never a special token but <unknown> in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...SPECIAL_TOKENS), (text, token) => {
      for (const one of tokenizer.encode(text + token + text)) {
        expect(one === unknown || one >= SPECIAL_TOKENS.length).toBe(true);
        expect(one).toBeLessThan(tokenizer.size);
      }
    }),
  );
});

it('takes ordinary English', () => {
  expect(tokenizer.encode("I'm paying £40")).toEqual([
    tokenizer.id('i'),
    tokenizer.id("'"),
    ...[unknown, unknown, unknown, unknown],
  ]);
});

it('refuses lists that are no vocabulary, and numbers that are no tokens', () => {
  expect(() => createTokenizer(['red', 'red'])).toThrow(RangeError);
  for (const word of ['Red', 'two words', 'no-where', ''])
    expect(() => createTokenizer([word])).toThrow(/not one word/);
  for (const token of [-1, tokenizer.size, Number.NaN]) expect(() => tokenizer.decode([token])).toThrow(RangeError);
});

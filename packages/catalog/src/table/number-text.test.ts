import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSign, noEvidence, numberShape, parseQuantity, readShape, weighDigits } from './number-text.ts';

describe('a number on its own', () => {
  it.each([
    ['16 GB', 16, 'GB'],
    ['16GB', 16, 'GB'],
    ['1.299,00 €', 1299, '€'],
    ['€ 1.299,00', 1299, '€'],
    ['$1,299', 1299, '$'],
    ['$1,299.50', 1299.5, '$'],
    ['1,299', 1299, ''],
    ['1 299 000', 1299000, ''],
    ['1\u202f299,50 €', 1299.5, '€'],
    ["CHF 1'299.–", 1299, 'CHF'],
    ['14 in', 14, 'in'],
    ['15.6"', 15.6, '"'],
    ['2.5 kg', 2.5, 'kg'],
    ['2,5 kg', 2.5, 'kg'],
    ['.5', 0.5, ''],
    ['-3.2 °C', -3.2, '°C'],
    ['−4', -4, ''],
    ['1.299.000', 1299000, ''],
    ['45%', 45, '%'],
    ['120 m²', 120, 'm²'],
    ['1.5e3', 1500, ''],
    ['0.125', 0.125, ''],
    ['120 km/h', 120, 'km/h'],
  ])('%s is %d %s', (text, value, unit) => {
    expect(parseQuantity(text)).toEqual({ value, unit });
  });

  it.each([
    '',
    'red',
    '00123',
    '3-5',
    '10 x 20 cm',
    '16 GB DDR4',
    '2024-05-01',
    '1,29,9',
    '12 34',
    'A4',
    '5 out of very many stars',
    '=1+1',
    '16:9',
    '€5 each',
  ])('%j is no number', (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });
});

describe('the decimal sign of a column', () => {
  const signOf = (texts: readonly string[]): string => {
    const evidence = noEvidence();
    for (const text of texts) weighDigits(numberShape(text)!.digits, evidence);
    return decimalSign(evidence);
  };
  it.each([
    [['1.299', '899', '2.499'], ','],
    [['1.299', '1.500', '2.125'], '.'],
    [['1,299', '899'], '.'],
    [['1,299', '2,5'], ','],
    [['1.299', '3,50'], ','],
    [['1.299', '12.5'], '.'],
    [['1.299', '15000'], '.'],
    [['12', '13'], '.'],
  ])('%j → %s', (texts, sign) => {
    expect(signOf(texts)).toBe(sign);
  });
});

describe('the decimal sign, when other columns have one', () => {
  const signOf = (texts: readonly string[], elsewhere: '.' | ','): string => {
    const evidence = noEvidence();
    for (const text of texts) weighDigits(numberShape(text)!.digits, evidence);
    return decimalSign(evidence, elsewhere);
  };
  it.each([
    [['1.299', '899'], '.', ','],
    [['1,299', '899'], ',', '.'],
    [['1.299', '1.5'], ',', '.'],
    [['1.299', '2.125'], ',', ','],
    [['1.299', '3'], '.', '.'],
  ] as const)('%j beside %j → %s', (texts, elsewhere, sign) => {
    expect(signOf(texts, elsewhere)).toBe(sign);
  });
});

describe('any number', () => {
  const amounts = fc.integer({ min: -99_999_999, max: 99_999_999 }).map((cents) => cents / 100);
  it.each([
    ['en-GB', '.'],
    ['de-DE', ','],
    ['fr-FR', ','],
    ['de-CH', '.'],
  ] as const)('written as in %s reads back', (locale, sign) => {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(amounts, (amount) => {
        const shape = numberShape(`${format.format(amount)} €`);
        const read = shape && readShape(shape, sign);
        expect(read?.value === 0 ? 0 : read?.value).toBe(amount === 0 ? 0 : amount);
        expect(read?.unit).toBe('€');
      }),
    );
  });

  it('written by JavaScript reads back, down to the last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-6, max: 1e15 }), (value) => {
        expect(readShape(numberShape(String(value))!, '.')?.value).toBe(value);
      }),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void parseQuantity(text)));
  });
});

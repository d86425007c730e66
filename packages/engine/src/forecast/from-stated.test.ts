import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probabilityFromStated } from './from-stated.ts';

describe('a stated probability', () => {
  it.each([
    ['70%', 0.7],
    ['70 %', 0.7],
    ['**70%**', 0.7],
    ['70 percent', 0.7],
    ['70 per cent.', 0.7],
    ['72.5%', 0.725],
    ['Ich sage 72,5 Prozent.', 0.725],
    ['0.7', 0.7],
    ['0,7', 0.7],
    ['.7', 0.7],
    ['I would say 0.7.', 0.7],
    ['1.0', 1],
    ['0', 0],
    ['100%', 1],
    ['70', 0.7],
    ['about 70.', 0.7],
    ['Confidence: 85', 0.85],
    ['about 7 out of 10', 0.7],
    ['7/10', 0.7],
    ['Seven out of ten.', 0.7],
    ['one in four', 0.25],
    ['1 in 1,000', 0.001],
    ['fifty-fifty', 0.5],
    ['It is 50/50.', 0.5],
    ['between 60 and 80%', 0.7],
    ['between 60% and 80%', 0.7],
    ['60-80%', 0.7],
    ['60% to 80%', 0.7],
    ['0.6–0.8', 0.7],
    ['between 0.6 and 0.8', 0.7],
    ['Up from 50% last week; the probability is 70%.', 0.7],
    ['There is a 70% chance that they agree, and 30% that they do not.', 0.7],
    ['There is a 70% chance that they agree and 30% that they do not.', 0.7],
    ['Of 12 users 25% left. Probability: 0.9', 0.9],
    ['First I thought 20%. Now 40%.', 0.4],
  ])('reads “%s” as %d', (text, value) => {
    expect(probabilityFromStated(text)).toBeCloseTo(value, 10);
  });

  it.each([
    '',
    'Very likely.',
    '1',
    '150%',
    '-5%',
    'There are 12 of them.',
    '12 out of 10',
    'from 3 to 5 people',
    'version 2.4.1',
    '1/0',
    'in 2024',
  ])('reads no probability in “%s”', (text) => {
    expect(probabilityFromStated(text)).toBeUndefined();
  });

  it('reads every percentage back, and nothing out of range from any text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
        expect(probabilityFromStated(`I give it ${tenths / 10}% in all.`)).toBeCloseTo(tenths / 1000, 10);
      }),
    );
    const pieces = fc.constantFrom(
      '7',
      '0.3',
      '%',
      ' ',
      'to',
      'out of',
      'chance',
      ',',
      '.',
      '-',
      'ten',
      'between',
      'and',
      '99',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const value = probabilityFromStated(parts.join(''));
        if (value !== undefined) expect(value >= 0 && value <= 1).toBe(true);
      }),
    );
  });

  it('takes linear time, whatever the text', () => {
    for (const piece of ['9', '9 ', '9,9', '9 to ', 'between ', 'a in a ', 'chance ', '. ', '   ']) {
      const started = Date.now();
      probabilityFromStated(piece.repeat(100_000));
      expect(Date.now() - started).toBeLessThan(500);
    }
  });
});

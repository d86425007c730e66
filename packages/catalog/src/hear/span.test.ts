import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanAt } from './span.ts';
import { tokenise } from './tokens.ts';

/** "[low, high]", "(" and ")" for bounds that are left out, then the manner and the unit's dimension. */
function read(text: string): string | undefined {
  const span = spanAt(tokenise(text), 0);
  if (!span) return undefined;
  const [open, close] = span.exclusive ? ['(', ')'] : ['[', ']'];
  return `${open}${span.low ?? ''},${span.high ?? ''}${close} ${span.manner} ${span.quantity.units[0]?.dimension ?? '-'}`;
}

describe('numbers with their bounds', () => {
  test.each([
    ['1,200 euros', '[1200,1200] bare currency'],
    ['€1.200.000', '[1200000,1200000] bare currency'],
    ['2,5 kg', '[2.5,2.5] bare mass'],
    ['1k', '[1000,1000] bare -'],
    ['two thousand five hundred', '[2500,2500] bare -'],
    ['twenty-five', '[25,25] bare -'],
    ['one hundred and twenty', '[120,120] bare -'],
    ['an hour and a half', '[1.5,1.5] bare time'],
    ['2h 30min', '[2.5,2.5] bare time'],
    ['half an hour', '[0.5,0.5] bare time'],
    ['a couple of days', '[2,2] bare time'],
    ['fewer than 3', '(,3) bounded -'],
    ['≥ 3', '[3,] bounded -'],
    ['<= 3', '[,3] bounded -'],
    ['no less than 3', '[3,] bounded -'],
    ['at the very least 3', '[3,] bounded -'],
    ['up to about 3', '[,3] bounded -'],
    ['3 or fewer', '[,3] bounded -'],
    ['3 and up', '[3,] bounded -'],
    ['16+ GB', '[16,] bounded data'],
    ['roughly 3', '[3,3] around -'],
    ['3 or so', '[3,3] around -'],
    ['700ish', '[700,700] around -'],
    ['500 g to 2 kg', '[0.5,2] bounded mass'],
    ['between 800 and 500', '[500,800] bounded -'],
    ['five to seven hundred', '[500,700] bounded -'],
    ['cheaper than 3', '(,3) bounded -'],
    ['50 square metres', '[50,50] bare area'],
    ['80 km/h', '[80,80] bare speed'],
  ])('%s', (text, meaning) => expect(read(text)).toBe(meaning));

  test.each(['a', 'one', 'at least', 'under', '-', 'a red one', '1.2.3', 'in 14', 'more'])('%s is none', (text) =>
    expect(read(text)).toBeUndefined(),
  );

  test('a number written with thousands, without, or with k means the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (thousands) => {
        const plain = read(`under ${thousands * 1000}`);
        expect(read(`under ${(thousands * 1000).toLocaleString('en')}`)).toBe(plain);
        expect(read(`under ${thousands}k`)).toBe(plain);
        expect(read(`less than ${thousands} thousand`)).toBe(plain);
      }),
    );
  });
});

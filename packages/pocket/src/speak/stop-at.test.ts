import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stopAt } from './stop-at.ts';

it('lets everything through without sequences', () => {
  const stop = stopAt(['']);
  expect([stop.push('a '), stop.push('b'), stop.rest(), stop.stopped]).toEqual(['a ', 'b', '', false]);
});

it('holds back what could be a beginning', () => {
  const stop = stopAt(['red bag']);
  expect([stop.push('a r'), stop.push('ed '), stop.push('hat'), stop.push(' red b'), stop.rest()]).toEqual([
    'a ',
    '',
    'red hat',
    ' ',
    'red b',
  ]);
});

it('lets through what stands before the first sequence, however the text is cut', () => {
  const letters = fc.array(fc.constantFrom('a', 'b'), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(fc.array(letters), fc.array(letters, { maxLength: 3 }), (pieces, sequences) => {
      const stop = stopAt(sequences);
      const out = pieces.map((piece) => stop.push(piece)).join('') + stop.rest();
      const whole = pieces.join('');
      // A sequence that is complete earlier wins; of those that are complete at the same letter, the one that began first.
      const ends = sequences
        .filter((one) => one !== '' && whole.includes(one))
        .map((one) => ({ from: whole.indexOf(one), to: whole.indexOf(one) + one.length }));
      expect(stop.stopped).toBe(ends.length > 0);
      if (ends.length === 0) expect(out).toBe(whole);
      else {
        expect(whole.startsWith(out)).toBe(true);
        for (const one of sequences) if (one !== '') expect(out).not.toContain(one);
        expect(ends.some(({ from }) => from === out.length)).toBe(true);
      }
    }),
  );
});

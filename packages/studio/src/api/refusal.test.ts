import { describe, expect, it } from 'vitest';
import { placeInWords, Refusal } from './refusal.ts';

describe('Refusal.from', () => {
  it('reads what the server says, with its place', () => {
    const error = { code: 'bad-table', message: 'ragged', advice: 'mend it', file: 'a.csv', line: 7, column: 3 };
    const refusal = Refusal.from(422, { error });
    expect(refusal).toMatchObject({ code: 'bad-table', message: 'ragged', advice: 'mend it' });
    expect(placeInWords(refusal.place)).toBe('a.csv, line 7, column 3');
  });

  it.each([null, 'a page', {}, { error: {} }, { error: { message: 7, code: 'x' } }])(
    'makes a plain refusal of %j',
    (body) => {
      const refusal = Refusal.from(502, body);
      expect(refusal.code).toBe('unknown');
      expect(refusal.message).toContain('502');
      expect(placeInWords(refusal.place)).toBe('');
    },
  );
});

describe('placeInWords', () => {
  it('leaves out what is not known', () => {
    expect(placeInWords({ file: 'a.csv' })).toBe('a.csv');
    expect(placeInWords({ line: 2 })).toBe('line 2');
  });
});

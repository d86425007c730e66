import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstJsonError } from './json-error.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

it('finds nothing wrong with JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(2), (text, indent) => {
      const spaced = JSON.stringify(JSON.parse(text), null, indent);
      expect(firstJsonError(spaced)).toBe(spaced.length);
    }),
  );
});

it('points at what was put into JSON that cannot stand in it', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, where) => {
      const at = where % (text.length + 1);
      const broken = `${text.slice(0, at)}\u0001${text.slice(at)}`;
      const found = firstJsonError(broken);
      // Inside a number, a word or an escape the whole of it is at fault.
      expect(found).toBeLessThanOrEqual(at);
      expect(isJson(broken.slice(found, at))).toBe(false);
      expect(/^[-+.\w\\]*$/.test(broken.slice(found, at))).toBe(true);
    }),
  );
});

it.each([
  ['{"a":1 "b":2}', 7],
  ['{"a":NaN}', 5],
  ['{"a":1,}', 7],
  ["{'a':1}", 1],
  ['[1,,2]', 3],
  ['[01]', 1],
  ['"a\nb"', 2],
  ['{"a" 1}', 5],
  ['[1}', 2],
  ['[', 1],
])('%j goes wrong at %d', (text, at) => {
  expect(firstJsonError(text)).toBe(at);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonPlace } from './json-place.ts';

it.each([
  ['{\n  "message": red\n}', 2, 14],
  ['{"a": 1,}', 1, 9],
  ['[1, 2', 1, 6],
  ['{"a" 1}', 1, 6],
  ['[1 2]', 1, 4],
  ['{"a": "x\ny"}', 1, 9],
  ['', 1, 1],
  ['{} x', 1, 4],
  ['[01]', 1, 2],
  ["{'a': 1}", 1, 2],
  ['[}', 1, 2],
])('%j goes wrong at %i:%i', (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow();
  expect(jsonPlace(text)).toEqual({ line, column });
});

it('finds no fault in JSON, and finds the character that was put into it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, where) => {
      expect(jsonPlace(json)).toEqual({ line: 1, column: json.length + 1 });
      const at = where % (json.length + 1);
      const broken = `${json.slice(0, at)}\u0001${json.slice(at)}`;
      // A control character is wrong everywhere; a token that it cuts in two is reported from its beginning.
      const { column } = jsonPlace(broken);
      expect(column).toBeLessThanOrEqual(at + 1);
      expect(column).toBeGreaterThan(0);
    }),
  );
});

it('does not mind depth', () => {
  expect(jsonPlace('['.repeat(100_000)).column).toBe(100_001);
});

import { describe, expect, it } from 'vitest';
import { partsOf, put, taken, textsAtOnce, usedLengths } from './parts.ts';

describe('parts of a batch', () => {
  it('runs as many texts at once as leave the fewest rows empty', () => {
    expect(textsAtOnce(96, 64)).toBe(8);
    expect(textsAtOnce(128, 16)).toBe(8);
    expect(textsAtOnce(96, 61) * Math.ceil(61 / textsAtOnce(96, 61))).toBeLessThan(64);
    expect(textsAtOnce(5, 3)).toBe(3);
    expect(textsAtOnce(2000, 3)).toBe(1);
  });

  it('puts texts of like length together, the longest first, and leaves out those of which nothing is used', () => {
    const size = { batch: 40, length: 100 };
    const used = Array.from({ length: 40 }, (_, text) => (text < 3 ? 100 - text : text % 2 ? 20 : 0));
    const parts = partsOf(used, size);
    expect(parts[0]).toEqual({ length: 100, texts: [0, 1, 2, 3, 5, 7, 9, 11].slice(0, textsAtOnce(100, 40)) });
    expect(parts.slice(1).every(({ length }) => length === 32)).toBe(true);
    expect(
      parts
        .flatMap(({ texts }) => texts)
        .slice()
        .sort((a, b) => a - b),
    ).toEqual(used.flatMap((tokens, text) => (tokens > 0 ? [text] : [])));
  });

  it('finds how much of each text is used', () => {
    const counts = [0, 1, 0, 0, 0, 0, 1, 0, 1];
    expect(usedLengths({ batch: 3, length: 3 }, (place) => counts[place] !== 0)).toEqual([2, 0, 3]);
  });

  it('takes rows out and puts them back where they were', () => {
    const size = { batch: 3, length: 4 };
    const numbers = Float32Array.from({ length: 12 }, (_, at) => at + 1);
    const part = { length: 2, texts: [2, 0] };
    const rows = taken(numbers, part, size);
    expect([...rows]).toEqual([9, 10, 1, 2, 0, 0]);
    const into = new Float32Array(12);
    put(into, rows, part, size, [1, 0, 2]);
    expect([...into]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 9, 10, 0, 0]);
  });
});

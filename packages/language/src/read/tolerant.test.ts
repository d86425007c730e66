import { describe, expect, it } from 'vitest';
import { along, isNothing, row, share, tenth } from './tolerant.ts';

describe('figures that models fill in', () => {
  it.each([
    [60, 0.6],
    ['60%', 0.6],
    ['60 %', 0.6],
    [0.6, 0.6],
    ['0.6', 0.6],
    [100, 1],
    [1, 1],
    ['1', 1],
    ['1%', 0.01],
    [2, 0.02],
    [0, 0],
    [140, 1],
    [-5, 0],
  ])('as shares: %j is %d', (value, meant) => expect(share.parse(value)).toBeCloseTo(meant));

  it.each([
    [8, 0.8],
    ['8/10', 0.8],
    [0.8, 0.8],
    [1, 0.1],
    [10, 1],
    [12, 1],
  ])('as marks: %j is %d', (value, meant) => expect(tenth.parse(value)).toBeCloseTo(meant));

  it('that are none are refused', () => {
    for (const value of ['much', '', null, undefined, Number.NaN, {}])
      expect(share.safeParse(value).success).toBe(false);
  });

  it.each([
    [
      [30, 1],
      [0.3, 0.01],
    ],
    [{ i1: 30, i2: '1' }, [0.3, 0.01]],
    [
      [0.3, 1],
      [0.3, 1],
    ],
    [[1], [1, 1]],
    ['40%', [0.4, 0.4]],
    [[30], [0.3, 0.3]],
    [{ i2: 30 }, [0, 0.3]],
  ])('for several people: %j is %j', (value, meant) => {
    const people = [{ id: 'i1' }, { id: 'i2' }];
    expect(along(row(share).parse(value), people, 0)).toEqual(meant);
  });

  it('say nothing in several ways', () => {
    expect(['', ' ', 'None.', 'n/a', '-', 'no'].every(isNothing)).toBe(true);
    expect(['no parking', 'nothing else'].some(isNothing)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { embedding } from './embedding.ts';
import { checkGradient } from './gradient-check.test.support.ts';

describe('embedding', () => {
  it('looks rows up, and sums the gradients of a row that was looked up twice', async () => {
    const numbers = BigInt64Array.of(2n, 0n, 2n, 3n);
    const { result, given } = await checkGradient({
      inputs: { table: [5, 3] },
      build: (tape, { table }) => embedding(tape, table, tape.graph.constant(numbers, [4])),
    });
    expect([...result.subarray(6, 9)]).toEqual([...given.table.subarray(6, 9)]);
    expect([...result.subarray(9, 12)]).toEqual([...given.table.subarray(9, 12)]);
  });
});

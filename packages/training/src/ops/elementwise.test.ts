import { describe, expect, it } from 'vitest';
import { add, addFixed, scale, squaredRelu } from './elementwise.ts';
import { checkGradient } from './gradient-check.test.support.ts';

describe('number by number', () => {
  it('adds arrays of one shape', async () => {
    await checkGradient({ inputs: { a: [2, 3], b: [2, 3] }, build: (tape, { a, b }) => add(tape, a, b) });
  });

  it('adds an array again and again over leading axes, and sums its gradient over them', async () => {
    const { result, given } = await checkGradient({
      inputs: { a: [2, 2, 3], b: [3] },
      build: (tape, { a, b }) => add(tape, a, b),
    });
    expect(result[11]).toBeCloseTo(given.a[11] + given.b[2], 6);
    await checkGradient({ inputs: { a: [3, 2, 2], b: [2, 2] }, build: (tape, { a, b }) => add(tape, a, b) });
  });

  it('adds a value to itself, and counts both', async () => {
    await checkGradient({ inputs: { a: [2, 3] }, build: (tape, { a }) => add(tape, a, scale(tape, a, -3)) });
  });

  it('adds what is fixed', async () => {
    await checkGradient({
      inputs: { a: [2, 2] },
      build: (tape, { a }) => addFixed(tape, a, tape.graph.constant(Float32Array.of(1, 2), [2])),
    });
  });

  it('scales', async () => {
    await checkGradient({ inputs: { x: [2, 3] }, build: (tape, { x }) => scale(tape, x, -1.7) });
  });

  it('squares what is above zero', async () => {
    const { result, given } = await checkGradient({
      inputs: { x: [4, 5] },
      build: (tape, { x }) => squaredRelu(tape, x),
    });
    given.x.forEach((x, at) => {
      expect(result[at]).toBeCloseTo(x > 0 ? x * x : 0, 5);
    });
    expect(given.x.some((x) => x < 0) && given.x.some((x) => x > 0)).toBe(true);
  });
});

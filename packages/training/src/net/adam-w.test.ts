import { describe, expect, it } from 'vitest';
import { adamW } from './adam-w.ts';

describe('AdamW', () => {
  it('takes the steps of its equations', () => {
    const weights = Float32Array.of(1, -2);
    const moments = { first: new Float32Array(2), second: new Float32Array(2) };
    // After one step m̂ is g and v̂ is g², so that the step is the sign of g, whatever its size, and the decay.
    adamW(weights, Float32Array.of(0.5, -8), moments, { step: 1, rate: 0.1, decay: 0.02, scale: 0.25 });
    expect(weights[0]).toBeCloseTo(1 - 0.1 * (1 + 0.02), 6);
    expect(weights[1]).toBeCloseTo(-2 + 0.1 * (1 + 0.02 * 2), 6);
    expect(moments.first[1]).toBeCloseTo(0.1 * -2, 6);
    expect(moments.second[1]).toBeCloseTo(0.05 * 4, 6);
    adamW(weights, Float32Array.of(-1, 0), moments, { step: 2, rate: 0.1, decay: 0, scale: 1 });
    const m = (0.9 * 0.1 * 0.125 + 0.1 * -1) / (1 - 0.9 ** 2);
    const v = (0.95 * 0.05 * 0.125 ** 2 + 0.05) / (1 - 0.95 ** 2);
    expect(weights[0]).toBeCloseTo(1 - 0.102 - (0.1 * m) / Math.sqrt(v), 5);
  });
});

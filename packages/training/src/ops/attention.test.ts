import { describe, expect, it } from 'vitest';
import { causalAttention } from './attention.ts';
import { checkGradient } from './gradient-check.test.support.ts';

const inputs = { q: [2, 3, 4], k: [2, 3, 4], v: [2, 3, 4] };

describe('causal attention', () => {
  it('mixes what is not still to come, and takes the gradient back to queries, keys and values', async () => {
    const { result, given } = await checkGradient({
      inputs,
      build: (tape, { q, k, v }) => causalAttention(tape, q, k, v),
    });
    const { q, k, v } = given;
    const from = 12; // the second of two
    const scores = [0, 1].map((place) => {
      let sum = 0;
      for (let i = 0; i < 4; i++) sum += q[from + 4 + i] * k[from + 4 * place + i];
      return Math.exp(sum / 2);
    });
    const total = scores[0] + scores[1];
    for (let i = 0; i < 4; i++) {
      expect(result[from + i]).toBeCloseTo(v[from + i], 6);
      const mixed = (scores[0] * v[from + i] + scores[1] * v[from + 4 + i]) / total;
      expect(result[from + 4 + i]).toBeCloseTo(mixed, 5);
    }
  });
});

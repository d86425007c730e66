import { describe, expect, it } from 'vitest';
import { logit, sigmoid, softplusLoss } from './logit.ts';

describe('log-odds', () => {
  it('go there and back, and stay finite at 0 and 1', () => {
    for (const p of [0.001, 0.3, 0.5, 0.99]) expect(sigmoid(logit(p))).toBeCloseTo(p, 12);
    expect(sigmoid(logit(1))).toBeCloseTo(0.9999, 12);
    expect(logit(0)).toBeCloseTo(-logit(1), 9);
    expect([-800, 800].map(sigmoid)).toEqual([0, 1]);
  });

  it('give the loss of a certain outcome without overflow', () => {
    expect(softplusLoss(0)).toBeCloseTo(Math.log(2));
    expect(softplusLoss(logit(0.2))).toBeCloseTo(-Math.log(0.2), 12);
    expect([-800, 800].map(softplusLoss)).toEqual([800, 0]);
  });
});

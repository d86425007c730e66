import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../run/probe-result.ts';
import { casesFor, powerOf } from './power.ts';

describe('the cases that a precision takes', () => {
  it('grow with the square of the width', () => {
    expect(casesFor(100, 0.1, 0.05)).toBe(400);
    expect(casesFor(100, 0.1, 0.1)).toBe(100);
  });

  it('are the textbook number for a share: 385 for ±5 points around one half', () => {
    const halfWidth = 1.959964 * Math.sqrt(0.25 / 50);
    expect(casesFor(50, halfWidth, 0.05)).toBe(385);
  });

  it('are told for headline figures and their comparisons', () => {
    const result: ProbeResult = {
      run: 'r',
      probe: 'ask',
      seed: 1,
      cases: 50,
      seconds: 1,
      settings: {},
      users: {},
      metrics: [
        { name: 'f1', label: 'F1', better: 'higher', unit: 'share', isHeadline: true },
        { name: 'turns', label: 'turns', better: 'lower', unit: 'turns' },
      ],
      agents: {
        bare: { f1: { mean: 0.5, low: 0.4, high: 0.6, n: 50 }, turns: { mean: 3, low: 2, high: 4, n: 50 } },
        sente: { f1: { mean: 0.7, low: 0.6, high: 0.8, n: 50 } },
      },
      comparisons: [{ a: 'sente', b: 'bare', metric: 'f1', difference: 0.2, low: 0.06, high: 0.34 }],
    };
    const powers = powerOf([result]);
    expect(powers.map(({ agent, against, metric }) => [agent, against, metric])).toEqual([
      ['bare', undefined, 'f1'],
      ['sente', undefined, 'f1'],
      ['sente', 'bare', 'f1'],
    ]);
    expect(powers[0].forPrecision).toBe(200);
    // 50 · (0.14 / (0.2 · 0.6996))² = 50.06
    expect(powers[2].forDifference).toBe(51);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitExpectationConsistency } from './expectation-consistency.ts';
import { data, made } from './forecasts.test.support.ts';
import { sideCalled } from './resolved.ts';
import { applyScaling, type Scaling } from './scaling.ts';

describe('expectation consistency', () => {
  it('makes mean confidence equal to the share of right calls, wherever that is possible', () => {
    let reached = 0;
    fc.assert(
      fc.property(data, (forecasts) => {
        const scaling = fitExpectationConsistency(forecasts);
        const called = sideCalled(forecasts);
        const right = called.filter(({ outcome }) => outcome).length / called.length;
        const mean = (at: Scaling): number =>
          called.reduce((sum, { probability: p }) => sum + applyScaling(at, p), 0) / called.length;
        const lowest = mean({ kind: 'temperature', temperature: 1000 });
        const highest = mean({ kind: 'temperature', temperature: 0.1 });
        expect(mean(scaling)).toBeCloseTo(Math.min(highest, Math.max(lowest, right)), 6);
        if (right > lowest && right < highest) reached++;
      }),
    );
    expect(reached).toBeGreaterThan(10);
  });

  it('finds the temperature that made the data', () => {
    expect(1 / fitExpectationConsistency(made(3, 20_000, 0.5)).temperature).toBeCloseTo(0.5, 1);
  });
});

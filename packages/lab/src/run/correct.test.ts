import { expect, it } from 'vitest';
import { correctAcross } from './correct.ts';
import type { ProbeResult } from './probe-result.ts';

const result = (probe: string, p: number): ProbeResult => ({
  run: 'r',
  probe,
  seed: 1,
  cases: 50,
  seconds: 1,
  settings: {},
  agents: {},
  users: {},
  metrics: [
    { name: 'f1', label: 'F1', better: 'higher', unit: 'share', isHeadline: true },
    { name: 'turns', label: 'turns', better: 'lower', unit: 'turns' },
  ],
  comparisons: [
    { a: 'sente', b: 'bare', metric: 'f1', difference: 1, low: 0, high: 2, p },
    { a: 'sente', b: 'bare', metric: 'turns', difference: 1, low: 0, high: 2, p: 0.001 },
  ],
});

it('corrects headline comparisons of all probes as one family, and leaves the others alone', () => {
  const [ask, hold] = correctAcross([result('ask', 0.03), result('hold', 0.01)]);
  expect(hold.comparisons[0].holm).toBeCloseTo(0.02, 12);
  expect(ask.comparisons[0].holm).toBeCloseTo(0.03, 12);
  expect(ask.comparisons[1]).not.toHaveProperty('holm');
});

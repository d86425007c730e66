import { describe, expect, it } from 'vitest';
import type { PlayedRow } from '../probe/played.ts';
import type { Group } from '../probe/probe.ts';
import { aptitude, HOLD_METRICS, recovered, unreliability } from './metrics.ts';

const group = (name: string, agent: string, scores: Readonly<Record<string, readonly number[]>>): Group =>
  Object.entries(scores).flatMap(([cell, list]) =>
    list.map(
      (score, repeat): PlayedRow => ({
        case: `${name}/${cell}`,
        agent,
        repeat,
        cell,
        figures: { score },
        turns: [],
        loss: 0,
      }),
    ),
  );
const of = (name: string) => {
  const metric = HOLD_METRICS.find((one) => one.name === name);
  if (metric?.of === undefined) throw new Error(name);
  return metric.of;
};

describe('aptitude and unreliability', () => {
  // numpy.percentile([0, 25, 50, 75, 100], [90, 10]) = [90, 10]
  it('are the percentiles that numpy gives', () => {
    expect(aptitude([0, 0.25, 0.5, 0.75, 1])).toBeCloseTo(0.9, 12);
    expect(unreliability([0, 0.25, 0.5, 0.75, 1])).toBeCloseTo(0.8, 12);
    // numpy.percentile([0, 1], [90, 10]) = [.9, .1]
    expect(unreliability([0, 1])).toBeCloseTo(0.8, 12);
    expect(unreliability([1])).toBeNaN();
  });

  it('are percentiles within a request, averaged over requests', () => {
    const groups = [group('a', 'x', { sharded: [1, 1, 1], full: [0] }), group('b', 'x', { sharded: [0, 0, 0] })];
    expect(of('a90@sharded')(groups, () => [])).toBe(0.5);
    // Pooled over requests the spread would be 1.
    expect(of('u@sharded')(groups, () => [])).toBe(0);
    expect(of('u@full')(groups, () => [])).toBeNaN();
  });
});

describe('recovered', () => {
  const bare = Array.from({ length: 8 }, (_, k) =>
    group(`g${k}`, 'bare', { full: [1], sharded: [k % 4 === 0 ? 1 : 0] }),
  );
  const agent = (sharded: number) => bare.map((_, k) => group(`g${k}`, 'a', { sharded: [sharded] }));

  it('is the share of the drop that is won back', () => {
    // Bare falls from 1 to .25: a drop of .75.
    expect(recovered(agent(1), bare)).toBeCloseTo(1, 12);
    expect(recovered(agent(0.25), bare)).toBeCloseTo(0, 12);
    expect(recovered(agent(0.625), bare)).toBeCloseTo(0.5, 12);
    expect(recovered(bare, bare)).toBe(0);
  });

  it('is not there where the drop is not clear of 0', () => {
    const even = bare.map((_, k) => group(`g${k}`, 'bare', { full: [k % 2], sharded: [(k + 1) % 2] }));
    expect(recovered(agent(1), even)).toBeNaN();
    expect(recovered(agent(1), [])).toBeNaN();
  });
});

it('every metric of a setting looks at that setting alone', () => {
  for (const { name, cell } of HOLD_METRICS) if (name.includes('@')) expect(name.endsWith(`@${cell}`)).toBe(true);
  expect(new Set(HOLD_METRICS.map(({ name }) => name)).size).toBe(HOLD_METRICS.length);
});

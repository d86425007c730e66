import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import type { PlayedRow } from '../probe/played.ts';
import type { Group, Metric } from '../probe/probe.ts';
import { summariseGroups } from './groups.ts';

const row = (figures: Record<string, number>, more: Partial<PlayedRow> = {}): PlayedRow => ({
  case: 'c',
  agent: 'a',
  repeat: 0,
  figures,
  turns: [],
  loss: 0,
  ...more,
});
const metric = (name: string, more: Partial<Metric> = {}): Metric => ({
  name,
  label: name,
  better: 'higher',
  unit: 'share',
  ...more,
});
const random = createRandom(1);

describe('figures over groups', () => {
  it('average repeats within a group first, so that no group weighs more for having been played more often', () => {
    const groups: Group[] = [[row({ p: 1 }), row({ p: 1 }), row({ p: 1 })], [row({ p: 0 })]];
    const { agents } = summariseGroups({ a: groups }, [metric('p')], { random });
    expect(agents.a.p).toMatchObject({ mean: 0.5, low: 0, high: 1, n: 2 });
  });

  it('count only conversations of their condition', () => {
    const groups: Group[] = [[row({ p: 1 }, { cell: 'full' }), row({ p: 0 }, { cell: 'sharded' })]];
    const metrics = [
      metric('p@full', { figure: 'p', cell: 'full' }),
      metric('p@sharded', { figure: 'p', cell: 'sharded' }),
      metric('p@recap', { figure: 'p', cell: 'recap' }),
    ];
    const { agents } = summariseGroups({ a: groups }, metrics, { random });
    expect(agents.a['p@full'].mean).toBe(1);
    expect(agents.a['p@sharded'].mean).toBe(0);
    expect(agents.a).not.toHaveProperty('p@recap');
  });

  it('pair: a constant difference has no width, though each agent varies', () => {
    const dice = createRandom(5);
    const values = Array.from({ length: 40 }, () => dice.next());
    const { agents, comparisons } = summariseGroups(
      { bare: values.map((p) => [row({ p })]), sente: values.map((p) => [row({ p: p + 0.25 })]) },
      [metric('p')],
      { random },
    );
    expect(agents.bare.p.high - agents.bare.p.low).toBeGreaterThan(0.1);
    expect(comparisons[0]).toMatchObject({ a: 'sente', b: 'bare', metric: 'p' });
    expect(comparisons[0].low).toBeCloseTo(0.25, 12);
    expect(comparisons[0].high).toBeCloseTo(0.25, 12);
    expect(comparisons[0].p).toBeLessThan(0.01);
  });

  it('are compared on the groups in which both have one', () => {
    const { agents, comparisons } = summariseGroups(
      {
        bare: [[row({ p: 0.2 })], [row({ p: 0.4 })], [row({})], [row({ q: 1 })]],
        sente: [[row({ p: 0.3 })], [row({ p: 0.5 })], [row({ p: 1 })], []],
      },
      [metric('p'), metric('q')],
      { random },
    );
    expect(agents.sente.p).toMatchObject({ n: 3 });
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0].difference).toBeCloseTo(0.1, 12);
    expect(comparisons[0].high).toBeCloseTo(0.1, 12);
    // Two cases that differ in the same way: no more than that.
    expect(comparisons[0].p).toBe(0.5);
  });

  it('may be any function of the groups, another agent’s in the same draw among them', () => {
    const sum = (groups: readonly Group[]): number =>
      groups.flat().reduce((total, { figures }) => total + figures.p, 0);
    const relative = metric('share', { of: (groups, others) => sum(groups) / sum(others('bare')) });
    const { agents } = summariseGroups(
      { bare: [[row({ p: 2 })], [row({ p: 4 })]], sente: [[row({ p: 1 })], [row({ p: 2 })]] },
      [relative],
      { random },
    );
    // Half of bare in every group, so half in every draw.
    expect(agents.sente.share).toEqual({ mean: 0.5, low: 0.5, high: 0.5, n: 2 });
  });

  it('are those that the bootstrap over plain columns gives', () => {
    const values = [0.1, 0.9, 0.4, 0.5, 0.7, 0.2, 0.8, 0.3];
    const { agents } = summariseGroups({ a: values.map((p) => [row({ p })]) }, [metric('p')], {
      random,
      resamples: 4000,
    });
    // Standard error of the mean: 0.2693 (population) / √8 = 0.0952; ±1.96 of it around 0.4875.
    expect(agents.a.p.mean).toBeCloseTo(0.4875, 12);
    expect(agents.a.p.low).toBeCloseTo(0.4875 - 0.187, 1);
    expect(agents.a.p.high).toBeCloseTo(0.4875 + 0.187, 1);
  });
});

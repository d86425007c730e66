import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { summarise } from './summary.ts';

const column = (...values: number[]): Float64Array => Float64Array.from(values);

describe('summarise', () => {
  it('gives means, paired differences and relative changes by hand', () => {
    const { agents, comparisons } = summarise(
      { reactive: { turns: column(10, 20, 30) }, sente: { turns: column(5, 10, 15) } },
      { random: createRandom(1), changes: (metric) => metric === 'turns' },
    );
    expect(agents.reactive.turns.mean).toBe(20);
    expect(agents.sente.turns).toMatchObject({ mean: 10, n: 3 });
    expect(comparisons).toHaveLength(1);
    expect(comparisons[0]).toMatchObject({ a: 'sente', b: 'reactive', metric: 'turns', difference: -10 });
    // Half of reactive in every case, so half in every draw: the interval of the change has no width.
    expect(comparisons[0].change?.mean).toBeCloseTo(-0.5, 12);
    expect(comparisons[0].change?.low).toBeCloseTo(-0.5, 12);
    expect(comparisons[0].change?.high).toBeCloseTo(-0.5, 12);
  });

  it('pairing narrows: a constant difference has an interval without width', () => {
    const random = createRandom(2);
    const base = Float64Array.from({ length: 50 }, () => random.next() * 100);
    const { agents, comparisons } = summarise(
      { a: { m: base }, b: { m: base.map((value) => value + 3) } },
      { random: createRandom(1) },
    );
    expect(agents.a.m.high - agents.a.m.low).toBeGreaterThan(10);
    expect(comparisons[0].low).toBeCloseTo(3, 9);
    expect(comparisons[0].high).toBeCloseTo(3, 9);
  });

  it('compares on common cases only', () => {
    const { agents, comparisons } = summarise(
      { a: { m: column(1, Number.NaN, 100) }, b: { m: column(2, 50, Number.NaN) } },
      { random: createRandom(1), pairs: [['b', 'a']], changes: () => true },
    );
    expect(agents.a.m).toMatchObject({ mean: 50.5, n: 2 });
    expect(comparisons[0].difference).toBe(1);
    expect(comparisons[0].change?.mean).toBe(1);
  });

  it('lets metrics differ in length, skips what one agent lacks, and gives no change over 0', () => {
    const { comparisons } = summarise(
      { a: { x: column(0, 0), y: column(1, 2, 3) }, b: { x: column(1, 1), z: column(1) } },
      { random: createRandom(1), pairs: [['b', 'a']], changes: () => true },
    );
    expect(comparisons.map((c) => c.metric)).toEqual(['x']);
    expect(comparisons[0].change).toBeUndefined();
  });

  it('is the same for the same seed and, for an agent, whoever stands beside it', () => {
    const a = column(3, 1, 4, 1, 5, 9, 2, 6);
    const alone = summarise({ a: { m: a } }, { random: createRandom(9) });
    const beside = summarise({ a: { m: a }, b: { m: a.map((v) => v * 2) } }, { random: createRandom(9) });
    expect(beside.agents.a).toEqual(alone.agents.a);
  });

  it('summarises 12,000 cases, 5 agents and 5 metrics in seconds', () => {
    const random = createRandom(1);
    const perCase: Record<string, Record<string, Float64Array>> = {};
    for (const agent of ['a', 'b', 'c', 'd', 'e']) {
      perCase[agent] = {};
      for (const metric of ['m', 'n', 'o', 'p', 'q']) {
        perCase[agent][metric] = Float64Array.from({ length: 12_000 }, () => random.next());
      }
    }
    const start = performance.now();
    const { comparisons } = summarise(perCase, { random: createRandom(1), resamples: 1000 });
    expect(comparisons).toHaveLength(20);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

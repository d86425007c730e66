import { describe, expect, it } from 'vitest';
import { plan } from './plan.ts';

describe('plan', () => {
  it('has each model once, behind what it starts from', () => {
    for (const preset of ['quick', 'full'] as const) {
      const jobs = plan({ preset, seeds: [1, 2, 3] });
      const ids = jobs.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      jobs.forEach(({ from, objective }, at) => {
        expect(from === undefined).toBe(objective === 'base');
        if (from !== undefined) expect(ids.slice(0, at)).toContain(from);
      });
    }
  });

  it('trains three objectives in the quick preset, and in the full one all of them with every seed', () => {
    expect(plan({ preset: 'quick', seeds: [1] }).map(({ id }) => id)).toEqual([
      'base/corpus-25/seed-0',
      'single-turn/corpus-25/seed-1',
      'multi-turn-w2/corpus-25/seed-1',
    ]);
    const jobs = plan({ preset: 'full', seeds: [1, 2, 3] });
    for (const seed of [1, 2, 3]) {
      const own = jobs.filter((job) => job.seed === seed && job.corpus === 0.25);
      expect(new Set(own.map(({ objective }) => objective)).size).toBe(7);
      expect(own.flatMap(({ objective, horizon }) => (objective === 'multi-turn' ? [horizon] : [])).sort()).toEqual([
        1, 2, 2, 2, 3,
      ]);
    }
    for (const corpus of [0, 0.05, 0.5]) {
      const horizons = jobs.flatMap((job) => (job.corpus === corpus ? (job.horizon ?? []) : []));
      expect(horizons.sort()).toEqual([0, 1, 2, 3]);
    }
    expect(jobs.filter(({ size }) => size === 'large').map(({ objective }) => objective)).toEqual(['base']);
  });
});

import { createRandom } from '@sente/engine';
import type { PlayedRow } from '@sente/lab';
import { describe, expect, it } from 'vitest';
import { comparisonsFor } from './comparisons.ts';
import { drawAll, interval } from './draws.ts';
import { figuresOf, groupNames } from './figures.ts';
import type { MeasuredArm } from './measured-arm.ts';

const row = (id: string, agreement: number): PlayedRow => ({
  case: id,
  agent: 'x',
  repeat: 0,
  cell: 'request',
  figures: { agreement, reward: agreement - 1 },
  detail: { outcome: false, stated: [], chosen: 0, halves: 0, first: 'ask' },
  turns: [],
  loss: 0,
});
const arm = (values: readonly number[]): Pick<MeasuredArm, 'rows' | 'greedy' | 'nextToken'> => ({
  rows: values.map((value, at) => row(`case-${at}`, value)),
  greedy: values.map((_, at) => row(`case-${at}`, 1)),
  nextToken: [
    { easy: [3, 4], medium: [1, 2], hard: [0, 1] },
    { easy: [0, 2], medium: [0, 1], hard: [0, 0] },
  ],
});

describe('draws', () => {
  it('begin with the data as it is, and draw cases and seeds with replacement after that', () => {
    const draws = drawAll({ seeds: 3, cases: 50, texts: 4 }, 200, createRandom(1));
    expect(draws).toHaveLength(201);
    expect(draws[0].seeds).toEqual([0, 1, 2]);
    expect([...draws[0].cases]).toEqual(Array.from({ length: 50 }, (_, at) => at));
    expect(new Set(draws[1].cases).size).toBeLessThan(45);
    expect(drawAll({ seeds: 3, cases: 50, texts: 4 }, 200, createRandom(1))).toEqual(draws);
  });

  it('give an interval that is the middle of what they come to', () => {
    const drawn = Float64Array.from({ length: 1001 }, (_, at) => (at === 0 ? 0.5 : at / 1000));
    expect(interval(drawn)).toEqual({ mean: 0.5, low: 0.026, high: 0.976 });
  });
});

describe('figures', () => {
  const cases = Array.from({ length: 40 }, (_, at) => ({ id: `case-${at}` }));
  const groups = groupNames(cases);
  const draws = drawAll({ seeds: 2, cases: 40, texts: 2 }, 300, createRandom(2));
  const values = (shift: number) => cases.map((_, at) => ((at + shift) % 4 === 0 ? 1 : 0));

  it('are means over seeds and cases, and over places of texts', () => {
    const figures = figuresOf([arm(values(0)), arm(values(1))], groups, draws);
    expect(figures.get('agreement')?.[0]).toBe(0.25);
    expect(figures.get('agreement@greedy')?.[0]).toBe(1);
    expect(figures.get('reward')?.[0]).toBe(-0.75);
    expect(figures.get('accuracy@easy')?.[0]).toBe(0.5);
    expect(figures.get('accuracy@hard')?.[0]).toBe(0);
    expect(figures.has('p@full')).toBe(false);
    const { low, high } = interval(figures.get('agreement')!);
    // The standard error of a share of a quarter over 40 cases is .07.
    expect(high - low).toBeGreaterThan(0.15);
    expect(high - low).toBeLessThan(0.4);
  });

  it('are compared in the same draws', () => {
    const a = figuresOf([arm(values(0)), arm(values(0))], groups, draws);
    const better = figuresOf(
      [arm(values(0).map((one) => one + 1)), arm(values(0).map((one) => one + 1))],
      groups,
      draws,
    );
    const kinds = ['multi-turn-w2/corpus-25', 'single-turn/corpus-25'];
    const found = comparisonsFor(kinds, (kind) => ({ [kinds[0]]: better, [kinds[1]]: a })[kind]);
    const agreement = found.find(({ metric }) => metric === 'agreement');
    // Each case is better by one: no draw says otherwise.
    expect(agreement).toMatchObject({ a: kinds[0], b: kinds[1], difference: 1, low: 1, high: 1 });
  });

  it('take a setting off a case of pieces, so that its settings stand together', () => {
    expect(groupNames([{ id: 'a' }, { id: 'p/full', group: 'p' }, { id: 'p/sharded', group: 'p' }])).toEqual([
      'a',
      'p',
    ]);
  });

  it('of thinking are there only where every model of the kind thinks', () => {
    const thinks = { ...arm(values(0)), thinking: arm([]).nextToken };
    expect(figuresOf([thinks, thinks], groups, draws).get('thinking@easy')?.[0]).toBe(0.5);
    expect(figuresOf([thinks, arm(values(0))], groups, draws).has('thinking@easy')).toBe(false);
  });

  it('of a base, which has no seeds, are those of as many equal models as there are seeds', () => {
    const one = figuresOf([arm(values(0))], groups, draws).get('agreement')!;
    const twice = figuresOf([arm(values(0)), arm(values(0))], groups, draws).get('agreement')!;
    expect(one).toEqual(twice);
  });

  it('are compared only where both kinds and the figure are there, in the same corpus', () => {
    const figures = figuresOf([arm(values(0))], groups, draws);
    const kinds = ['multi-turn-w2/corpus-25', 'single-turn/corpus-05', 'base/corpus-25', 'next-token/corpus-25'];
    const found = comparisonsFor(kinds, (kind) => (kinds.includes(kind) ? figures : undefined));
    expect([...new Set(found.map(({ a, b }) => `${a} ${b}`))]).toEqual([
      'multi-turn-w2/corpus-25 base/corpus-25',
      'next-token/corpus-25 base/corpus-25',
    ]);
    expect(found.some(({ metric }) => metric === 'p@full')).toBe(false);
    expect(found.every(({ difference, low, high }) => difference === 0 && low === 0 && high === 0)).toBe(true);
  });
});

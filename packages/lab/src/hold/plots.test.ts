import { describe, expect, it } from 'vitest';
import type { PlayedRow } from '../probe/played.ts';
import { holdPlots } from './plots.ts';

const row = (cell: string, score: number, at: number, curve: readonly number[]): PlayedRow => ({
  case: `a/${cell}`,
  agent: 'x',
  repeat: 0,
  cell,
  figures: { score, 'first-answer-at': at },
  detail: { curve: [...curve] },
  turns: [],
  loss: 0,
});

describe('the plots', () => {
  const plots = holdPlots([
    row('full', 1, 1, [1]),
    row('sharded', 0, 0, [0, 0, 0, 0]),
    row('sharded', 0.5, 0.1, [0, 1]),
    row('sharded', 1, 1, [0, 0, 0, 0, 1]),
  ]);
  const points = (id: string) => plots.find((plot) => plot.id === id)?.series[0].points;

  it('score by setting', () => {
    expect(points('hold-settings')).toEqual([
      { x: 'full', y: 1, n: 1 },
      { x: 'sharded', y: 0.5, n: 3 },
    ]);
  });

  it('score by the fifth in which the first answer comes, sharded only', () => {
    expect(points('hold-first-answer')).toEqual([
      { x: 'first fifth', y: 0.25, n: 2 },
      { x: 'last fifth', y: 1, n: 1 },
    ]);
  });

  it('the curve reads every conversation at its own number of pieces', () => {
    const curve = points('hold-curve');
    expect(curve?.find(({ x }) => x === 0.5)).toEqual({ x: 0.5, y: 0, n: 3 });
    expect(curve?.at(-1)).toEqual({ x: 1, y: 2 / 3, n: 3 });
    expect(curve?.[0]?.x).toBe(0.2);
  });
});

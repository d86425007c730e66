import { describe, expect, it } from 'vitest';
import { BarSyntaxError, barHolds, findFigure, MissingFigureError, parseBar } from './fail-if.ts';
import type { ProbeResult } from './probe-result.ts';

const figure = { mean: 0.94, low: 0.93, high: 0.95, n: 100 };
const result: ProbeResult = {
  run: 'r',
  probe: 'recommend',
  seed: 1,
  cases: 100,
  seconds: 1,
  settings: {},
  agents: { sente: { 'sr@15': figure, 'turns@medium/0.3/1': { ...figure, mean: 3.5 } }, 'max-entropy': { at: figure } },
  users: { simulated: { leaks: { ...figure, mean: 0 } } },
  comparisons: [
    {
      a: 'sente',
      b: 'max-entropy',
      metric: 'at',
      difference: -2,
      low: -3,
      high: -1,
      change: { mean: -0.4, low: -0.5, high: -0.3 },
    },
    { a: 'sente', b: 'rule', metric: 'at', difference: Number.NaN, low: Number.NaN, high: Number.NaN },
  ],
};

describe('bars', () => {
  it('read figure, operator and number, with or without spaces', () => {
    expect(parseBar('recommend.sente.sr@15.low < 0.9')).toMatchObject({
      path: 'recommend.sente.sr@15.low',
      operator: '<',
      bound: 0.9,
    });
    expect(parseBar('a.b.c>=-1e2')).toMatchObject({ path: 'a.b.c', operator: '>=', bound: -100 });
    expect(parseBar('a.b.c > -40%').bound).toBe(-0.4);
  });

  it.each(['', 'sr@15', 'a.b < ', '< 3', 'a.b < c', 'a.b < 1 2', 'a.b = 1', 'a.b < 1 && c.d < 2', 'a.b < NaN'])(
    'refuse %j with an example',
    (text) => {
      expect(() => parseBar(text)).toThrow(BarSyntaxError);
      expect(() => parseBar(text)).toThrow('recommend.sente.sr@15.low < 0.9');
    },
  );

  it.each([
    ['recommend.sente.sr@15', 0.94],
    ['recommend.sente.sr@15.low', 0.93],
    ['recommend.sente.sr@15.n', 100],
    ['recommend.sente.turns@medium/0.3/1', 3.5],
    ['recommend.max-entropy.at.high', 0.95],
    ['recommend.simulated.leaks', 0],
    ['recommend.sente-max-entropy.at', -2],
    ['recommend.sente-max-entropy.at.high', -1],
    ['recommend.sente-max-entropy.at.change', -0.4],
    ['recommend.sente-max-entropy.at.change.high', -0.3],
  ])('find %s', (path, value) => {
    expect(findFigure([result], path)).toBe(value);
  });

  it.each([
    'recommend.sente.sr@5',
    'recommend.bare.at',
    'offer.sente.turns',
    'recommend.sente',
    'recommend.sente-rule.at',
    'x',
  ])('say that %s is missing, and what there is', (path) => {
    expect(() => findFigure([result], path)).toThrow(MissingFigureError);
    expect(() => findFigure([result], path)).toThrow(/there are: recommend\./);
  });

  it('suggest the figure that was meant', () => {
    expect(() => findFigure([result], 'recommend.sente.sr@51.low')).toThrow(
      "did you mean 'recommend.sente.sr@15.low'?",
    );
  });

  it('hold or not, by operator', () => {
    const holds = (text: string): boolean => barHolds(parseBar(text), [result]);
    expect(holds('recommend.sente.sr@15 < 0.94')).toBe(false);
    expect(holds('recommend.sente.sr@15 <= 0.94')).toBe(true);
    expect(holds('recommend.sente.sr@15 > 0.93')).toBe(true);
    expect(holds('recommend.sente.sr@15 >= 0.95')).toBe(false);
    expect(holds('recommend.sente.sr@15 == 0.94')).toBe(true);
    expect(holds('recommend.sente.sr@15 != 0.94')).toBe(false);
  });
});

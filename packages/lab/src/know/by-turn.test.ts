import { brierSkillScore } from '@sente/engine';
import { expect, it } from 'vitest';
import type { Group } from '../probe/probe.ts';
import { byPlace, skill, skillAt, skillOverTurn } from './by-turn.ts';

const group = (stated: readonly number[], outcome: boolean): Group => [
  {
    case: 'c',
    agent: 'a',
    repeat: 0,
    figures: {},
    turns: [],
    loss: 0,
    detail: { outcome, stated, chosen: 0, halves: 0 },
  },
];

// Two that are over at once and came true, one long one that did not, one long one that did.
const groups = [group([500], true), group([700], true), group([600, 200], false), group([400, 900], true)];

it('adds up by place, from the first and from the last', () => {
  expect(
    byPlace(groups, 'first')
      .get('')
      ?.map(({ n, came }) => [n, came]),
  ).toEqual([
    [4, 3],
    [2, 1],
  ]);
  expect(byPlace(groups, 'last').get('')?.[0].squares).toBeCloseTo(0.25 + 0.09 + 0.04 + 0.01, 12);
});

it('holds forecasts against the best rule by turn number', () => {
  // The rule says 3/4, then 1/2: 4 · 3/16 + 2 · 1/4 = 1.25. Own squares: .25 + .09 + .36 + .36 and .04 + .01.
  expect(skillOverTurn(groups)).toBeCloseTo(1 - (1.06 + 0.05) / 1.25, 12);
});

it('tells first from last forecasts', () => {
  expect(skillAt(groups, 'first')).toBeCloseTo(1 - 1.06 / 0.75, 12);
  expect(skillAt(groups, 'last')).toBeCloseTo(1 - 0.39 / 0.75, 12);
  expect(skillAt([], 'last')).toBeNaN();
});

it('holds forecasts against the best constant of each condition', () => {
  // Of six forecasts four are of conversations that came true: 6 · 2/3 · 1/3 = 4/3. Own: 1.11.
  expect(skill(groups)).toBeCloseTo(1 - 1.11 / (4 / 3), 12);
  // Apart: the first two all came true, so that their constant is never wrong; the others 2 of 4: 1.
  const apart = groups.map(([row], i): Group => [{ ...row, cell: i < 2 ? 'shop' : 'bargain' }]);
  expect(skill(apart)).toBeCloseTo(1 - 1.11 / 1, 12);
  expect(skill(apart, 'bargain')).toBeCloseTo(1 - (0.36 + 0.36 + 0.04 + 0.01) / 1, 12);
  expect(skill(apart, 'shop')).toBeNaN();
});

it('agrees with the engine where there is one condition', () => {
  const resolved = groups.flatMap(([{ detail }]) => {
    const { stated, outcome } = detail as unknown as { stated: number[]; outcome: boolean };
    return stated.map((level) => ({ probability: level / 1000, outcome }));
  });
  expect(skill(groups)).toBeCloseTo(brierSkillScore(resolved), 12);
});

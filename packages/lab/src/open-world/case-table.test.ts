import { expect, it } from 'vitest';
import { CHOICES, caseTable, IMAGINED, withInterval } from './case-table.ts';
import { type CaseFigures, decideCase, shopCase } from './imagined-case.ts';
import { shopModel } from './shop-models.ts';

const base: CaseFigures = await decideCase(shopCase(1, 3), shopModel('oracle'));
const cases = [0, 0.1, 0.2, undefined].map((regret): CaseFigures => ({ ...base, regret }));

it('takes means over the cases that have the figure', () => {
  expect(withInterval(cases, CHOICES.regret).mean).toBeCloseTo(0.1);
  expect(withInterval(cases, CHOICES['not read']).mean).toBe(0.25);
  expect(withInterval(cases, CHOICES['best act']).mean).toBe(0.25);
});

it('holds weights against who it was', () => {
  const imagined = [
    { weight: 0.75, isTrue: true, wouldServe: true },
    { weight: 0.25, isTrue: false, wouldServe: true },
  ];
  const list = [{ ...base, imagined }];
  expect(IMAGINED.Brier(list)).toBeCloseTo(0.0625);
  expect(IMAGINED['calibration error'](list)).toBeCloseTo(0.25);
  expect(IMAGINED['one would serve'](list)).toBe(1);
});

it('gives an interval that narrows with the number of cases, and a row a group', () => {
  const many = Array.from({ length: 50 }, () => cases).flat();
  const width = ({ low, high }: { low: number; high: number }): number => high - low;
  expect(width(withInterval(many, CHOICES.regret))).toBeLessThan(width(withInterval(cases, CHOICES.regret)) / 3);
  const table = caseTable('model', { one: cases, none: [] }, { regret: CHOICES.regret }).split('\n');
  expect(table).toHaveLength(3);
  expect(table[2]).toMatch(/^\| one \| 4 \| \.100 \[\.\d+, \.\d+\] \|$/);
});

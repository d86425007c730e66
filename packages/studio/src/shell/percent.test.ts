import { expect, it } from 'vitest';
import { percent } from './percent.ts';

it.each([
  [0, '0 %'],
  [0.001, '< 1 %'],
  [0.005, '1 %'],
  [0.183, '18 %'],
  [1, '100 %'],
])('%d is %s', (chance, words) => expect(percent(chance)).toBe(words));

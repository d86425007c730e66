import { expect, it } from 'vitest';
import { tellsFact, tellsNumber } from './direct-questions.ts';
import { at, HUTS } from './made-shop.test.support.ts';

const { attributes } = HUTS.catalog;
const value = (key: string, name: string): number => attributes[at(key)].values.indexOf(name);

it('reads numbers in figures, with separators, and small ones in words', () => {
  expect(tellsNumber(1465, 'It costs €1,465 per person.')).toBe(true);
  expect(tellsNumber(1465, 'It costs 1465 €.')).toBe(true);
  expect(tellsNumber(5, 'It takes five days.')).toBe(true);
  expect(tellsNumber(5, 'It takes 15 days.')).toBe(false);
  expect(tellsNumber(30, '30 of the 300 are there.')).toBe(true);
});

it('reads values by name, and all of a list', () => {
  const size = attributes[at('size')];
  expect(tellsFact(size, [value('size', 'vast')], undefined, 'It is a vast one.')).toBe(true);
  expect(tellsFact(size, [value('size', 'vast')], undefined, 'They come in all sizes.')).toBe(false);
  const fuels = [value('fuels', 'oak'), value('fuels', 'pine')];
  expect(tellsFact(attributes[at('fuels')], fuels, undefined, 'Oak and pine.')).toBe(true);
  expect(tellsFact(attributes[at('fuels')], fuels, undefined, 'Oak.')).toBe(false);
});

it('reads yes and no', () => {
  const dogs = { ...attributes[at('sauna')], label: 'dogs allowed' };
  expect(tellsFact(dogs, [0], undefined, 'Yes, dogs may come.')).toBe(true);
  expect(tellsFact(dogs, [0], undefined, 'No.')).toBe(false);
  expect(tellsFact(dogs, [1], undefined, 'Dogs are not allowed there.')).toBe(true);
  expect(tellsFact(dogs, [1], undefined, 'Dogs are allowed there.')).toBe(false);
});

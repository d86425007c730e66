import { createRandom } from '@sente/engine';
import { expect, test } from 'vitest';
import type { Attribute } from '../table/catalog.ts';
import { numberQuestion, oneRange } from './ask-number.ts';
import { predicate } from './predicates.ts';
import { groupInWords } from './quantity.ts';
import { createSpeaker, SILENT } from './voice.ts';
import { countedThings, traitInWords } from './wish-words.ts';

const attribute = (label: string, more: Partial<Attribute> = {}): Attribute => ({
  key: label,
  label,
  type: 'number',
  values: ['1', '3', '7', '8'],
  edges: [3, 7, 8],
  askable: true,
  ...more,
});

/** Every way in which something is said. */
function ways(say: (speaker: ReturnType<typeof createSpeaker>) => string): string[] {
  const texts = Array.from({ length: 40 }, (_, seed) => say(createSpeaker(SILENT, createRandom(seed))));
  return [...new Set(texts)].sort();
}

test('things that are counted are asked for by "how many"', () => {
  for (const label of ['gears', 'number of gears']) {
    expect(ways((speaker) => numberQuestion(speaker, attribute(label), ['1 to 3', '7', '8']))).toEqual([
      `And the ${label}: 1 to 3, 7 or 8?`,
      'How many gears should it have: 1 to 3, 7 or 8?',
      'How many gears would you like: 1 to 3, 7 or 8?',
      'Roughly how many gears? 1 to 3, 7 or 8?',
    ]);
    expect(ways((speaker) => oneRange(speaker, attribute(label), 0))).toEqual([
      'Should it have 1 gear?',
      'Would 1 gear suit you?',
      'Would you like 1 gear?',
    ]);
    expect(predicate(attribute(label), 0, true)).toBe('have 1 gear');
    expect(predicate(attribute(label), 2, false)).toBe('has 7 gears');
    expect(traitInWords(attribute(label), 2)).toBe('7 gears');
  }
});

test.each([
  ['weight', {}],
  ['weight in kilos', {}],
  ['days', { unit: 'days' }],
  ['prices', { role: 'price' }],
  ['thickness', {}],
  ['kinds', { type: 'category' }],
] as const)('%s is no count of things', (label, more) => {
  expect(countedThings(attribute(label, more))).toBeUndefined();
});

test('a number says what it is about, unless its unit or its currency does', () => {
  expect(traitInWords(attribute('weight'), 2)).toBe('weight 7');
  expect(traitInWords(attribute('price', { role: 'price' }), 2)).toBe('7');
  expect(traitInWords(attribute('weight', { unit: 'kg', values: ['1 kg', '3 kg', '7 kg', '8 kg'] }), 2)).toBe('7 kg');
});

test('single numbers that go together have two ends, with the unit once', () => {
  const group = (values: readonly string[]): string => groupInWords(attribute('size', { values }), 0, 2);
  expect(group(['1', '3', '7'])).toBe('1 to 7');
  expect(group(['1 day', '3 days', '7 days'])).toBe('1 to 7 days');
  expect(group(['€5', '€8', '€12'])).toBe('€5 to €12');
  expect(group(['2019', '2020', '2021'])).toBe('2019 to 2021');
  expect(groupInWords(attribute('size'), 1, 1)).toBe('3');
});

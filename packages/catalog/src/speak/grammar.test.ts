import { expect, test } from 'vitest';
import { article, capital, counted, grouped, isPlural, join, listOf, plural, quoted, sentence } from './grammar.ts';

test.each([
  ['touchscreen', 'a'],
  ['aluminium frame', 'an'],
  ['hour', 'an'],
  ['USB port', 'a'],
  ['usb port', 'a'],
  ['SSD', 'an'],
  ['HDMI port', 'an'],
  ['unit', 'a'],
  ['uninteresting view', 'an'],
  ['European plug', 'a'],
  ['one-way trip', 'a'],
  ['8-core chip', 'an'],
  ['18', 'an'],
  ['180', 'a'],
  ['umbrella', 'an'],
])('%s takes “%s”', (word, expected) => {
  expect(article(word)).toBe(expected);
});

test.each([
  ['trip', 'trips'],
  ['sea view', 'sea views'],
  ['city', 'cities'],
  ['day', 'days'],
  ['box', 'boxes'],
  ['child', 'children'],
  ['trips', 'trips'],
])('the plural of %s is %s', (one, many) => {
  expect(plural(one)).toBe(many);
});

test('plurals are told from words that merely end in s', () => {
  expect(['dogs', 'children', 'mudguards'].map(isPlural)).toEqual([true, true, true]);
  expect(['glass', 'GPS', 'basis', 'bus', 'wireless'].map(isPlural)).toEqual([false, false, false, false, false]);
});

test('lists, counts and numbers read like English', () => {
  expect(listOf([], 'or')).toBe('');
  expect(listOf(['a'], 'or')).toBe('a');
  expect(listOf(['a', 'b', 'c'], 'or')).toBe('a, b or c');
  expect(counted(1, { one: 'trip', many: 'trips' })).toBe('1 trip');
  expect(counted(1200, { one: 'trip', many: 'trips' })).toBe('1,200 trips');
  expect(grouped(12345.678)).toBe('12,345.68');
  expect(grouped(-3)).toBe('−3');
  expect(grouped(0.1 + 0.2)).toBe('0.3');
});

test('sentences get a capital and one full stop; names keep their own capitals', () => {
  expect(sentence('guided, 3 left')).toBe('Guided, 3 left.');
  expect(sentence('really?')).toBe('Really?');
  expect(sentence('')).toBe('');
  expect(capital('iPad')).toBe('iPad');
  expect(join(['One.', '', 'Two:\n1. a\n2. b', 'Three?'])).toBe('One. Two:\n1. a\n2. b\nThree?');
});

test('quoted words are one short line', () => {
  expect(quoted('a\n\u0000b')).toBe('“a b”');
  expect(Array.from(quoted('x'.repeat(500))).length).toBeLessThanOrEqual(62);
});

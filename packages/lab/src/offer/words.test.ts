import { expect, it } from 'vitest';
import { countWords } from './words.ts';

it('counts what is said as words, not the marks of lists', () => {
  expect(countWords('')).toBe(0);
  expect(countWords('What colour would you like?')).toBe(5);
  expect(countWords('1. Item 12 – red\n• it’s 16 GB')).toBe(7);
});

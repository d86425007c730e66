import { expect, it } from 'vitest';
import { findSecret } from './leak-scan.ts';

it.each([
  ['otter', 'I will not say that it is an otter.', 'said'],
  ['otter', 'No otters here', 'said'],
  ['otter', 'O-T-T-E-R', 'spelled'],
  ['otter', 'Think of "retto"', 'backwards'],
  ['47', 'It is 47.', 'said'],
  ['forty seven', 'It is forty-seven', 'said'],
  ['the falls of hallow glen', 'Perhaps “The Falls of Hallow Glen”?', 'said'],
] as const)('finds %s in %j', (secret, words, how) => {
  expect(findSecret(secret, words, '')).toBe(how);
});

it.each([
  ['otter', 'An otterhound is not meant'],
  ['47', 'There are 147 of them'],
  ['7', 'It is more than 70'],
])('does not find %s in %j', (secret, words) => {
  expect(findSecret(secret, words, '')).toBeUndefined();
});

it('is no leak once the user has said it', () => {
  expect(findSecret('50', 'No, it is not more than 50.', 'Is it more than 50?')).toBeUndefined();
});

import { expect, it } from 'vitest';
import { optionsApart } from './options-apart.ts';

it('tells options from the text around them', () => {
  expect(optionsApart('Train for longer: sente train policy --catalog FILE --dry-run.')).toEqual([
    'Train for longer: sente train policy ',
    '--catalog',
    ' FILE ',
    '--dry-run',
    '.',
  ]);
  expect(optionsApart('--key')).toEqual(['', '--key', '']);
});

it('leaves dashes and joined words alone, and loses nothing', () => {
  for (const text of ['well-known', 'so -- and so', 'a--b', '---', '']) expect(optionsApart(text)).toEqual([text]);
  const text = 'one --two (--three) four';
  expect(optionsApart(text).join('')).toBe(text);
});

import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { shellWord } from './shell-word.ts';

it('leaves plain paths as they are', () => {
  expect(['/shop/laptops.csv', 'Möbel-2.csv', 'a_b'].map((path) => shellWord(path, false))).toEqual([
    '/shop/laptops.csv',
    'Möbel-2.csv',
    'a_b',
  ]);
  expect(shellWord('C:\\shop\\a.csv', true)).toBe('C:\\shop\\a.csv');
});

it('quotes the others', () => {
  expect(shellWord('my shop/a.csv', false)).toBe("'my shop/a.csv'");
  expect(shellWord('C:\\my shop\\a.csv', true)).toBe('"C:\\my shop\\a.csv"');
});

it.skipIf(process.platform === 'win32')('gives a shell back what it was given', () => {
  for (const path of ['my shop/a.csv', "Anna's $HOME `id`.csv", 'a\\b"c;d*', '~/a', '']) {
    expect(execFileSync('sh', ['-c', `printf %s ${shellWord(path, false)}`], { encoding: 'utf8' })).toBe(path);
  }
});

import { expect, it } from 'vitest';
import { webAddress } from './web-address.ts';

it('follows links to the web', () => {
  expect(webAddress('https://shop.example/7')).toBe('https://shop.example/7');
  expect(webAddress('http://shop.example')).toBe('http://shop.example');
});

it.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '/7',
  '',
  'x',
])('does not follow %j', (link) => expect(webAddress(link)).toBeUndefined());

it('does not follow what is not there', () => expect(webAddress(undefined)).toBeUndefined());

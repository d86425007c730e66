import { expect, it } from 'vitest';
import { checksumOf } from './policy-card-checksum.ts';

it('is FNV-1a, as published', () => {
  const of = (text: string): string => checksumOf(new TextEncoder().encode(text));
  expect(['', 'a', 'foobar'].map(of)).toEqual(['811c9dc5', 'e40c292c', 'bf9cf968']);
});

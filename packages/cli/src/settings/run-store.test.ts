import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storeFile } from './run-store.ts';

it('is what was typed, else SENTE_STORE, else in .sente where the user is', () => {
  expect(storeFile('a.sqlite', '/home/me', { SENTE_STORE: 'b.sqlite' })).toBe('/home/me/a.sqlite');
  expect(storeFile(undefined, '/home/me', { SENTE_STORE: '/var/b.sqlite' })).toBe('/var/b.sqlite');
  expect(storeFile(undefined, '/home/me', { SENTE_STORE: '' })).toBe(join('/home/me', '.sente', 'runs.sqlite'));
});

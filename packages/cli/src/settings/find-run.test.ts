import type { RunStore } from '@sente/lab';
import { expect, it } from 'vitest';
import { findRun } from './find-run.ts';

const store = {
  list: () => ['ask-1-abc.2', 'hold-1-abc.1', 'ask-1-abc.1'].map((id) => ({ id })),
} as unknown as RunStore;

it.each([
  ['last', 'ask-1-abc.2'],
  ['ask-1-abc', 'ask-1-abc.2'],
  ['ask-1-abc.1', 'ask-1-abc.1'],
  ['hold-1-abc', 'hold-1-abc.1'],
  ['ask', 'ask'],
])('%s means %s', (text, id) => {
  expect(findRun(store, text)).toBe(id);
});

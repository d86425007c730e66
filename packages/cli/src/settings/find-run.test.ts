import type { RunStore } from '@sente/lab';
import { expect, it } from 'vitest';
import { findRun } from './find-run.ts';

const runs = [
  { id: 'hold-9-bad.1', status: 'stopped', conversations: 0 },
  { id: 'ask-1-abc.2', status: 'done', conversations: 0 },
  { id: 'hold-1-abc.1', status: 'stopped', conversations: 12 },
  { id: 'ask-1-abc.1', status: 'done', conversations: 12 },
];
const store = { list: () => runs } as unknown as RunStore;

it('takes the newest where nothing else is there', () => {
  expect(findRun({ list: () => runs.slice(0, 1) } as unknown as RunStore, 'last')).toBe('hold-9-bad.1');
});

it('takes the newest of those that are meant', () => {
  const isHold = ({ id }: { id: string }) => id.startsWith('hold');
  expect(findRun(store, 'last', isHold)).toBe('hold-1-abc.1');
  expect(findRun(store, 'last', () => false)).toBe('last');
  expect(findRun(store, 'ask-1-abc', isHold)).toBe('ask-1-abc.2');
});

it.each([
  ['last', 'ask-1-abc.2'],
  ['ask-1-abc', 'ask-1-abc.2'],
  ['ask-1-abc.1', 'ask-1-abc.1'],
  ['hold-1-abc', 'hold-1-abc.1'],
  ['ask', 'ask'],
])('%s means %s', (text, id) => {
  expect(findRun(store, text)).toBe(id);
});

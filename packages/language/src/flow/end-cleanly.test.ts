import { expect, it } from 'vitest';
import { endCleanly } from './end-cleanly.ts';
import { all, letters, tap } from './letters.test.support.ts';

it('ends a reply that breaks off, once, and tells why', async () => {
  const { source, give, fail } = tap();
  give('a');
  fail(new Error('cut'));
  const told: unknown[] = [];
  expect(await all(endCleanly(source, letters, (error) => told.push(error)))).toEqual(['a', '|', '!broken']);
  expect(told).toEqual([new Error('cut')]);
});

it('does the same with a failure that the stream tells of, and lets the upstream go', async () => {
  const { source, give, cancelled } = tap();
  give('a', '|', new Error('cut'), 'b');
  expect(await all(endCleanly(source, letters, () => {}))).toEqual(['a', '|', '!broken']);
  expect(cancelled).toHaveLength(1);
});

it('changes nothing else', async () => {
  const { source, give, end } = tap();
  give('a', '|');
  end();
  expect(await all(endCleanly(source, letters, () => {}))).toEqual(['a', '|']);
});

import { expect, test } from 'vitest';
import { EmptyEntryError, editLedger, UnknownEntryError } from './edit.ts';
import { emptyLedger } from './ledger.ts';

const two = editLedger(editLedger(emptyLedger, { do: 'add', kind: 'wish', what: 'a table for two' }), {
  do: 'add',
  kind: 'open',
  what: 'Which evening?',
});

test('the host adds, changes, withdraws and settles, and traces stay', () => {
  let ledger = editLedger(two, { do: 'change', id: 'w1', what: 'a table for four' });
  ledger = editLedger(ledger, { do: 'settle', id: 'o1' });
  ledger = editLedger(ledger, { do: 'withdraw', id: 'w1' });
  expect(ledger.entries).toEqual([
    { id: 'w1', kind: 'wish', what: 'a table for two', words: '', at: -1, status: 'changed', by: 'w2' },
    { id: 'o1', kind: 'open', what: 'Which evening?', words: '', at: -1, status: 'settled' },
    { id: 'w2', kind: 'wish', what: 'a table for four', words: '', at: -1, status: 'withdrawn' },
  ]);
});

test('what is removed is gone, and its id is not given again', () => {
  const again = editLedger(editLedger(two, { do: 'remove', id: 'w1' }), { do: 'add', kind: 'wish', what: 'a taxi' });
  expect(again.entries.map((one) => one.id)).toEqual(['o1', 'w2']);
  expect(JSON.parse(JSON.stringify(again))).toEqual(again);
});

test('an unknown id is an error that names the known ones', () => {
  for (const what of ['change', 'withdraw', 'settle', 'remove'] as const)
    expect(() => editLedger(two, { do: what, id: 'w5', what: 'x' })).toThrow(UnknownEntryError);
  expect(() => editLedger(two, { do: 'remove', id: 'w5' })).toThrow('no entry "w5". Its ids: w1, o1.');
  expect(() => editLedger(emptyLedger, { do: 'remove', id: 'w5' })).toThrow('it is empty');
});

test('an entry must say something', () => {
  expect(() => editLedger(two, { do: 'add', kind: 'fact', what: ' . ' })).toThrow(EmptyEntryError);
  expect(() => editLedger(two, { do: 'change', id: 'w1', what: '' })).toThrow(EmptyEntryError);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChange } from './apply-change.ts';
import { MOST_ENTRIES } from './bounds.ts';
import { emptyLedger, type Ledger, type LedgerChange, noChange } from './ledger.ts';
import { meaningKey } from './same-meaning.ts';

const message = { at: 1, text: 'I need a flight to Lisbon. It must be under 300 euros, and I am vegetarian.' };
const wish = (what: string, words = what) => ({ kind: 'wish' as const, what, words });
const with_ = (change: Partial<LedgerChange>, ledger: Ledger = emptyLedger, said = message): Ledger =>
  applyChange(ledger, { ...noChange, ...change }, said);
const told = (ledger: Ledger) => ledger.entries.map((one) => [one.id, one.what, one.status, one.by]);

const booking = with_({
  add: [
    wish('a flight to Lisbon'),
    { kind: 'fact', what: 'The user is vegetarian', words: 'i am  VEGETARIAN' },
    wish('under 300 euros'),
    { kind: 'open', what: 'Which day?', words: '' },
  ],
});

test('ids are given by kind, and words are kept as they stand in the message', () => {
  expect(booking.entries.map((one) => [one.id, one.words])).toEqual([
    ['w1', 'a flight to Lisbon'],
    ['f1', 'I am vegetarian'],
    ['w2', 'under 300 euros'],
    ['o1', message.text],
  ]);
  expect(booking.entries.every((one) => one.at === 1)).toBe(true);
});

test('what was said before is not noted twice, whatever its case, punctuation and spacing', () => {
  expect(with_({ add: [wish('A flight  to "Lisbon"!')] }, booking).entries).toEqual(booking.entries);
  expect(with_({ add: [{ kind: 'fact', what: 'a flight to Lisbon', words: '' }] }, booking).entries).toHaveLength(5);
});

test('a changed entry stays and names what took its place; later changes go to that one', () => {
  const cheaper = with_({ change: [{ id: 'w2', what: 'under 200 euros', words: '' }] }, booking);
  expect(told(cheaper)[2]).toEqual(['w2', 'under 300 euros', 'changed', 'w3']);
  const again = with_({ change: [{ id: 'w2', what: 'under 150 euros', words: '' }] }, cheaper);
  expect(told(again).slice(2)).toEqual([
    ['w2', 'under 300 euros', 'changed', 'w3'],
    ['o1', 'Which day?', 'stands', undefined],
    ['w3', 'under 200 euros', 'changed', 'w4'],
    ['w4', 'under 150 euros', 'stands', undefined],
  ]);
  expect(told(with_({ withdraw: ['w2'] }, again)).at(-1)).toEqual(['w4', 'under 150 euros', 'withdrawn', undefined]);
});

test('an entry changed into what stands already is replaced by that, and one changed into itself is left alone', () => {
  expect(told(with_({ change: [{ id: 'w2', what: 'A flight to Lisbon.', words: '' }] }, booking))[2]).toEqual([
    'w2',
    'under 300 euros',
    'changed',
    'w1',
  ]);
  expect(with_({ change: [{ id: 'w2', what: 'Under 300 euros', words: '' }] }, booking)).toEqual(booking);
});

test('one entry changed into two is split', () => {
  const split = with_(
    {
      change: [
        { id: 'w1', what: 'a flight to Porto', words: '' },
        { id: 'w1', what: 'a train from Porto to Lisbon', words: '' },
      ],
    },
    booking,
  );
  expect(told(split).filter(([id]) => ['w1', 'w3', 'w4'].includes(String(id)))).toEqual([
    ['w1', 'a flight to Lisbon', 'changed', 'w3'],
    ['w3', 'a flight to Porto', 'stands', undefined],
    ['w4', 'a train from Porto to Lisbon', 'stands', undefined],
  ]);
});

test('open points and wishes are settled, facts are not; unknown ids are passed over, but not what was said with them', () => {
  const after = with_(
    { settle: ['o1', 'w1', 'f1', 'o9'], withdraw: ['w77'], change: [{ id: 'f9', what: 'Is 40', words: '' }] },
    booking,
  );
  expect(told(after)).toEqual([
    ['w1', 'a flight to Lisbon', 'settled', undefined],
    ['f1', 'The user is vegetarian', 'stands', undefined],
    ['w2', 'under 300 euros', 'stands', undefined],
    ['o1', 'Which day?', 'settled', undefined],
    ['f2', 'Is 40', 'stands', undefined],
  ]);
});

test('what was taken back can be wished again, under a new id', () => {
  const back = with_({ add: [wish('under 300 euros')] }, with_({ withdraw: ['w2'] }, booking));
  expect(told(back).at(-1)).toEqual(['w3', 'under 300 euros', 'stands', undefined]);
});

test('an entry that says nothing is passed over', () => {
  expect(with_({ add: [wish('  … '), wish('')], change: [{ id: 'w1', what: ' ', words: '' }] }, booking)).toEqual(
    booking,
  );
});

test('signs that carry meaning keep entries apart', () => {
  for (const [a, b] of [
    ['C', 'C++'],
    ['1.5 litres', '15 litres'],
    ['under < 5', 'under > 5'],
    ['at 10:30', 'at 1030'],
    ['-5 degrees', '5 degrees'],
  ])
    expect(meaningKey(a)).not.toBe(meaningKey(b));
  expect(meaningKey('State-of-the-art, “fast”.')).toBe(meaningKey('state of the art fast'));
});

test('beyond its bounds, what no longer stands goes first and its id is not given again', () => {
  let ledger: Ledger = emptyLedger;
  for (let i = 0; i < MOST_ENTRIES; i++) ledger = with_({ add: [wish(`wish number ${i}`)] }, ledger);
  ledger = with_({ withdraw: [`w${MOST_ENTRIES}`] }, ledger);
  ledger = with_({ add: [wish('one more')] }, ledger);
  expect(ledger.entries).toHaveLength(MOST_ENTRIES);
  expect(ledger.entries[0].id).toBe('w1');
  expect(told(ledger).at(-1)).toEqual([`w${MOST_ENTRIES + 1}`, 'one more', 'stands', undefined]);
  expect(ledger.entries.some((one) => one.id === `w${MOST_ENTRIES}`)).toBe(false);
  ledger = with_({ add: [wish('yet one more')] }, ledger);
  expect(ledger.entries[0].id).toBe('w2');
});

// --- properties -----------------------------------------------------------------------------------------------------

const kind = fc.constantFrom('wish' as const, 'fact' as const, 'open' as const);
const what = fc.constantFrom('red', 'Red.', 'blue', 'with a view', 'under 5', 'over 5', 'quiet', 'near the sea', '');
const id = fc.constantFrom('w1', 'w2', 'w3', 'f1', 'f2', 'o1', 'o2', 'w99', 'x', '');
const anyChange: fc.Arbitrary<LedgerChange> = fc.record({
  add: fc.array(fc.record({ kind, what, words: what }), { maxLength: 4 }),
  change: fc.array(fc.record({ id, what, words: what }), { maxLength: 3 }),
  withdraw: fc.array(id, { maxLength: 2 }),
  settle: fc.array(id, { maxLength: 2 }),
});
const history = fc.array(anyChange, { maxLength: 6 });
const play = (changes: readonly LedgerChange[]): Ledger =>
  changes.reduce(
    (ledger, change, at) => applyChange(ledger, change, { at, text: 'Something red, under 5. Quiet, near the sea!' }),
    emptyLedger,
  );

test('nothing vanishes, ids are unique and statuses agree with what took whose place', () => {
  fc.assert(
    fc.property(history, anyChange, (past, next) => {
      const before = play(past);
      const after = applyChange(before, next, { at: 9, text: 'red' });
      for (const entry of before.entries) {
        const now = after.entries.find((one) => one.id === entry.id)!;
        expect([now.what, now.kind, now.words, now.at]).toEqual([entry.what, entry.kind, entry.words, entry.at]);
        if (entry.status !== 'stands') expect(now).toEqual(entry);
      }
      expect(new Set(after.entries.map((one) => one.id)).size).toBe(after.entries.length);
      const standing = after.entries.filter((one) => one.status === 'stands');
      expect(new Set(standing.map((one) => `${one.kind} ${meaningKey(one.what)}`)).size).toBe(standing.length);
      for (const entry of after.entries) {
        expect(entry.by !== undefined).toBe(entry.status === 'changed');
        if (entry.by !== undefined) expect(after.entries.find((one) => one.id === entry.by)?.kind).toBe(entry.kind);
        if (entry.status === 'settled') expect(entry.kind).not.toBe('fact');
      }
    }),
  );
});

test('every entry leads to one that was never changed: there are no circles', () => {
  fc.assert(
    fc.property(history, (past) => {
      const { entries } = play(past);
      for (const first of entries) {
        let entry = first;
        let steps = 0;
        while (entry.by !== undefined && steps++ <= entries.length) entry = entries.find((one) => one.id === entry.by)!;
        expect(steps).toBeLessThanOrEqual(entries.length);
      }
    }),
  );
});

test('adding in another order comes to the same', () => {
  const adds = fc.array(fc.record({ kind, what, words: what }), { maxLength: 8 });
  const said = (ledger: Ledger) => ledger.entries.map((one) => `${one.kind} ${meaningKey(one.what)}`).sort();
  fc.assert(
    fc.property(
      adds.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([one, other]) => {
        expect(said(with_({ add: one }))).toEqual(said(with_({ add: other })));
      },
    ),
  );
});

test('additions and changes of different entries, folded in twice, come to what they come to once', () => {
  const fresh = fc.constantFrom('green', 'Green!', 'by train', 'for two', 'with breakfast');
  const once: fc.Arbitrary<LedgerChange> = fc.record({
    add: fc.array(fc.record({ kind, what: fresh, words: what }), { maxLength: 4 }),
    change: fc.uniqueArray(
      fc.record({ id: fc.constantFrom('w1', 'w2', 'f1', 'o1', 'w99'), what: fresh, words: what }),
      {
        maxLength: 3,
        selector: (one) => one.id,
      },
    ),
    withdraw: fc.array(fc.constantFrom('w3', 'f2', 'w98'), { maxLength: 2 }),
    settle: fc.array(fc.constantFrom('o2', 'o3'), { maxLength: 2 }),
  });
  const before = with_({
    add: ['red', 'blue', 'quiet'].flatMap((one) => [
      wish(one),
      { kind: 'fact' as const, what: one, words: '' },
      { kind: 'open' as const, what: one, words: '' },
    ]),
  });
  fc.assert(
    fc.property(once, (change) => {
      const first = applyChange(before, change, message);
      expect(applyChange(first, change, message)).toEqual(first);
    }),
  );
});

test('a ledger survives JSON, and folding on does not differ afterwards', () => {
  fc.assert(
    fc.property(history, anyChange, (past, next) => {
      const ledger = play(past);
      const restored = JSON.parse(JSON.stringify(ledger));
      expect(restored).toEqual(ledger);
      expect(applyChange(restored, next, message)).toEqual(applyChange(ledger, next, message));
    }),
  );
});

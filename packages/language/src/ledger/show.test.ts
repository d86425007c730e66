import { expect, test } from 'vitest';
import { applyChange } from './apply-change.ts';
import { MOST_SHOWN } from './bounds.ts';
import { isSuperseded } from './changed.ts';
import { emptyLedger, type Ledger, noChange } from './ledger.ts';
import { draftsIn, markArtefact, noteShown, outdatedDrafts, startNewRequest, supersede } from './show.ts';

const show = (ledger: Ledger, at: number, isArtefact = false): Ledger =>
  noteShown(ledger, { at, text: `Reply number ${at}`, isArtefact });

test('what the user adds outdates all that was shown for the request, but drops no artefact', () => {
  const ledger = supersede(show(show(show(emptyLedger, 2), 4, true), 6));
  expect(ledger.shown.map((one) => one.isSuperseded)).toEqual([true, true, true]);
  expect(outdatedDrafts(ledger)).toEqual([2, 6]);
  expect(outdatedDrafts(show(ledger, 8))).toEqual([2, 6]);
});

test('another request leaves earlier answers good, and later additions do not reach back to them', () => {
  const other = show(startNewRequest(show(emptyLedger, 2)), 4);
  expect(outdatedDrafts(other)).toEqual([]);
  expect(outdatedDrafts(supersede(other))).toEqual([4]);
});

test('a draft is left out where it stands, and nothing in its place once the client has moved messages', () => {
  const ledger = supersede(show(show(emptyLedger, 1), 3));
  const said = ['Hi', 'Reply number 1', 'and?', ' Reply  number 3\n', 'more'];
  const messages = said.map((text, at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', text }));
  expect(draftsIn(ledger, messages)).toEqual([1, 3]);
  expect(draftsIn(ledger, messages.slice(2))).toEqual([]);
  const system = { role: 'system', text: 'It is Friday.' };
  expect(draftsIn(ledger, [system, ...messages])).toEqual([]);
  expect(draftsIn(ledger, [...messages.slice(0, 2), system, system, ...messages.slice(2)])).toEqual([1]);
});

test('a reply that was written anew replaces the one noted at its place', () => {
  const again = noteShown(show(emptyLedger, 2), { at: 2, text: 'Another', isArtefact: true });
  expect(again.shown).toEqual([{ at: 2, gist: 'Another', isArtefact: true, isSuperseded: false }]);
});

test('a draft found out to be an artefact is kept', () => {
  const ledger = supersede(markArtefact(show(show(emptyLedger, 2), 4), 2));
  expect(outdatedDrafts(ledger)).toEqual([4]);
  expect(markArtefact(ledger, 77)).toBe(ledger);
});

test('messages of earlier requests are forgotten first, and artefacts last', () => {
  let ledger = startNewRequest(show(show(emptyLedger, 0), 2, true));
  ledger = show(ledger, 4, true);
  for (let at = 6; ledger.shown.length < MOST_SHOWN; at += 2) ledger = show(ledger, at);
  const places = () => ledger.shown.slice(0, 3).map((one) => one.at);
  ledger = show(ledger, 1000);
  expect(places()).toEqual([2, 4, 6]);
  ledger = show(ledger, 1002);
  expect(places()).toEqual([4, 6, 8]);
  ledger = show(ledger, 1004);
  expect(places()).toEqual([4, 8, 10]);
  expect(ledger.shown).toHaveLength(MOST_SHOWN);
});

test('a conversation stands at its word until something was superseded, changed or withdrawn', () => {
  const fold = (ledger: Ledger, change: Partial<typeof noChange>) =>
    applyChange(ledger, { ...noChange, ...change }, { at: 0, text: 'x' });
  const asked = show(
    fold(emptyLedger, {
      add: [
        { kind: 'wish', what: 'tea', words: '' },
        { kind: 'open', what: 'Milk?', words: '' },
      ],
    }),
    2,
  );
  expect(isSuperseded(emptyLedger)).toBe(false);
  expect(isSuperseded(asked)).toBe(false);
  expect(isSuperseded(fold(asked, { settle: ['o1'] }))).toBe(false);
  expect(isSuperseded(fold(asked, { withdraw: ['w1'] }))).toBe(true);
  expect(isSuperseded(fold(asked, { change: [{ id: 'w1', what: 'coffee', words: '' }] }))).toBe(true);
  expect(isSuperseded(supersede(asked))).toBe(true);
  expect(isSuperseded(startNewRequest(asked))).toBe(false);
});

import { describe, expect, it } from 'vitest';
import { noChange } from '../ledger/ledger.ts';
import { newSession, type Session } from '../session/session.ts';
import type { Reading, TurnKind } from './reading.ts';
import { takeIn } from './take-in.ts';

const reading = (kind: TurnKind, change: Partial<Reading> = {}): Reading => {
  return {
    kind,
    ledger: noChange,
    imagined: [],
    fits: [],
    goals: [],
    dismissed: false,
    isHard: false,
    missing: '',
    commit: '',
    release: [],
    artefact: -1,
    ...change,
  };
};
const message = { at: 2, role: 'user' as const, text: 'and shorter, please', tools: [], attachments: 0 };
const entry = (id: string, what: string, at = 0) => {
  return { id, kind: 'wish' as const, what, words: what, at, status: 'stands' as const };
};
const before: Session = {
  ...newSession(),
  turn: 1,
  ledger: {
    entries: [entry('w1', 'a letter'), entry('w2', 'a tone set by the host', -1)],
    shown: [{ at: 1, gist: 'Dear …', isArtefact: false, isSuperseded: false }],
  },
};
const after = (kind: TurnKind, change?: Partial<Reading>) => takeIn(before, reading(kind, change), message, 5).ledger;

describe('a session after a turn', () => {
  it.each(['more', 'change', 'reply'] as const)('holds what was shown for superseded after “%s”', (kind) => {
    expect(after(kind).shown[0].isSuperseded).toBe(true);
  });

  it.each(['new', 'follow', 'talk'] as const)('holds what was shown for good after “%s”', (kind) => {
    expect(after(kind).shown[0].isSuperseded).toBe(false);
  });

  it('does not do over later what a next step left good', () => {
    const next = takeIn(before, reading('follow'), message, 5);
    expect(takeIn(next, reading('more'), message, 5).ledger.shown[0].isSuperseded).toBe(false);
  });

  it('is done with the wishes of an earlier request, not with those of the host', () => {
    expect(after('new').entries.map(({ id, status }) => [id, status])).toEqual([
      ['w1', 'settled'],
      ['w2', 'stands'],
    ]);
  });

  it('is done with wishes that were served', () => {
    const ledger = { ...noChange, settle: ['w1'] };
    expect(after('follow', { ledger }).entries[0].status).toBe('settled');
  });

  it('marks the artefact that the user works on', () => {
    expect(after('more', { artefact: 1 }).shown[0]).toMatchObject({ isArtefact: true, isSuperseded: true });
  });
});

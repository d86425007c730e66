import { describe, expect, it } from 'vitest';
import { newSession, type Session } from '../session/session.ts';
import { readForm, toReading } from './read-schema.ts';

const session: Session = {
  ...newSession([{ id: 'team', goal: 'find out their team size', worth: 0.2 }]),
  intents: [
    { id: 'i1', wants: 'a', good: '', next: '', weight: 0.5 },
    { id: 'i2', wants: 'b', good: '', next: '', weight: 0.5 },
  ],
  vault: {
    commitments: [
      { id: 'v1', about: 'word', value: 'otter', isReleased: false, turn: 0 },
      { id: 'reserve', about: 'lowest price', value: '450', isReleased: false, turn: -1 },
    ],
  },
};

const read = (form: unknown) => toReading(readForm.parse(form), session, 3);

describe('a reading', () => {
  it('takes the form as asked for', () => {
    const reading = read({
      kind: 'change',
      wishes: [['Send it by mail.', 'by mail']],
      facts: [],
      changed: [['w1', 'On Tuesday.', 'no, Tuesday']],
      withdrawn: ['w2'],
      served: 'w3',
      fits: { i1: 10, i2: '2/10' },
      users: [{ wants: 'all of it', good: 'short', next: 'none', share: '60%', was: 'i2' }],
      hard: 'no',
      missing: 'the date',
      artefact: 'yes',
      goals: [{ id: 'team', went: 'not now', share: 0, found: '' }],
      dismissed: true,
      decide: 'none',
      release: ['v1', 'v9', 'reserve'],
    });
    expect(reading).toEqual({
      kind: 'change',
      ledger: {
        add: [{ kind: 'wish', what: 'Send it by mail.', words: 'by mail' }],
        change: [{ id: 'w1', what: 'On Tuesday.', words: 'no, Tuesday' }],
        withdraw: ['w2'],
        settle: ['w3'],
      },
      imagined: [{ wants: 'all of it', good: 'short', next: '', weight: 0.6, was: 'i2' }],
      fits: [1, 0.2],
      goals: [{ id: 'team', went: 'not-now', share: 0, found: '' }],
      dismissed: true,
      isHard: false,
      missing: 'the date',
      commit: '',
      release: ['v1'],
      artefact: 3,
    });
  });

  it('takes rough forms as they are meant', () => {
    const reading = read({
      kind: 'It is a "reply"',
      wishes: 'Make it short',
      facts: [{ fact: 'She is 40.' }, 7, null],
      fits: [5],
      users: ['somebody in a hurry'],
      decide: null,
      goals: [
        { id: 'unknown', went: 'along' },
        { id: 'team', went: 'refused', share: '50 %' },
      ],
    });
    expect(reading.kind).toBe('reply');
    expect(reading.ledger.add).toEqual([
      { kind: 'wish', what: 'Make it short', words: 'Make it short' },
      { kind: 'fact', what: 'She is 40.', words: '' },
    ]);
    expect(reading.fits).toEqual([0.5, 1]);
    expect(reading.imagined).toEqual([{ wants: 'somebody in a hurry', good: '', next: '', weight: 1 }]);
    expect(reading.goals).toEqual([{ id: 'team', went: 'refused', share: 0.5, found: '' }]);
    expect(reading.commit).toBe('');
    expect(reading.artefact).toBe(-1);
  });

  it('reads the shares of people as one row', () => {
    const weights = (...shares: unknown[]) =>
      read({ users: shares.map((share, i) => ({ wants: `${i}`, share })) }).imagined.map(({ weight }) => weight);
    expect(weights(97, 2, 1, 0.5)).toEqual([0.97, 0.02, 0.01, 0.005]);
    expect(weights(0.6, 0.4)).toEqual([0.6, 0.4]);
    expect(weights(1)).toEqual([1]);
    expect(weights('50%', undefined)).toEqual([0.5, 1]);
  });

  it('takes an empty form for a turn that changes nothing', () => {
    expect(read({})).toMatchObject({ kind: 'more', imagined: [], fits: [1, 1], dismissed: false, isHard: false });
  });
});

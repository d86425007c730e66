import { describe, expect, it } from 'vitest';
import type { Commitment } from '../vault/vault.ts';
import { memorySessions } from './memory-sessions.ts';
import { newSession } from './session.ts';
import type { Remembered } from './session-store.ts';

const word = (value: string): Commitment => ({ id: 'v1', about: 'the word', value, isReleased: false, turn: 0 });
const holding = (turn: number, ...commitments: Commitment[]): Remembered => ({
  session: { ...newSession(), turn, vault: { commitments } },
});

describe('memorySessions', () => {
  it('forgets the longest unused when there are too many', () => {
    const store = memorySessions({ most: 2 });
    store.put('a', holding(1));
    store.put('b', holding(2));
    store.get('a');
    store.put('c', holding(3));
    expect([store.get('a'), store.get('b'), store.get('c')].map((found) => found !== undefined)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is bounded by bytes, and counts them right', () => {
    const one = memorySessions();
    one.put('a', holding(1, word('x'.repeat(1000))));
    const store = memorySessions({ mostBytes: one.bytes * 2 });
    for (const key of ['a', 'b', 'c', 'd']) store.put(key, holding(1, word('x'.repeat(1000))));
    expect(store.size).toBe(2);
    expect(store.bytes).toBe(one.bytes * 2);
    store.put('d', holding(1, word('x'.repeat(1000))));
    expect(store.bytes).toBe(one.bytes * 2);
  });

  it('keeps no entry that is larger than all of its room', () => {
    const store = memorySessions({ mostBytes: 100 });
    store.put('a', holding(1));
    expect([store.size, store.bytes]).toEqual([0, 0]);
  });

  it('forgets what nobody asked for in time', () => {
    let time = 0;
    const store = memorySessions({ idle: 10, now: () => time });
    store.put('a', holding(1));
    time = 8;
    expect(store.get('a')).toBeDefined();
    time = 19;
    expect(store.get('a')).toBeUndefined();
  });

  it('never swaps a secret under a shared transcript', () => {
    const store = memorySessions();
    const get = (): Remembered => store.get('a') as Remembered;
    store.put('a', holding(1, word('otter')));
    store.put('a', holding(2, word('heron')));
    expect(get().session.vault.commitments[0].value).toBe('otter');
    store.put('a', holding(3));
    expect(get().session.turn).toBe(1);
    store.put('a', holding(4, word('otter'), { ...word('450'), id: 'v2' }));
    expect(get().session.turn).toBe(4);
  });

  it('lets a full vault forget what is in the open', () => {
    const store = memorySessions();
    store.put('a', holding(1, { ...word('otter'), isReleased: true }));
    store.put('a', holding(1, { ...word('heron'), id: 'v2' }));
    expect((store.get('a') as Remembered).session.vault.commitments[0].value).toBe('heron');
    store.put('a', holding(1, word('ibis')));
    expect((store.get('a') as Remembered).session.vault.commitments[0].value).toBe('heron');
  });

  it('lets a person edit what is there', () => {
    const store = memorySessions();
    store.put('a', holding(1, word('otter')));
    store.replace('a', holding(1, word('heron')));
    expect((store.get('a') as Remembered).session.vault.commitments[0].value).toBe('heron');
    const { bytes } = store;
    store.replace('a', holding(1, word('otter')));
    expect(store.bytes).toBe(bytes);
  });
});

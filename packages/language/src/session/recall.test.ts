import { describe, expect, it } from 'vitest';
import type { Said } from '../transcript/fingerprint.ts';
import { memorySessions } from './memory-sessions.ts';
import { keep, keepForNow, keepLate, placeOf, recall, type Whose } from './recall.ts';
import { newSession } from './session.ts';
import type { Remembered, SessionStore } from './session-store.ts';

const say = (role: Said['role'], text: string): Said => ({ role, text, tools: [] });
const at = (turn: number): Remembered => ({ session: { ...newSession(), turn } });
const first = [say('user', 'Hello')];
const second = [...first, say('assistant', 'Hi'), say('user', 'And now?')];
const third = [...second, say('assistant', 'Tea'), say('user', 'Fine')];

async function talked(whose: Whose, store: SessionStore = memorySessions()): Promise<SessionStore> {
  await keep(store, placeOf(first, whose), say('assistant', 'Hi'), at(1));
  await keep(store, placeOf(second, whose), say('assistant', 'Tea'), at(2));
  return store;
}
const turnOf = async (store: SessionStore, messages: Said[], whose: Whose): Promise<number | undefined> =>
  (await recall(store, placeOf(messages, whose)))?.session.turn;

describe.each([{}, { conversation: 'c1' }])('recall with %j', (whose) => {
  it('finds the session by the longest beginning that was answered', async () => {
    const store = await talked(whose);
    expect(await turnOf(store, first, whose)).toBeUndefined();
    expect(await turnOf(store, second, whose)).toBe(1);
    expect(await turnOf(store, third, whose)).toBe(2);
    const edited = [...second, say('assistant', 'Coffee'), say('user', 'Fine')];
    expect(await turnOf(store, edited, whose)).toBe(1);
  });

  it('shows nothing to another tenant', async () => {
    const store = await talked({ ...whose, tenant: 'a' });
    expect(await turnOf(store, third, { ...whose, tenant: 'b' })).toBeUndefined();
    expect(await turnOf(store, third, { ...whose, tenant: 'a' })).toBe(2);
  });

  it('waits for a store that answers later', async () => {
    const memory = memorySessions();
    const slow: SessionStore = {
      get: async (key) => memory.get(key),
      put: async (key, value) => memory.put(key, value),
    };
    const store = await talked(whose, slow);
    const edited = [...second, say('assistant', 'Coffee'), say('user', 'Fine')];
    expect(await turnOf(store, edited, whose)).toBe(1);
  });
});

it('an id finds a conversation whose transcript was cut short, and no other', async () => {
  const store = await talked({ conversation: 'c1' });
  const cut = [say('assistant', 'Tea?'), say('user', 'Fine')];
  expect(await turnOf(store, cut, { conversation: 'c1' })).toBe(2);
  expect(await turnOf(store, cut, { conversation: 'c2' })).toBeUndefined();
  expect(await turnOf(store, third, { conversation: 'c2' })).toBeUndefined();
});

describe('what is kept for the time being', () => {
  const whose = { conversation: 'c1' };
  const place = placeOf(first, whose);
  const hi = say('assistant', 'Hi');
  const cut = [say('assistant', 'Hello?'), say('user', 'Fine')];

  it('gives way to the decision', async () => {
    const store = memorySessions();
    await keepForNow(store, place, hi, at(1));
    expect(await turnOf(store, second, whose)).toBe(1);
    const decided = { session: { ...newSession(), turn: 1, raised: [{ kind: 'ask' as const, id: 'q', text: 'Q?' }] } };
    await keepLate(store, place, hi, decided);
    expect(await recall(store, placeOf(second, whose))).toEqual(decided);
    expect(await recall(store, placeOf(cut, whose))).toEqual(decided);
  });

  it('leaves a better session where it is, under the name that was used last', async () => {
    const store = memorySessions();
    const raised = [{ kind: 'ask' as const, id: 'q', text: 'Q?' }];
    await keep(store, place, hi, { session: { ...newSession(), turn: 1, raised }, name: 'a' });
    await keepForNow(store, place, hi, { ...at(1), name: 'b' });
    expect(await recall(store, placeOf(second, whose))).toMatchObject({ session: { raised }, name: 'b' });
  });

  it('never takes the latest session back', async () => {
    const store = memorySessions();
    await keepForNow(store, place, hi, at(1));
    await keep(store, placeOf(second, whose), say('assistant', 'Tea'), at(2));
    await keepLate(store, place, hi, at(1));
    expect(await turnOf(store, cut, whose)).toBe(2);
    const under = { ...at(1), pending: {} as Remembered['pending'] };
    await keep(store, placeOf(second, whose), say('assistant', 'Tea'), under);
    await keepLate(store, place, hi, at(1));
    expect((await recall(store, placeOf(cut, whose)))?.pending).toBeDefined();
  });
});

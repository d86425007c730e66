import { describe, expect, it } from 'vitest';
import { EVENT_SIGNS, type EventSign, SignReader } from './event-signs.ts';
import { chanceOf, SHOP_WATCHER, WatchedEvents } from './watcher.ts';

const signsOf = (texts: readonly string[]): Record<EventSign, number>[] => {
  const reader = new SignReader();
  return texts.map((text, n) => {
    const values = reader.read({ text, after: n === 0 ? 0 : 20 }, false);
    return Object.fromEntries(EVENT_SIGNS.map((sign, position) => [sign, values[position]])) as Record<
      EventSign,
      number
    >;
  });
};

describe('signs of events', () => {
  it('tells kinds of events by their words', () => {
    const [search, types, error, idle, send] = signsOf([
      'The user searches for “rope length”.',
      'The user types the name into the form.',
      'The form says that the date is not valid.',
      'The user does nothing.',
      'The user submits the form.',
    ]);
    expect(search).toMatchObject({ first: 1, seeks: 1, purpose: 0, pause: 0 });
    expect(types).toMatchObject({ first: 0, writes: 1, seeks: 0, purpose: 1 });
    expect(error).toMatchObject({ trouble: 1, troubled: 0 });
    expect(idle).toMatchObject({ idles: 1, trouble: 0, troubled: 1 / 3 });
    expect(send.ends).toBe(1);
    expect(idle.pause).toBeCloseTo(Math.log(21) / Math.log(601), 12);
  });

  it('counts coming back to a thing only when something else was in between', () => {
    const page = (name: string): string => `The visitor opens the page of “${name}”.`;
    const returns = signsOf([page('A1'), page('A1'), page('B2'), page('A1'), page('B2'), page('A1'), page('A1')]);
    expect(returns.map((signs) => signs.returns)).toEqual([0, 0, 0, 1 / 3, 1 / 3, 2 / 3, 2 / 3]);
  });
});

describe('a watcher', () => {
  it('speaks from the chance on at which a welcome word is worth an unwelcome one', () => {
    const at = (bias: number, cost: number): boolean =>
      new WatchedEvents({ weights: {}, bias, cost, rest: 0 }).notice({ text: 'x', after: 0 }).speaks;
    expect([at(0.01, 1), at(-0.01, 1)]).toEqual([true, false]);
    // A cost of 3 asks for a chance of 3/4: log odds of ln 3.
    expect([at(1.11, 3), at(1.08, 3)]).toEqual([true, false]);
  });

  it('rests after a proposal, and sees that it made one', () => {
    const watched = new WatchedEvents({ weights: { spoke: -9 }, bias: 1, cost: 1, rest: 2 });
    const speaks = Array.from({ length: 8 }, () => watched.notice({ text: 'x', after: 1 }).speaks);
    expect(speaks).toEqual([true, false, false, true, false, false, true, false]);
    const shy = new WatchedEvents({ weights: { spoke: -9 }, bias: 1, cost: 1, rest: 0 });
    expect([1, 2, 3].map(() => shy.notice({ text: 'x', after: 1 }).speaks)).toEqual([true, false, true]);
  });

  it('in a shop, keeps silent until trouble comes again', () => {
    const watched = new WatchedEvents(SHOP_WATCHER);
    const texts = [
      'The visitor opens the list.',
      'No trips are left.',
      'The visitor looks for “lakes”.',
      'No trips are left.',
    ];
    const noticed = texts.map((text) => watched.notice({ text, after: 9 }));
    expect(noticed.map(({ speaks }) => speaks)).toEqual([false, false, false, true]);
    expect(noticed.map(({ evidence }) => evidence)).toEqual([undefined, 'trouble', undefined, 'troubled']);
  });

  it('adds the weights of signs to its bias', () => {
    const signs = EVENT_SIGNS.map((sign) => (sign === 'trouble' ? 1 : sign === 'returns' ? 0.5 : 0));
    expect(chanceOf({ weights: { trouble: 2, returns: 4 }, bias: -4, cost: 1, rest: 0 }, signs)).toBeCloseTo(0.5, 12);
  });
});

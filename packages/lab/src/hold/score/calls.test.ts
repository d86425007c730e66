import { describe, expect, it } from 'vitest';
import type { Json } from '../../probe/played.ts';
import { type CallsGold, callsScorer } from './calls.ts';
import { readCalls } from './read-calls.ts';

const BOOK: CallsGold = {
  calls: [
    {
      'trips.book': {
        trip: ['Hallow Glen'],
        nights: [3],
        meals: [['breakfast', 'dinner']],
        guide: [true, ''],
        rooms: ['', [1, 2]],
      },
    },
  ],
  parameters: { 'trips.book': ['trip', 'nights', 'meals', 'guide', 'rooms'] },
};

describe('readCalls', () => {
  it.each([
    [
      'book(trip="a, b", n=-2.5, ok=True, tags=["x", (1, 2)], of={"k": None})',
      [{ name: 'book', named: { trip: 'a, b', n: -2.5, ok: true, tags: ['x', [1, 2]], of: { k: null } }, unnamed: [] }],
    ],
    [
      "[a.b(1, x='it\\'s'), c()]",
      [
        { name: 'a.b', named: { x: "it's" }, unnamed: [1] },
        { name: 'c', named: {}, unnamed: [] },
      ],
    ],
    ['Sure:\n```python\n[go(to="sea")]\n```\nDone.', [{ name: 'go', named: { to: 'sea' }, unnamed: [] }]],
    ['{"name": "go", "arguments": {"to": "sea"}}', [{ name: 'go', named: { to: 'sea' }, unnamed: [] }]],
    [
      '{"tool_calls": [{"function": {"name": "go", "arguments": "{\\"to\\": \\"sea\\"}"}}]}',
      [{ name: 'go', named: { to: 'sea' }, unnamed: [] }],
    ],
    ['[{"go": {"to": "sea"}}]', [{ name: 'go', named: { to: 'sea' }, unnamed: [] }]],
    ['I will call it.\ngo(to="sea")', [{ name: 'go', named: { to: 'sea' }, unnamed: [] }]],
  ])('%s', (reply, calls) => {
    expect(readCalls(reply)).toEqual(calls);
  });

  it.each(['Where do you want to go (roughly)?', 'go(to="sea"', 'go(to=1 + 2)', '[]', '{"a": 1}', ''])(
    'finds none in %j',
    (reply) => {
      expect(readCalls(reply)).toBeUndefined();
    },
  );
});

describe('the calls scorer', () => {
  const score = (answer: string, gold: CallsGold = BOOK): number =>
    callsScorer.score(answer, gold as unknown as Json) as number;

  it('takes any allowed value, and lets what is optional be left out', () => {
    expect(score('trips.book(trip="hallow glen", nights=3, meals=["Breakfast", "dinner"])')).toBe(1);
    expect(score('trips.book("Hallow-Glen", 3, ["breakfast", "dinner"], guide=True, rooms=[1, 2])')).toBe(1);
    expect(
      score(
        '{"name": "trips.book", "arguments": {"trip": "Hallow Glen", "nights": 3.0, "meals": ["breakfast", "dinner"]}}',
      ),
    ).toBe(1);
  });

  it.each([
    ['another function', 'trips.hold(trip="Hallow Glen", nights=3, meals=["breakfast", "dinner"])'],
    ['a wrong value', 'trips.book(trip="Hallow Glen", nights=4, meals=["breakfast", "dinner"])'],
    ['text for a number', 'trips.book(trip="Hallow Glen", nights="3", meals=["breakfast", "dinner"])'],
    ['a list in another order', 'trips.book(trip="Hallow Glen", nights=3, meals=["dinner", "breakfast"])'],
    ['a missing parameter', 'trips.book(trip="Hallow Glen", meals=["breakfast", "dinner"])'],
    ['an unknown parameter', 'trips.book(trip="Hallow Glen", nights=3, meals=["breakfast", "dinner"], boat=1)'],
    [
      'a value that is not allowed for an optional parameter',
      'trips.book(trip="Hallow Glen", nights=3, meals=["breakfast", "dinner"], guide=False)',
    ],
    ['a call too many', '[trips.book(trip="Hallow Glen", nights=3, meals=["breakfast", "dinner"]), go()]'],
    ['nothing', 'no call'],
  ])('refuses %s', (_, answer) => {
    expect(score(answer)).toBe(0);
  });

  it('lets calls come in any order, and dictionaries have allowed values of their own', () => {
    const gold: CallsGold = {
      calls: [{ a: { x: [1] } }, { a: { x: [2] } }, { b: { of: [{ k: ['u', 'v'], l: ['', 1] }] } }],
    };
    expect(score('[b(of={"k": "V"}), a(x=2), a(x=1)]', gold)).toBe(1);
    expect(score('[b(of={"k": "w"}), a(x=2), a(x=1)]', gold)).toBe(0);
    expect(score('[b(of={"k": "u"}), a(x=2), a(x=2)]', gold)).toBe(0);
  });
});

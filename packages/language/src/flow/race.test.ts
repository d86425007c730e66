import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newSession } from '../session/session.ts';
import type { PlannedTurn, TurnPlan } from '../turn/plan.ts';
import { all, type Letter, letters, type Tap, tap } from './letters.test.support.ts';
import { type RaceOptions, type RaceResult, race } from './race.ts';
import { fromParts } from './source.ts';

const turn = (plan: TurnPlan): PlannedTurn => ({
  plan,
  session: newSession(),
  suppressed: [],
  cost: { calls: 0, inputTokens: 0, outputTokens: 0, money: 0, milliseconds: 0 },
});
const WRITE: TurnPlan = { do: 'write', note: 'n', leaveOut: [] };

/** A race whose decision, bare and written reply a test lets out. */
function setUp(options: Partial<RaceOptions<Letter, string>> = {}) {
  const bare = tap();
  const written = tap();
  const { promise: planned, resolve: plan, reject: failPlan } = Promise.withResolvers<PlannedTurn>();
  const signals: Record<string, AbortSignal> = {};
  const start =
    (name: string, { source }: Tap) =>
    async (signal: AbortSignal) => {
      signals[name] = signal;
      return { head: name, source };
    };
  const result = race<Letter, string>({
    form: letters,
    bare: start('bare', bare),
    written: (_, signal) => start('written', written)(signal),
    said: (text) => fromParts(letters.said(text)),
    planned,
    deadline: 1_500,
    ...options,
  });
  let settled: RaceResult<Letter, string> | Error | undefined;
  result.then(
    (value) => {
      settled = value;
    },
    (error) => {
      settled = error;
    },
  );
  return {
    bare,
    written,
    result,
    signals,
    plan: (next: TurnPlan) => plan(turn(next)),
    failPlan,
    /** What came out after so many milliseconds, if anything. */
    after: async (milliseconds: number) => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      return settled;
    },
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0); // no timer outlives a race
  vi.useRealTimers();
});

describe('race', () => {
  it('starts the bare call at once and lets it flow when the plan is to pass', async () => {
    const { bare, signals, plan, after, result } = setUp();
    expect(signals.bare.aborted).toBe(false);
    bare.give('a', 'b');
    expect(await after(1_499)).toBeUndefined();
    plan({ do: 'pass' });
    expect(await after(0)).toMatchObject({ by: 'bare', head: 'bare', aside: undefined });
    bare.give('c');
    bare.end();
    expect(await all((await result).source)).toEqual(['a', 'b', 'c']);
    expect(signals.bare.aborted).toBe(false);
  });

  it('says what is to be said, without waiting for the bare call, which is called off', async () => {
    const { bare, signals, plan, after, result } = setUp();
    plan({ do: 'say', text: 'Which one?' });
    expect(await after(0)).toMatchObject({ by: 'said' });
    expect(await all((await result).source)).toEqual(['Which one?', '|']);
    expect(signals.bare.aborted).toBe(true);
    expect(bare.cancelled).toHaveLength(1);
  });

  it('writes, and calls the bare reply off at the first written part', async () => {
    const { bare, written, signals, plan, after, result } = setUp();
    bare.give('a');
    plan(WRITE);
    expect(await after(1_000)).toBeUndefined();
    expect(signals.bare.aborted).toBe(false);
    written.give('', 'w');
    expect(await after(0)).toMatchObject({ by: 'written', head: 'written' });
    expect(signals.bare.aborted).toBe(true);
    written.give('x');
    written.end();
    expect(await all((await result).source)).toEqual(['', 'w', 'x']);
  });

  it('counts the deadline from the first visible part of the bare reply', async () => {
    const { bare, after, result } = setUp();
    expect(await after(60_000)).toBeUndefined();
    bare.give(''); // headers are nothing to see
    expect(await after(60_000)).toBeUndefined();
    bare.give('a');
    expect(await after(1_499)).toBeUndefined();
    expect(await after(1)).toMatchObject({ by: 'bare', aside: { reason: 'deadline' } });
    bare.end();
    expect(await all((await result).source)).toEqual(['', 'a']);
  });

  it('lets the bare reply flow when the written one comes late, and calls that off', async () => {
    const { bare, written, signals, plan, after } = setUp();
    bare.give('a');
    expect(await after(1_000)).toBeUndefined();
    plan(WRITE);
    expect(await after(499)).toBeUndefined();
    expect(await after(1)).toMatchObject({ by: 'bare', aside: { reason: 'deadline' } });
    expect(signals.written.aborted).toBe(true);
    expect(written.cancelled).toHaveLength(1);
  });

  it.each<[string, (it: ReturnType<typeof setUp>) => void]>([
    ['the decision fails', ({ failPlan }) => failPlan(new Error('no'))],
    [
      'the written call fails',
      ({ plan, written }) => {
        plan(WRITE);
        written.fail(new Error('no'));
      },
    ],
    [
      'the written stream tells of a failure',
      ({ plan, written }) => {
        plan(WRITE);
        written.give('', new Error('no'));
      },
    ],
    [
      'the written reply is empty',
      ({ plan, written }) => {
        plan(WRITE);
        written.end();
      },
    ],
  ])('sends the bare reply when %s', async (_, happen) => {
    const made = setUp();
    made.bare.give('a');
    happen(made);
    expect(await made.after(0)).toMatchObject({ by: 'bare', aside: { reason: 'fault' } });
    expect(made.signals.bare.aborted).toBe(false);
  });

  it.each<TurnPlan>([WRITE, { do: 'say', text: 'Which one?' }])(
    'does without the bare call when it fails: %j',
    async (next) => {
      const { written, plan, after } = setUp({ bare: () => Promise.reject(new Error('429')) });
      expect(await after(1_000)).toBeUndefined();
      plan(next);
      written.give('w');
      expect(await after(0)).toMatchObject({ by: next.do === 'say' ? 'said' : 'written' });
    },
  );

  it('rejects as the bare call did when both fail', async () => {
    const error = new Error('429');
    const { written, plan, after } = setUp({ bare: () => Promise.reject(error) });
    plan(WRITE);
    written.fail(new Error('500'));
    expect(await after(0)).toBe(error);
  });

  it('rejects as the bare call did by the deadline', async () => {
    const error = new Error('429');
    const { after } = setUp({ bare: () => Promise.reject(error) });
    expect(await after(1_499)).toBeUndefined();
    expect(await after(1)).toBe(error);
  });

  it('hands a failure in the stream on as it was', async () => {
    const { bare, plan, after, result } = setUp();
    bare.give('');
    bare.fail(new Error('cut'));
    plan({ do: 'pass' });
    expect(await after(0)).toMatchObject({ by: 'bare' });
    const { source } = await result;
    expect((await source.next()).value).toBe('');
    await expect(source.next()).rejects.toThrow('cut');
  });

  it('serves the planned reply while the bare call hangs', async () => {
    const { written, plan, after } = setUp({ bare: () => new Promise(() => {}) });
    expect(await after(5_000)).toBeUndefined();
    plan(WRITE);
    written.give('w');
    expect(await after(0)).toMatchObject({ by: 'written' });
  });

  it('observes: nothing waits', async () => {
    const { bare, after, result } = setUp({ observes: true });
    expect(await after(0)).toMatchObject({ by: 'bare', aside: { reason: 'observe' } });
    bare.give('a');
    bare.end();
    expect(await all((await result).source)).toEqual(['a']);
  });

  it('aborts everything when the client leaves', async () => {
    const client = new AbortController();
    const { bare, written, signals, plan, after } = setUp({ signal: client.signal });
    bare.give('a');
    plan(WRITE);
    expect(await after(10)).toBeUndefined();
    client.abort(new Error('left'));
    expect(await after(0)).toMatchObject({ message: 'left' });
    expect([signals.bare.aborted, signals.written.aborted]).toEqual([true, true]);
    expect([bare.cancelled.length, written.cancelled.length]).toEqual([1, 1]);
  });

  it('cancels the upstream of a reply under way', async () => {
    const { bare, signals, plan, after, result } = setUp();
    bare.give('a');
    plan({ do: 'pass' });
    await after(0);
    const { source } = await result;
    await source.next();
    const waits = source.next();
    source.cancel('gone');
    expect(await waits).toEqual({ done: true, value: undefined });
    expect(signals.bare.aborted).toBe(true);
    expect(bare.cancelled).toEqual(['gone']);
  });

  it('reads ahead up to the limit and then only as it is asked to', async () => {
    const { bare, plan, after, result } = setUp({ ahead: { parts: 3 } });
    bare.give('a', 'b', 'c', 'd', 'e', 'f');
    await after(100);
    expect(bare.pulled).toBe(3);
    plan({ do: 'pass' });
    await after(0);
    const { source } = await result;
    for (const letter of ['a', 'b', 'c']) expect((await source.next()).value).toBe(letter);
    expect(bare.pulled).toBe(3);
    expect((await source.next()).value).toBe('d');
    expect(bare.pulled).toBe(4);
  });

  it('reads ahead up to the limit of bytes', async () => {
    const { bare, after, plan } = setUp({ ahead: { bytes: 10 } });
    bare.give('123456', '123456', '123456');
    await after(100);
    expect(bare.pulled).toBe(2);
    plan({ do: 'pass' });
    await after(0);
  });
});

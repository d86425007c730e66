import { describe, expect, it } from 'vitest';
import { createSingleFlight } from './single-flight.ts';

/** Work that ends when told to, and the signals that it got. */
function slow() {
  const signals: AbortSignal[] = [];
  const ends: ((value: number) => void)[] = [];
  const work = (signal: AbortSignal): Promise<number> => {
    signals.push(signal);
    return new Promise((resolve, reject) => {
      ends.push(resolve);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  };
  return { signals, ends, work };
}

describe('single flight', () => {
  it('does the work once for all that wait, and anew for whoever comes later', async () => {
    const flights = createSingleFlight<number>();
    const { ends, work } = slow();
    const both = Promise.all([flights.run('a', work), flights.run('a', work)]);
    expect(ends).toHaveLength(1);
    expect([flights.has('a'), flights.has('b')]).toEqual([true, false]);
    ends[0](1);
    expect(await both).toEqual([1, 1]);
    expect(flights.has('a')).toBe(false);
    const later = flights.run('a', work);
    ends[1](2);
    expect(await later).toBe(2);
  });

  it('lets one leave while the other waits, and calls the work off when nobody does', async () => {
    const flights = createSingleFlight<number>();
    const { signals, ends, work } = slow();
    const [one, other] = [new AbortController(), new AbortController()];
    const first = flights.run('a', work, one.signal);
    const second = flights.run('a', work, other.signal);
    one.abort(new Error('left'));
    await expect(first).rejects.toThrow('left');
    expect([signals[0].aborted, flights.has('a')]).toEqual([false, true]);
    other.abort(new Error('left too'));
    // At once: whoever comes now must not join what is being called off.
    expect([signals[0].aborted, flights.has('a')]).toEqual([true, false]);
    const third = flights.run('a', work, new AbortController().signal);
    await expect(second).rejects.toThrow('left too');
    expect(flights.has('a')).toBe(true);
    ends[1](3);
    expect(await third).toBe(3);
  });

  it('tells all of a failure, keeps none, and starts nothing for who has left already', async () => {
    const flights = createSingleFlight<number>();
    let made = 0;
    const fails = (): Promise<number> => {
      made++;
      return Promise.reject(new Error('no'));
    };
    const told = await Promise.allSettled([flights.run('a', fails), flights.run('a', fails)]);
    expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([made, flights.has('a')]).toEqual([1, false]);
    await expect(flights.run('a', fails, AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    expect(made).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { BudgetReachedError } from '../calls/run-budget.ts';
import { playTasks } from './play-tasks.ts';

const soon = (turns: number): Promise<void> =>
  turns === 0 ? Promise.resolve() : new Promise((resolve) => setImmediate(() => resolve(soon(turns - 1))));
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

describe('playTasks', () => {
  it('keeps no more in hand than allowed, draws tasks only when there is room, and keeps the order of tasks', async () => {
    let drawn = 0;
    let finished = 0;
    let most = 0;
    const cameIn: number[] = [];
    function* tasks() {
      for (const n of numbers(50)) {
        drawn++;
        expect(drawn - finished).toBeLessThanOrEqual(4);
        yield n;
      }
    }
    let under = 0;
    const { kept, done, stopped } = await playTasks({
      tasks: tasks(),
      atOnce: 4,
      play: async (n) => {
        most = Math.max(most, ++under);
        await soon((n * 7) % 5);
        under--;
        return n * n;
      },
      onDone: async (square, n) => {
        await soon(1);
        finished++;
        cameIn.push(n);
        return square;
      },
    });
    expect(most).toBe(4);
    expect(done).toBe(50);
    expect(stopped).toBeUndefined();
    expect(kept).toEqual(numbers(50).map((n) => n * n));
    expect(cameIn).not.toEqual(numbers(50));
  });

  it('plays what an asynchronous iterator gives, each once', async () => {
    async function* tasks() {
      for (const n of numbers(9)) {
        await soon(1);
        yield n;
      }
    }
    const { kept } = await playTasks({ tasks: tasks(), atOnce: 3, play: async (n) => n, onDone: (n) => n });
    expect(kept).toEqual(numbers(9));
  });

  it('ends cleanly when the budget is spent: what is under way may finish, nothing new is begun', async () => {
    const begun: number[] = [];
    const spent = new BudgetReachedError('calls', 5, 5);
    const { done, stopped, failed } = await playTasks({
      tasks: numbers(50),
      atOnce: 3,
      play: async (n, signal) => {
        begun.push(n);
        if (n === 5) throw spent;
        await soon(3);
        expect(signal.aborted).toBe(false);
      },
    });
    expect(stopped).toBe(spent);
    expect(failed).toBe(0);
    expect(begun.length).toBeLessThanOrEqual(8);
    expect(done).toBe(begun.length - 1);
  });

  it('ends cleanly when it is stopped from outside, before or while it goes on', async () => {
    const stop = new AbortController();
    const run = playTasks({
      tasks: numbers(50),
      atOnce: 2,
      signal: stop.signal,
      play: (n, signal) =>
        n < 4
          ? Promise.resolve(n)
          : new Promise<number>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      onDone: (n) => n,
    });
    await soon(3);
    stop.abort('enough');
    expect(await run).toEqual({ done: 4, failed: 0, kept: [0, 1, 2, 3], stopped: 'enough' });
    const none = await playTasks({ tasks: numbers(3), atOnce: 2, signal: stop.signal, play: async (n) => n });
    expect(none).toEqual({ done: 0, failed: 0, kept: [], stopped: 'enough' });
  });

  it('throws the first failure once nothing is under way, and tells the others to stop', async () => {
    let aborted = 0;
    let under = 0;
    const run = playTasks({
      tasks: numbers(50),
      atOnce: 3,
      play: async (n, signal) => {
        under++;
        if (n === 1) await soon(1);
        else await new Promise((resolve) => signal.addEventListener('abort', resolve));
        under--;
        if (n === 1) throw new Error('case 1 is broken');
        aborted++;
        throw signal.reason;
      },
    });
    await expect(run).rejects.toThrow('case 1 is broken');
    expect([aborted, under]).toEqual([2, 0]);
  });

  it('goes on after failures when somebody is told of them', async () => {
    const told: number[] = [];
    const { done, failed } = await playTasks({
      tasks: numbers(9),
      atOnce: 2,
      play: async (n) => {
        if (n % 3 === 0) throw new Error(`case ${n}`);
      },
      onFailed: (error, n) => {
        expect((error as Error).message).toBe(`case ${n}`);
        told.push(n);
      },
    });
    expect([done, failed, told]).toEqual([6, 3, [0, 3, 6]]);
  });

  it('throws what the one who takes results throws', async () => {
    const onDone = (): void => {
      throw new Error('disk full');
    };
    await expect(playTasks({ tasks: numbers(9), atOnce: 2, play: async (n) => n, onDone })).rejects.toThrow(
      'disk full',
    );
  });
});

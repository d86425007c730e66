/**
 * Reads what workers leave for the one that started the run: replies, which go to its own store, and outcomes. What was
 * read is deleted from the queue only when it is safe here, so that nothing is lost when this process is killed in between.
 * @module
 */
import type { Redis } from 'ioredis';
import type { CallStore, StoredCall } from '../calls/call-store.ts';
import { namesOf } from './names.ts';
import type { Outcome } from './queued-task.ts';

/** What came. */
export interface Reading {
  readonly outcomes: readonly { readonly id: string; readonly outcome: Outcome }[];
  /** Messages of any kind. */
  readonly size: number;
}

/** One who reads. */
interface Collector {
  /** Waits so many milliseconds for news. */
  read(milliseconds: number): Promise<Reading>;
  /** All that was read is on disk: the queue may forget it. */
  safe(): Promise<void>;
  /** The run is over: clears away all that is left of it. */
  clear(): Promise<void>;
  close(): void;
}

/** Messages read at a time. */
const MOST = 200;

export function collector(
  redis: Redis,
  options: { readonly run: string; readonly calls: CallStore; readonly onCall?: (call: StoredCall) => void },
): Collector {
  const { run, calls, onCall } = options;
  const names = namesOf(run);
  const waiting = redis.duplicate();
  waiting.on('error', () => {});
  const last = new Map([
    [names.made, '0'],
    [names.played, '0'],
  ]);
  let taken: { readonly name: string; readonly ids: readonly string[] }[] = [];

  /** Replies into the store of this machine. */
  async function keep(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const replies = await redis.hmget(names.calls, ...keys);
    await Promise.all(
      keys.map(async (key, at) => {
        const reply = replies[at];
        if (reply == null || (await calls.get(key))) return;
        const call = JSON.parse(reply) as StoredCall;
        await calls.put(key, call);
        onCall?.(call);
      }),
    );
  }

  return {
    async read(milliseconds) {
      const streams = [...last.keys()];
      const found =
        (await waiting.xread('COUNT', MOST, 'BLOCK', milliseconds, 'STREAMS', ...streams, ...last.values())) ?? [];
      const outcomes: { id: string; outcome: Outcome }[] = [];
      const keys: string[] = [];
      let size = 0;
      for (const [name, messages] of found) {
        size += messages.length;
        last.set(name, messages.at(-1)?.[0] ?? '0');
        taken.push({ name, ids: messages.map(([id]) => id) });
        for (const [, [, first = '', , second = '']] of messages) {
          if (name === names.made) keys.push(first);
          else outcomes.push({ id: first, outcome: JSON.parse(second) as Outcome });
        }
      }
      await keep(keys);
      return { outcomes, size };
    },
    async safe() {
      const gone = taken;
      taken = [];
      await Promise.all(gone.map(({ name, ids }) => redis.xdel(name, ...ids)));
    },
    async clear() {
      // Replies that came after the last conversation was read.
      while ((await this.read(1)).size > 0);
      await redis.del(names.calls, names.made, names.played, names.state);
    },
    close: () => waiting.disconnect(),
  };
}

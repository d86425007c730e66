/**
 * Sessions in memory: the longest unused go first, by count, by size and by age.
 * @module
 */
import { keepsAnother, type Remembered, type SessionStore } from './session-store.ts';

/** Limits of the store. */
export interface MemorySessionsOptions {
  /** Entries at most; 10,000 by default. A conversation has an entry for each of its turns, so that it can be forked. */
  readonly most?: number;
  /** Bytes of all entries together, at most, as JSON; 256 MiB by default. */
  readonly mostBytes?: number;
  /** Milliseconds after which an entry that nobody asked for is forgotten; a day by default. */
  readonly idle?: number;
  /** The clock, in milliseconds; the machine's by default. */
  readonly now?: () => number;
}

interface Entry {
  readonly remembered: Remembered;
  readonly bytes: number;
  used: number;
}

/** A store that can be looked into and edited. */
export interface MemorySessions extends SessionStore {
  get(key: string): Remembered | undefined;
  /** Puts an entry in place of whatever is there, commitments and all: a person's own edit. */
  replace(key: string, remembered: Remembered): void;
  readonly size: number;
  readonly bytes: number;
}

/** An empty store. */
export function memorySessions(options: MemorySessionsOptions = {}): MemorySessions {
  const { most = 10_000, mostBytes = 256 * 1024 * 1024, idle = 24 * 3_600_000, now = Date.now } = options;
  const entries = new Map<string, Entry>(); // in the order of last use
  let bytes = 0;

  const drop = (key: string): void => {
    bytes -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  const use = (key: string, entry: Entry): void => {
    entries.delete(key);
    entry.used = now();
    entries.set(key, entry);
  };
  const trim = (): void => {
    for (const [key, entry] of entries) {
      if (entries.size <= most && bytes <= mostBytes && now() - entry.used <= idle) return;
      drop(key);
    }
  };

  const replace = (key: string, remembered: Remembered): void => {
    drop(key);
    const size = Buffer.byteLength(JSON.stringify(remembered)) + key.length;
    use(key, { remembered, bytes: size, used: now() });
    bytes += size;
    trim();
  };

  return {
    get(key) {
      trim();
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      use(key, entry);
      return entry.remembered;
    },
    put(key, remembered) {
      const kept = entries.get(key);
      if (kept !== undefined && keepsAnother(kept.remembered, remembered)) {
        use(key, kept);
        return;
      }
      replace(key, remembered);
    },
    replace,
    get size() {
      return entries.size;
    },
    get bytes() {
      return bytes;
    },
  };
}

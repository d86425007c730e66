/**
 * The conversations a server holds: bounded in number and in idle time, the least recently used forgotten first.
 * @module
 */

/** Bounds of a store. */
export interface StoreLimits {
  /** Most entries kept. */
  readonly most: number;
  /** Longest time an entry is kept unused, in milliseconds. */
  readonly idle: number;
}

/** A map that forgets. Not made for more than some ten thousand entries. */
export class ForgetfulMap<Value> {
  readonly #entries = new Map<string, { value: Value; used: number }>();
  readonly #limits: StoreLimits;
  readonly #now: () => number;

  /** @param now the clock, in milliseconds */
  constructor(limits: StoreLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Entries that are kept now, idle ones that nobody has asked for since included. */
  get size(): number {
    return this.#entries.size;
  }

  /** The value, which thereby counts as used; undefined if there is none, or it was idle for too long. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (this.#now() - entry.used > this.#limits.idle) return undefined;
    entry.used = this.#now();
    this.#entries.set(key, entry); // last in the map's order: the most recently used
    return entry.value;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, used: this.#now() });
    for (const [oldest, entry] of this.#entries) {
      const expired = this.#now() - entry.used > this.#limits.idle;
      if (!expired && this.#entries.size <= this.#limits.most) break;
      this.#entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}

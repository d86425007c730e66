/**
 * The conversations a server holds: bounded in number and in idle time, the least recently used forgotten first.
 * @module
 */

/** Bounds of a store. */
interface StoreLimits {
  /** Most entries kept. */
  readonly most: number;
  /** Longest time an entry is kept unused, in milliseconds. */
  readonly idle: number;
  /** Most that all entries may weigh together, in the unit of what `set` is told; no bound by default. */
  readonly weight?: number;
}

/** A map that forgets. Not made for more than some ten thousand entries. */
export class ForgetfulMap<Value> {
  readonly #entries = new Map<string, { value: Value; used: number; weight: number }>();
  readonly #limits: StoreLimits;
  readonly #now: () => number;
  #weight = 0;

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
    if (this.#now() - entry.used > this.#limits.idle) {
      this.delete(key);
      return undefined;
    }
    this.#entries.delete(key);
    entry.used = this.#now();
    this.#entries.set(key, entry); // last in the map's order: the most recently used
    return entry.value;
  }

  set(key: string, value: Value, weight: number = 0): void {
    this.delete(key);
    this.#entries.set(key, { value, used: this.#now(), weight });
    this.#weight += weight;
    const { most, idle, weight: heaviest = Number.POSITIVE_INFINITY } = this.#limits;
    for (const [oldest, entry] of this.#entries) {
      const expired = this.#now() - entry.used > idle;
      if (!expired && this.#entries.size <= most && this.#weight <= heaviest) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
    this.#weight = 0;
  }
}

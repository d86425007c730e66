/**
 * Replies of models by what was asked: content-addressed, so that a finished call is never made again.
 * @module
 */

/** One reply as it is kept. JSON; never holds a key. */
export interface StoredCall {
  /** What `doGenerate` gave back, as JSON. */
  readonly reply: string;
  readonly model: string;
  /** Tokens read and written. */
  readonly input: number;
  readonly output: number;
  /** Dollars; absent where prices are not known. */
  readonly usd?: number;
}

/** Keeps replies. `key` is the SHA-256 of all that shapes the reply, and of the repeat index and fork. */
export interface CallStore {
  get(key: string): StoredCall | undefined | Promise<StoredCall | undefined>;
  /** The first reply under a key stays; gives the one that is kept. */
  put(key: string, call: StoredCall): StoredCall | Promise<StoredCall>;
  /**
   * As `get`, for stores that several processes share: undefined means that the call is this process's to make, and the
   * others wait until it was put or let go. Stores of one process need none.
   */
  claim?(key: string, signal?: AbortSignal): Promise<StoredCall | undefined>;
  /** Gives a claim up: the call failed. */
  letGo?(key: string): void;
}

/** Holds calls back: so many at once, none while a provider asks for rest. Shared by all conversations (and workers). */
export interface Gate {
  /** Waits for a place. `provider` is the model's provider and id. */
  enter(provider: string, signal?: AbortSignal): Promise<Passage>;
}

/** A place that was given. */
export interface Passage {
  /** The call went well. */
  done(): void;
  /** The provider refused (429, 503): rest for so long, then fewer at once. */
  refused(retryAfterMs: number | undefined): void;
  /** The call failed otherwise. */
  failed(): void;
}

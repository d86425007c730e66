/**
 * Writes of one moment as one transaction: a commit for each would cost more than the calls that it is about.
 * @module
 */

/** Collects writes until the event loop comes round, then commits them together. */
export interface WriteBatch {
  /** Throws what an earlier batch failed with. */
  add(write: () => void): void;
  /** Settles when all that was added so far is on disk, or could not be written. */
  committed(): Promise<void>;
  /** Commits now. Throws what it failed with. */
  flush(): void;
}

/** Whoever never lets the event loop come round still has no more than this waiting. */
const MOST_WAITING = 256;

/** @param commit runs all writes as one: all of them count, or none. */
export function createWriteBatch(commit: (writes: readonly (() => void)[]) => void): WriteBatch {
  let waiting: (() => void)[] = [];
  let settled = batch();
  let failed: { readonly error: unknown } | undefined;
  let timer: NodeJS.Immediate | undefined;

  function flush(): void {
    if (failed) throw failed.error;
    clearImmediate(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const [writes, before] = [waiting, settled];
    waiting = [];
    settled = batch();
    try {
      commit(writes);
      before.resolve();
    } catch (error) {
      failed = { error };
      before.reject(error);
      throw error;
    }
  }

  /** The failure is kept for whoever writes or waits next. */
  function quietly(): void {
    try {
      flush();
    } catch {}
  }

  return {
    add(write) {
      if (failed) throw failed.error;
      waiting.push(write);
      if (waiting.length >= MOST_WAITING) flush();
      else timer ??= setImmediate(quietly);
    },
    async committed() {
      if (failed) throw failed.error;
      if (waiting.length > 0) await settled.promise;
    },
    flush,
  };
}

function batch(): PromiseWithResolvers<void> {
  const made = Promise.withResolvers<void>();
  made.promise.catch(() => {});
  return made;
}

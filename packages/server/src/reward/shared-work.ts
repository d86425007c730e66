/**
 * Work that several may wait for, and that ends when nobody does any more.
 * @module
 */

/** One piece of work under way. */
export interface SharedWork<Value> {
  /** Waits for the result; rejects as the work does, or with the signal's reason. */
  join(signal: AbortSignal): Promise<Value>;
}

/**
 * Starts the work. The signal that it gets is aborted when everybody who joined has left; `onEnd` is called once, as
 * soon as joining makes no sense any more: when it is done, has failed, or was given up.
 */
export function shareWork<Value>(work: (signal: AbortSignal) => Promise<Value>, onEnd: () => void): SharedWork<Value> {
  const stop = new AbortController();
  let waiting = 0;
  let isOver = false;
  const end = (): void => {
    if (!isOver) onEnd();
    isOver = true;
  };
  const result = work(stop.signal).finally(end);
  result.catch(() => {}); // whoever joins hears of it
  return {
    join(signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      waiting++;
      return new Promise<Value>((resolve, reject) => {
        const leave = (): void => {
          reject(signal.reason);
          if (--waiting > 0) return;
          end();
          stop.abort(signal.reason);
        };
        signal.addEventListener('abort', leave, { once: true });
        result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
      });
    },
  };
}

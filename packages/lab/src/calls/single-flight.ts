/**
 * Work that several wait for and that is done once. It is called off when nobody waits any more.
 * @module
 */

interface Flight<T> {
  readonly work: Promise<T>;
  readonly stop: AbortController;
  waiting: number;
}

/** One table of flights. */
export interface SingleFlight<T> {
  /**
   * Joins the work under this key, or starts it. Rejects with the signal's reason as soon as that is aborted; the work
   * goes on for the others.
   */
  run(key: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** True while work under this key can be joined. */
  has(key: string): boolean;
}

/** An empty table. Work starts within the call of `run`; what it comes to, failures included, is not kept. */
export function createSingleFlight<T>(): SingleFlight<T> {
  const flights = new Map<string, Flight<T>>();

  function start(key: string, work: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const stop = new AbortController();
    const flight: Flight<T> = { work: work(stop.signal), stop, waiting: 0 };
    flights.set(key, flight);
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.work.then(land, land);
    return flight;
  }

  return {
    has: (key) => flights.has(key),
    async run(key, work, signal) {
      signal?.throwIfAborted();
      const flight = flights.get(key) ?? start(key, work);
      flight.waiting++;
      if (!signal) return flight.work;
      const left = Promise.withResolvers<never>();
      const leave = (): void => {
        if (--flight.waiting === 0) {
          // Whoever comes now starts anew rather than joining what is being called off.
          if (flights.get(key) === flight) flights.delete(key);
          flight.stop.abort(signal.reason);
        }
        left.reject(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      try {
        return await Promise.race([flight.work, left.promise]);
      } finally {
        signal.removeEventListener('abort', leave);
      }
    },
  };
}

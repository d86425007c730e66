/**
 * The circuit breaker: after repeated failure the layer stops trying for a while, so that a broken planner costs nobody
 * time. Closed: all go through. Open: none do. Half-open: one goes through, and decides.
 *
 * Source: M. Nygard, *Release It!* (2007), "Circuit Breaker"; the cool time doubles as in exponential back-off.
 * @module
 */

/** A breaker's state: a plain value, fit for JSON. Times are milliseconds of the clock in use. */
export type Breaker =
  | { readonly is: 'closed'; readonly failures: number }
  | { readonly is: 'open'; readonly until: number; readonly cool: number }
  /** One trial is under way; should it never report back, the next is let through at `until`. */
  | { readonly is: 'half-open'; readonly until: number; readonly cool: number };

/** When to open and for how long. */
export interface BreakerRules {
  /** Failures in a row that open it; 5 by default. */
  readonly failures?: number;
  /** Milliseconds that it first stays open; 30,000 by default. Doubles at each trial that fails. */
  readonly cool?: number;
  /** Longest that it stays open; 600,000 by default. */
  readonly longest?: number;
}

export const closedBreaker: Breaker = { is: 'closed', failures: 0 };

/** Whether work may be tried at time `now`, and the state while it is. */
export function admit(breaker: Breaker, now: number): { readonly admitted: boolean; readonly breaker: Breaker } {
  if (breaker.is === 'closed') return { admitted: true, breaker };
  if (now < breaker.until) return { admitted: false, breaker };
  return { admitted: true, breaker: { is: 'half-open', until: now + breaker.cool, cool: breaker.cool } };
}

export function afterSuccess(): Breaker {
  return closedBreaker;
}

export function afterFailure(breaker: Breaker, now: number, rules: BreakerRules = {}): Breaker {
  const { failures = 5, cool = 30_000, longest = 600_000 } = rules;
  if (breaker.is === 'closed') {
    const count = breaker.failures + 1;
    return count < failures ? { is: 'closed', failures: count } : { is: 'open', until: now + cool, cool };
  }
  // Work that began before the breaker opened says nothing new when it fails too.
  if (breaker.is === 'open') return breaker;
  const longer = Math.min(longest, breaker.cool * 2);
  return { is: 'open', until: now + longer, cool: longer };
}

/** A trial that was neither: the client left before it ended. The next one may try at once. */
export function afterNeither(breaker: Breaker, now: number): Breaker {
  return breaker.is === 'half-open' ? { is: 'open', until: now, cool: breaker.cool } : breaker;
}

/** Thrown in place of work that an open breaker does not let through. */
export class BreakerOpenError extends Error {
  override readonly name = 'BreakerOpenError';
  /** When the next trial is let through, in milliseconds of the breaker's clock. */
  readonly until: number;

  constructor(until: number, now: number) {
    super(
      `The last calls to the model failed, one after the other: the next is tried in ${Math.ceil((until - now) / 1000)} s. ` +
        'Look at the errors before this one, and check that the model can be reached.',
    );
    this.until = until;
  }
}

/** Runs work under a breaker. */
export interface GuardedRun {
  /**
   * Throws BreakerOpenError instead of running, or what the work throws. `counts` says whether that is the model's
   * failure; the breaker's own by default.
   */
  run<T>(work: () => Promise<T>, counts?: (error: unknown) => boolean): Promise<T>;
  state(): Breaker;
}

/** `counts` says whether an error is the model's failure; all are by default. */
export function createBreaker(
  now: () => number,
  rules: BreakerRules = {},
  counts: (error: unknown) => boolean = () => true,
): GuardedRun {
  let breaker = closedBreaker;
  return {
    state: () => breaker,
    async run(work, isFailure = counts) {
      const tried = admit(breaker, now());
      breaker = tried.breaker;
      if (!tried.admitted) throw new BreakerOpenError(breaker.is === 'closed' ? now() : breaker.until, now());
      try {
        const result = await work();
        breaker = afterSuccess();
        return result;
      } catch (error) {
        breaker = isFailure(error) ? afterFailure(breaker, now(), rules) : afterNeither(breaker, now());
        throw error;
      }
    },
  };
}

/**
 * Why the layer stood aside, from what went wrong.
 * @module
 */

/** A reason and its detail; `isFault` counts for the circuit breaker. */
export interface Aside {
  readonly reason: 'deadline' | 'budget' | 'breaker' | 'fault';
  readonly detail: string;
  readonly isFault: boolean;
}

/** Keys and tokens that a provider's message might repeat; “API key provided” is none. */
const SECRET = /\b(?:(?:sk|pk|key)[-_]|Bearer[-_ ]|(?:sk|pk|key) (?=[\w.-]*\d))[\w.-]{8,}/gi;

/** The reason; details are short and never hold a key. */
export function asideFor(error: unknown, signal: AbortSignal | undefined): Aside {
  const name = error instanceof Error ? error.name : '';
  const message = error instanceof Error ? error.message : String(error);
  const detail = `${name ? `${name}: ` : ''}${message}`.replace(SECRET, '…').slice(0, 300);
  if (signal?.aborted || name === 'AbortError') return { reason: 'deadline', detail, isFault: false };
  if (name === 'BudgetSpentError') return { reason: 'budget', detail, isFault: false };
  if (name === 'BreakerOpenError') return { reason: 'breaker', detail, isFault: false };
  return { reason: 'fault', detail, isFault: true };
}

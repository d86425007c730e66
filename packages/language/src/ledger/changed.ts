/**
 * Whether the conversation so far can still be taken at its word.
 * @module
 */
import type { Ledger } from './ledger.ts';

/**
 * Something said earlier no longer holds: an answer was superseded, a wish or fact changed or taken back. Then an answer
 * is written from the ledger; otherwise the client's own request goes upstream as it is. A settled open point counts for
 * nothing: the conversation itself settles it.
 */
export function isSuperseded(ledger: Ledger): boolean {
  return (
    ledger.shown.some((one) => one.isSuperseded) ||
    ledger.entries.some((entry) => entry.status === 'changed' || entry.status === 'withdrawn')
  );
}

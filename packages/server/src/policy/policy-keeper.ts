/**
 * Policies that are kept for as long as the server runs.
 * @module
 */
import type { LearnedPolicy } from '@sente/pocket';
import type { PolicyKeeper } from './policy-options.ts';
import { tableFingerprint } from './table-fingerprint.ts';

/** Makes a keeper without files. */
export function memoryKeeper(): PolicyKeeper {
  const kept = new Map<string, LearnedPolicy>();
  return {
    // Large tables take a while to be told apart: not before there is something to find.
    find: ({ catalog }) => (kept.size === 0 ? undefined : kept.get(tableFingerprint(catalog))),
    keep({ catalog }, policy) {
      kept.set(tableFingerprint(catalog), policy);
      return undefined;
    },
  };
}

/** A store of calls for tests: a map. */
import type { CallStore, StoredCall } from './call-store.ts';

export function memoryCalls(): CallStore & { readonly kept: Map<string, StoredCall> } {
  const kept = new Map<string, StoredCall>();
  return {
    kept,
    get: (key) => kept.get(key),
    async put(key, call) {
      const first = kept.get(key) ?? call;
      kept.set(key, first);
      return first;
    },
  };
}

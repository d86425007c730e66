/**
 * The run that a person means.
 * @module
 */
import type { RunStore } from '@sente/lab';

/**
 * The id of a run by its id, by its name (the newest of that name: equal settings give runs `NAME.1`, `NAME.2`, …), or by
 * `last`. What names no run is given back as it is, for the store to refuse.
 */
export function findRun(store: RunStore, text: string): string {
  const runs = store.list();
  if (text === 'last') return runs[0]?.id ?? text;
  if (runs.some(({ id }) => id === text)) return text;
  return runs.find(({ id }) => id.replace(/\.\d+$/, '') === text)?.id ?? text;
}

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
  // A run that stopped before anything was played (its data could not be read) is nobody's last.
  const counts = runs.find(({ status, conversations }) => status !== 'stopped' || conversations > 0);
  if (text === 'last') return (counts ?? runs[0])?.id ?? text;
  if (runs.some(({ id }) => id === text)) return text;
  return runs.find(({ id }) => id.replace(/\.\d+$/, '') === text)?.id ?? text;
}

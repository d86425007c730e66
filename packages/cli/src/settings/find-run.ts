/**
 * The run that a person means.
 * @module
 */
import type { RunStore } from '@sente/lab';

type Listed = ReturnType<RunStore['list']>[number];

/**
 * The id of a run by its id, by its name (the newest of that name: equal settings give runs `NAME.1`, `NAME.2`, …), or by
 * `last`: the newest of those that `isMeant` tells, of all unless given. What names no run is given back as it is, for the
 * store to refuse.
 */
export function findRun(
  store: Pick<RunStore, 'list'>,
  text: string,
  isMeant: (run: Listed) => boolean = () => true,
): string {
  const runs = store.list();
  if (text === 'last') {
    const meant = runs.filter(isMeant);
    // A run that stopped before anything was played (its data could not be read) is nobody's last.
    const counts = meant.find(({ status, conversations }) => status !== 'stopped' || conversations > 0);
    return (counts ?? meant[0])?.id ?? text;
  }
  if (runs.some(({ id }) => id === text)) return text;
  return runs.find(({ id }) => id.replace(/\.\d+$/, '') === text)?.id ?? text;
}

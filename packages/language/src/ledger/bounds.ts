/**
 * A ledger stays small however long the conversation. Beyond MOST_ENTRIES, entries that no longer stand are dropped
 * first, oldest first; then the oldest that stand. Beyond MOST_SHOWN, what belongs to earlier requests goes first, then
 * the oldest that is no artefact, then the oldest.
 * @module
 */
import type { Entry, EntryKind, Ledger } from './ledger.ts';

/** Entries that a ledger holds at most. */
export const MOST_ENTRIES = 200;

/** Messages shown that a ledger remembers at most. */
export const MOST_SHOWN = 100;

/** The list without its first `count` members by `rank` (lowest first), order kept. */
function dropLowest<T>(list: readonly T[], count: number, rank: (member: T) => number): readonly T[] {
  if (count <= 0) return list;
  const dropped = new Set(
    list
      .map((member, place) => ({ place, rank: rank(member) }))
      .sort((a, b) => a.rank - b.rank || a.place - b.place)
      .slice(0, count)
      .map(({ place }) => place),
  );
  return list.filter((_, place) => !dropped.has(place));
}

/** The number in an id: 7 for `w7`, 0 for an id of another make. */
export const idNumber = (id: string): number => Number(/^[a-z](\d+)$/u.exec(id)?.[1] ?? 0);

/** Highest number given so far to an id of the kind. */
export function highestId(ledger: Ledger, kind: EntryKind): number {
  let highest = ledger.issued?.[kind] ?? 0;
  for (const entry of ledger.entries) if (entry.kind === kind) highest = Math.max(highest, idNumber(entry.id));
  return highest;
}

/** The ledger with only these entries, remembering which ids are used up. */
export function keepEntries(ledger: Ledger, entries: readonly Entry[]): Ledger {
  if (entries.length === ledger.entries.length) return { ...ledger, entries };
  const issued = {
    wish: highestId(ledger, 'wish'),
    fact: highestId(ledger, 'fact'),
    open: highestId(ledger, 'open'),
  };
  return { ...ledger, entries, issued };
}

/** The ledger within its bounds; itself when it is already. */
export function withinBounds(ledger: Ledger): Ledger {
  const entries = dropLowest(ledger.entries, ledger.entries.length - MOST_ENTRIES, (entry) =>
    entry.status === 'stands' ? 1 : 0,
  );
  const shown = dropLowest(ledger.shown, ledger.shown.length - MOST_SHOWN, (one) =>
    one.isClosed ? 0 : one.isArtefact ? 2 : 1,
  );
  if (entries === ledger.entries && shown === ledger.shown) return ledger;
  return { ...keepEntries(ledger, entries), shown };
}

/**
 * Folds one user turn into the ledger. The same ledger, change and message always give the same ledger, and folding a
 * change in twice gives what folding it in once does. Nothing vanishes: what no longer holds stays, with its status.
 *
 * Withdrawals and settlements come first, then changes, then what is new.
 * @module
 */
import { highestId, withinBounds } from './bounds.ts';
import { findWords, shorten } from './find-words.ts';
import type { Entry, EntryKind, Ledger, LedgerChange } from './ledger.ts';
import { meaningKey } from './same-meaning.ts';

/** Characters of an entry, at most. */
export const LONGEST_ENTRY = 400;

/** The entry that holds in the place of `id` now: itself, or what it was changed to. Undefined if there is none such. */
export function latest(ledger: Ledger, id: string): Entry | undefined {
  let entry = ledger.entries.find((one) => one.id === id);
  // Ledgers are edited and restored from JSON: a circle must not hang the turn.
  for (let steps = ledger.entries.length; entry?.by !== undefined && steps > 0; steps--) {
    const next = ledger.entries.find((one) => one.id === entry?.by);
    if (!next) break;
    entry = next;
  }
  return entry;
}

/** The standing entry of this kind that says the same. */
export function standing(ledger: Ledger, kind: EntryKind, what: string): Entry | undefined {
  const key = meaningKey(what);
  return ledger.entries.find((one) => one.kind === kind && one.status === 'stands' && meaningKey(one.what) === key);
}

/** The ledger with the entry replaced. */
export function replaceEntry(ledger: Ledger, id: string, change: Partial<Entry>): Ledger {
  return { ...ledger, entries: ledger.entries.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

/** Adds an entry unless one that stands says the same; gives the ledger and the entry that says it now. */
export function addEntryOnce(
  ledger: Ledger,
  kind: EntryKind,
  what: string,
  words: string,
  at: number,
): { readonly ledger: Ledger; readonly entry: Entry } {
  const said = shorten(what, LONGEST_ENTRY);
  const same = standing(ledger, kind, said);
  if (same) return { ledger, entry: same };
  const id = `${kind[0]}${highestId(ledger, kind) + 1}`;
  const entry: Entry = { id, kind, what: said, words, at, status: 'stands' };
  return { ledger: { ...ledger, entries: [...ledger.entries, entry] }, entry };
}

const KINDS: { readonly [letter: string]: EntryKind } = { w: 'wish', f: 'fact', o: 'open' };

/**
 * The ledger after a user turn. Ids that do not exist are passed over; a `change` of one is taken as something new, so
 * that a reader's slip with an id loses nothing that the user said. A change or withdrawal of an entry that was changed
 * before goes to what took its place. Entries that say nothing are passed over.
 */
export function applyChange(
  ledger: Ledger,
  change: LedgerChange,
  message: { readonly at: number; readonly text: string },
): Ledger {
  let now = ledger;
  const put = (kind: EntryKind, what: string, words: string): Entry => {
    const added = addEntryOnce(now, kind, what, findWords(message.text, words, what), message.at);
    now = added.ledger;
    return added.entry;
  };
  for (const id of change.withdraw) {
    const entry = latest(now, id);
    if (entry?.status === 'stands') now = replaceEntry(now, entry.id, { status: 'withdrawn' });
  }
  for (const id of change.settle) {
    const entry = latest(now, id);
    if (entry?.status === 'stands' && entry.kind !== 'fact') now = replaceEntry(now, entry.id, { status: 'settled' });
  }
  // Two changes of one entry split it: the first takes its place, the second is new.
  const replaced = new Set<string>();
  for (const { id, what, words } of change.change) {
    if (meaningKey(what) === '') continue;
    const old = latest(now, id);
    if (old?.status !== 'stands' || replaced.has(old.id)) {
      put(old?.kind ?? KINDS[id[0]] ?? 'wish', what, words);
      continue;
    }
    const next = put(old.kind, what, words);
    if (next.id !== old.id) now = replaceEntry(now, old.id, { status: 'changed', by: next.id });
    replaced.add(next.id);
  }
  for (const { kind, what, words } of change.add) if (meaningKey(what) !== '') put(kind, what, words);
  return withinBounds(now);
}

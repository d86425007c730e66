/**
 * The ledger by hand, for the host program. Unlike a reader's slip, an id that does not exist is an error here.
 * @module
 */
import { addEntryOnce, latest, replaceEntry } from './apply-change.ts';
import { keepEntries, withinBounds } from './bounds.ts';
import type { Entry, EntryKind, Ledger } from './ledger.ts';
import { meaningKey } from './same-meaning.ts';

const MOST_NAMED = 12;

/** The ledger has no entry of this id. */
export class UnknownEntryError extends Error {
  readonly id: string;

  constructor(id: string, ledger: Ledger) {
    const ids = ledger.entries.map((entry) => entry.id);
    const named = ids.slice(-MOST_NAMED).join(', ');
    super(
      ids.length === 0
        ? `The ledger has no entry "${id}": it is empty. Add an entry first.`
        : `The ledger has no entry "${id}". Its ${ids.length > MOST_NAMED ? 'latest ' : ''}ids: ${named}.`,
    );
    this.name = 'UnknownEntryError';
    this.id = id;
  }
}

/** An entry that says nothing. */
export class EmptyEntryError extends Error {
  constructor() {
    super('A ledger entry must say something: give `what` as one sentence, or withdraw the entry instead.');
    this.name = 'EmptyEntryError';
  }
}

/** An edit by the host program. */
export type LedgerEdit =
  | { readonly do: 'add'; readonly kind: EntryKind; readonly what: string }
  | { readonly do: 'change'; readonly id: string; readonly what: string }
  | { readonly do: 'withdraw' | 'settle' | 'remove'; readonly id: string };

function known(ledger: Ledger, id: string): Entry {
  const entry = latest(ledger, id);
  if (!entry) throw new UnknownEntryError(id, ledger);
  return entry;
}

/**
 * The ledger after an edit. `add`, `change`, `withdraw` and `settle` leave traces as the user's own turns do, and go to
 * what took an entry's place; `remove` erases the very entry as if it had never been, but its id is not given again.
 *
 * Throws UnknownEntryError for an id that does not exist and EmptyEntryError for words that say nothing.
 */
export function editLedger(ledger: Ledger, edit: LedgerEdit): Ledger {
  if ((edit.do === 'add' || edit.do === 'change') && meaningKey(edit.what) === '') throw new EmptyEntryError();
  switch (edit.do) {
    case 'add':
      return withinBounds(addEntryOnce(ledger, edit.kind, edit.what, '', -1).ledger);
    case 'change': {
      const old = known(ledger, edit.id);
      const added = addEntryOnce(ledger, old.kind, edit.what, '', -1);
      if (added.entry.id === old.id) return ledger;
      return withinBounds(replaceEntry(added.ledger, old.id, { status: 'changed', by: added.entry.id }));
    }
    case 'withdraw':
      return replaceEntry(ledger, known(ledger, edit.id).id, { status: 'withdrawn' });
    case 'settle':
      return replaceEntry(ledger, known(ledger, edit.id).id, { status: 'settled' });
    case 'remove': {
      known(ledger, edit.id);
      return keepEntries(
        ledger,
        ledger.entries.filter((entry) => entry.id !== edit.id),
      );
    }
  }
}

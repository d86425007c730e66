/**
 * The ledger: what the user asked for, changed and took back, in their own words; edited by hand.
 * @module
 */
import { type FormEvent, useState } from 'react';
import type { EntryKind, LedgerEntry, OpenChange, OpenMind } from '../../api/open-types.ts';

const KINDS: readonly { readonly kind: EntryKind; readonly name: string; readonly one: string }[] = [
  { kind: 'wish', name: 'Wishes', one: 'Wish' },
  { kind: 'fact', name: 'Facts', one: 'Fact' },
  { kind: 'open', name: 'Open points', one: 'Open point' },
];

const LONGEST = 400;

/** What became of an entry that no longer stands. */
function fate({ status, by }: LedgerEntry): string {
  if (status === 'changed') return by === undefined ? 'changed' : `changed to ${by}`;
  return status === 'withdrawn' ? 'taken back' : 'settled';
}

function EntryRow({
  entry,
  isBusy,
  onChange,
}: {
  entry: LedgerEntry;
  isBusy: boolean;
  onChange: (change: OpenChange) => void;
}) {
  const [draft, setDraft] = useState<string>();
  const { id, what, words, status } = entry;
  const isStanding = status === 'stands';
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (draft?.trim() && draft.trim() !== what) onChange({ ledger: [{ do: 'change', id, what: draft.trim() }] });
    setDraft(undefined);
  };
  return (
    <li className="entry" data-status={status}>
      <span className="entry-id quiet small number">{id}</span>
      {draft === undefined ? (
        <div className="entry-body">
          <p className="entry-what">
            {isStanding ? what : <s>{what}</s>}
            {!isStanding && <span className="entry-fate small quiet"> {fate(entry)}</span>}
          </p>
          <p className="entry-words small quiet">{words === '' ? 'written by hand' : `“${words}”`}</p>
        </div>
      ) : (
        <form className="entry-body" onSubmit={save}>
          <label className="unseen" htmlFor={`entry-${id}`}>
            {id} in other words
          </label>
          <input
            // biome-ignore lint/a11y/noAutofocus: whoever asked to edit it wants to type
            autoFocus
            id={`entry-${id}`}
            maxLength={LONGEST}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && setDraft(undefined)}
            value={draft}
          />
          <span className="entry-ways">
            <button className="link small" disabled={isBusy} type="submit">
              Save
            </button>
            <button className="link small" onClick={() => setDraft(undefined)} type="button">
              Leave it
            </button>
          </span>
        </form>
      )}
      {isStanding && draft === undefined && (
        <span className="entry-ways">
          <button
            aria-label={`Edit ${id}`}
            className="link small"
            disabled={isBusy}
            onClick={() => setDraft(what)}
            type="button"
          >
            Edit
          </button>
          <button
            aria-label={`Take ${id} back`}
            className="link small"
            disabled={isBusy}
            onClick={() => onChange({ ledger: [{ do: 'withdraw', id }] })}
            type="button"
          >
            Take back
          </button>
        </span>
      )}
    </li>
  );
}

function AddEntry({ isBusy, onChange }: { isBusy: boolean; onChange: (change: OpenChange) => void }) {
  const [kind, setKind] = useState<EntryKind>('wish');
  const [what, setWhat] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (what.trim() === '') return;
    onChange({ ledger: [{ do: 'add', kind, what: what.trim() }] });
    setWhat('');
  };
  return (
    <form className="open-add" onSubmit={add}>
      <label className="unseen" htmlFor="entry-kind">
        Kind of the new entry
      </label>
      <select id="entry-kind" onChange={(event) => setKind(event.target.value as EntryKind)} value={kind}>
        {KINDS.map(({ kind: one, one: name }) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      <label className="unseen" htmlFor="entry-what">
        The new entry
      </label>
      <input
        id="entry-what"
        maxLength={LONGEST}
        onChange={(event) => setWhat(event.target.value)}
        placeholder="It must fit on one page."
        value={what}
      />
      <button className="button" disabled={isBusy || what.trim() === ''} type="submit">
        Add
      </button>
    </form>
  );
}

/** How many private commitments there are; what they are is nobody's to see. */
function Vault({ count, released }: OpenMind['commitments']) {
  const kept = count - released;
  if (count === 0) return null;
  return (
    <p className="ledger-vault small">
      In its vault: {kept} private {kept === 1 ? 'commitment' : 'commitments'}
      {released > 0 && `, and ${released} that may be said by now`}. What {kept === 1 ? 'it says' : 'they say'} is shown
      to nobody.
    </p>
  );
}

/** Entries by kind, those that no longer stand struck out. */
export function LedgerPanel({
  mind,
  isBusy,
  onChange,
}: {
  mind: OpenMind;
  isBusy: boolean;
  onChange: (change: OpenChange) => void;
}) {
  return (
    <section aria-labelledby="open-ledger">
      <h2 id="open-ledger">Ledger</h2>
      <p className="small quiet">What you asked for, changed and took back. Answers are written from what stands.</p>
      <Vault {...mind.commitments} />
      {mind.ledger.length === 0 && <p className="quiet">Nothing yet.</p>}
      {KINDS.map(({ kind, name }) => {
        const entries = mind.ledger.filter((entry) => entry.kind === kind);
        if (entries.length === 0) return null;
        return (
          <div className="ledger-kind" key={kind}>
            <h3>{name}</h3>
            <ul>
              {entries.map((entry) => (
                <EntryRow entry={entry} isBusy={isBusy} key={entry.id} onChange={onChange} />
              ))}
            </ul>
          </div>
        );
      })}
      <AddEntry isBusy={isBusy} onChange={onChange} />
    </section>
  );
}

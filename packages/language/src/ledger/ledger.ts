/**
 * The ledger: what the user has asked for, changed or taken back, in short entries with the words that they came from.
 * What an answer is written from. A value; every change makes a new one.
 *
 * Long documents and code are referred to, never copied: an entry keeps at most WORDS characters of the words it came
 * from, and where they stand.
 * @module
 */

/** `wish`: what the user asks for; `fact`: what the user says is so; `open`: what is still to be settled. */
export type EntryKind = 'wish' | 'fact' | 'open';

/** `stands`; `changed`: a later entry took its place; `withdrawn`: the user took it back; `settled`: an open point that was answered, a wish of an earlier request. */
export type EntryStatus = 'stands' | 'changed' | 'withdrawn' | 'settled';

/** One entry. */
export interface Entry {
  /** `w1`, `f2`, `o3`: unique in the ledger. */
  readonly id: string;
  readonly kind: EntryKind;
  /** What it says, complete in itself, one sentence at most. */
  readonly what: string;
  /** The user's own words, shortened in the middle when they are long; empty when the host wrote the entry. */
  readonly words: string;
  /** Position of the message that the words stand in; −1 when the host wrote the entry. */
  readonly at: number;
  readonly status: EntryStatus;
  /** The entry that took its place. */
  readonly by?: string;
}

/** What the assistant has put before the user: an answer, a draft, a document, code. */
export interface Shown {
  /** Position of the assistant's message. */
  readonly at: number;
  /** First words of it, for a person. */
  readonly gist: string;
  /** An artefact under way: a document, code, a plan that the user works on with the assistant. */
  readonly isArtefact: boolean;
  /** The user has since added to the request, changed it or taken something back. */
  readonly isSuperseded: boolean;
  /** Belongs to an earlier request: what the user says now no longer supersedes it. */
  readonly isClosed?: boolean;
}

/** The whole ledger. */
export interface Ledger {
  readonly entries: readonly Entry[];
  readonly shown: readonly Shown[];
  /** Highest number of an id given so far, by kind, once entries have been taken out: ids are never given twice. */
  readonly issued?: { readonly [kind in EntryKind]?: number };
}

/** A ledger in which nothing stands. */
export const emptyLedger: Ledger = { entries: [], shown: [] };

/** What one user turn does to the ledger, as a reader understood it. Ids that do not exist are passed over. */
export interface LedgerChange {
  readonly add: readonly { readonly kind: EntryKind; readonly what: string; readonly words: string }[];
  /** `id` no longer holds; `what` takes its place. */
  readonly change: readonly { readonly id: string; readonly what: string; readonly words: string }[];
  /** Entries that the user took back. */
  readonly withdraw: readonly string[];
  /** Open points that are settled, and wishes that were fulfilled and ask for nothing more. */
  readonly settle: readonly string[];
}

/** A change that changes nothing. */
export const noChange: LedgerChange = { add: [], change: [], withdraw: [], settle: [] };

/**
 * What the server's API says and hears: the client's copy of its shapes. Every string that comes from a table is data
 * and is shown as text.
 * @module
 */

/** An item as recommended. */
export interface ShownItem {
  readonly item: number;
  readonly id: string;
  readonly name: string;
  readonly image?: string;
  readonly link?: string;
  readonly description?: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Why this one, in short phrases. */
  readonly reasons: readonly string[];
  /** Chance that it is what the user wants, 0 to 1. */
  readonly probability: number;
}

/** One candidate act. `value` is the expected R\*, `error` its standard error. */
export interface ShownCandidate {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly value: number;
  readonly error: number;
  readonly samples: number;
  /** User turns that `value` looks ahead, where that is less than the decision's horizon: screened out early. */
  readonly depth?: number;
  readonly suppressed?: string;
}

/** One decision; candidates best first. */
export interface ShownDecision {
  readonly policy: string;
  readonly horizon: number;
  /** Id of the chosen candidate. */
  readonly chosen: string;
  readonly candidates: readonly ShownCandidate[];
  readonly why: string;
  readonly cost: {
    readonly samples: number;
    readonly expansions: number;
    readonly calls: number;
    readonly tokens: number;
  };
}

/** A standing wish: what it is about, what it was taken to mean, and the user's own words. */
export interface ShownWish {
  readonly attribute: string;
  readonly meaning: string;
  readonly words: string;
}

/** One attribute's distribution under the belief. */
export interface ShownAttribute {
  readonly attribute: number;
  readonly label: string;
  /** `open`: not spoken about; `wished`: a wish stands; `closed`: does not mind or does not know. */
  readonly state: 'open' | 'wished' | 'closed';
  readonly values: readonly { readonly value: string; readonly probability: number; readonly count: number }[];
}

/** What the concierge believes. */
export interface Mind {
  readonly left: number;
  readonly total: number;
  /** Entropy of the belief over items, in bits. */
  readonly bits: number;
  readonly wishes: readonly ShownWish[];
  readonly likeliest: readonly { readonly item: number; readonly name: string; readonly probability: number }[];
  readonly attributes: readonly ShownAttribute[];
}

/** One part of the user's turn, as understood. */
export interface Understood {
  readonly kind: string;
  readonly words: string;
  readonly meaning: string;
}

/** One turn of one assistant. */
export interface ChatReply {
  readonly conversation: string;
  readonly text: string;
  readonly act: string;
  readonly items: readonly ShownItem[];
  readonly choices: readonly string[];
  readonly understood: readonly Understood[];
  readonly decision: ShownDecision;
  readonly mind: Mind;
  readonly ended: boolean;
}

/** Which of the two assistants. */
export type Side = 'passive' | 'initiative';

/** The same turn of both assistants. */
export type Pair = Readonly<Record<Side, ChatReply>>;

/** The current catalogue. */
export interface CatalogSummary {
  readonly name: string;
  readonly noun: { readonly one: string; readonly many: string };
  readonly size: number;
  readonly source: 'built-in' | 'file' | 'upload';
  readonly attributes: readonly {
    readonly attribute: number;
    readonly key: string;
    readonly label: string;
    readonly type: 'category' | 'list' | 'number' | 'boolean';
    readonly unit: string | null;
    readonly role: 'price' | 'stock' | null;
    readonly askable: boolean;
    readonly values: readonly { readonly value: string; readonly count: number }[];
    readonly distinct: number;
  }[];
}

/** What a column can be. */
export type ColumnType =
  | 'category'
  | 'list'
  | 'number'
  | 'boolean'
  | 'text'
  | 'id'
  | 'name'
  | 'image'
  | 'link'
  | 'popularity'
  | 'ignore';

/** A column of an uploaded table, as inferred or corrected. */
export interface PreviewColumn {
  readonly key: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly unit: string | null;
  readonly role: 'price' | 'stock' | null;
  readonly askable: boolean;
  readonly distinct: number;
  readonly empty: number;
  /** Cells that are no number in a column of numbers ("on request"). */
  readonly unread: number;
  readonly examples: readonly string[];
  readonly why: string;
}

/** An uploaded table, not yet in use. */
export interface Preview {
  readonly upload: string;
  readonly name: string;
  readonly size: number;
  readonly columns: readonly PreviewColumn[];
  /** The first items, by column key; columns that nobody is shown are not in it. */
  readonly sample: readonly Readonly<Record<string, string>>[];
}

/** What a person corrected of one column. */
export interface Correction {
  readonly type?: ColumnType;
  readonly role?: 'price' | 'stock' | null;
  readonly label?: string;
  readonly unit?: string;
  readonly askable?: boolean;
}

/** Corrections by column key. */
export type Corrections = Readonly<Record<string, Correction>>;

/** What people wished for and did not find. */
export interface Wishes {
  readonly total: number;
  readonly kept: 'file' | 'memory';
  readonly wishes: readonly { readonly wish: string; readonly count: number }[];
  readonly combinations: readonly {
    readonly wishes: readonly string[];
    readonly count: number;
    readonly nearest: readonly string[];
  }[];
}

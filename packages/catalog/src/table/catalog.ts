/**
 * A table of items, ready to be talked about: what every loader makes and everything else reads.
 * @module
 */

/** The value code of an item that has none (an empty cell). */
export const NONE = 0xffffffff;

/** What a column can be asked and wished about. Columns of other kinds (text, id, name, image, link) only describe. */
export type AttributeType = 'category' | 'list' | 'number' | 'boolean';

/** One thing that items differ in and people have wishes about. */
export interface Attribute {
  /** The column's header as it stands in the file. */
  readonly key: string;
  /** The same in words for people, lower case but for acronyms: "screen size", "RAM". */
  readonly label: string;
  /** `category` and `boolean`: one value an item; `list`: any number; `number`: a number, asked in ranges. */
  readonly type: AttributeType;
  /** Unit of a number, as written: "GB", "€", "km". */
  readonly unit?: string;
  /** `price` marks the number that "cheaper" is about; `stock` the one that "how many are left" is about. */
  readonly role?: 'price' | 'stock';
  /**
   * What can be answered. Categories and lists: the values as written, commonest first. Booleans: `['yes', 'no']`.
   * Numbers: one label per range ("under 800 €", "800 to 1,200 €", …), ascending.
   */
  readonly values: readonly string[];
  /** Numbers only: the cut points between ranges, ascending, `values.length − 1` of them; range k is [edges[k−1], edges[k]). */
  readonly edges?: readonly number[];
  /** Other words for the attribute, and for its values by value. */
  readonly synonyms?: {
    readonly attribute: readonly string[];
    readonly values: Readonly<Record<string, readonly string[]>>;
  };
  /** A question to ask for it, in place of a made one. */
  readonly question?: string;
  /** False when the assistant must never ask for it (people may still wish for it). */
  readonly askable: boolean;
}

/**
 * The values of all items in one attribute, as codes into `Attribute.values`.
 * Single-valued columns: `codes[item]`, or NONE. Lists: `codes[offsets[item] … offsets[item + 1])`, ascending.
 */
export interface Column {
  /** Length: the number of items (single-valued) or of all list entries. */
  readonly codes: Uint32Array;
  /** Lists only; length: number of items + 1. */
  readonly offsets?: Uint32Array;
  /** Numbers only: the number itself, NaN where the cell is empty; length: number of items. */
  readonly numbers?: Float64Array;
}

/** A described item, for showing. Everything in it is data: show as text, never as markup. */
export interface ItemView {
  /** Position in the catalogue, from 0. */
  readonly item: number;
  readonly id: string;
  readonly name: string;
  readonly image?: string;
  readonly link?: string;
  /** The longest free-text cell, if there is one. */
  readonly description?: string;
  /** Every attribute that has a value, in column order, as words: "16 GB", "red, blue", "yes". */
  readonly facts: readonly { readonly attribute: number; readonly label: string; readonly value: string }[];
}

/** A catalogue. Plain data, apart from `view`, which reads cells. */
export interface Catalog {
  readonly name: string;
  /** What one item is called, and several: "laptop", "laptops". Lower case; "item", "items" when nothing better is known. */
  readonly noun: { readonly one: string; readonly many: string };
  /** Number of items. */
  readonly size: number;
  readonly attributes: readonly Attribute[];
  /** One per attribute, in the same order. */
  readonly columns: readonly Column[];
  /** How much each item is wanted before anything is said; any non-negative scale; length `size`. Uniform if absent. */
  readonly popularity?: Float64Array;
  /** The item as it can be shown. */
  view(item: number): ItemView;
}

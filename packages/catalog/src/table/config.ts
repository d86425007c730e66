/**
 * What a person can say about a table beside what is inferred: a small file next to it, `NAME.sente.json`, or the same
 * in code.
 * @module
 */
import type { AttributeType } from './catalog.ts';

/** What a column can be: something to ask about, or a part of an item's description. */
export type ColumnType = AttributeType | 'text' | 'id' | 'name' | 'image' | 'link' | 'popularity';

/** All column types. */
export const COLUMN_TYPES: readonly ColumnType[] = [
  'category',
  'list',
  'number',
  'boolean',
  'text',
  'id',
  'name',
  'image',
  'link',
  'popularity',
];

/** Corrections to one column; everything left out is inferred. */
export interface ColumnConfig {
  readonly type?: ColumnType;
  /** What people call it: "screen size". */
  readonly label?: string;
  /** Unit of a number whose cells carry none. */
  readonly unit?: string;
  /** `none` takes an inferred role away. */
  readonly role?: 'price' | 'stock' | 'none';
  /** The question to ask for it. */
  readonly question?: string;
  readonly synonyms?: {
    readonly attribute?: readonly string[];
    readonly values?: Readonly<Record<string, readonly string[]>>;
  };
  /** False: never ask for it. */
  readonly askable?: boolean;
  /** True: leave the column out altogether. */
  readonly ignore?: boolean;
  /** Numbers: the limits between ranges, ascending. */
  readonly edges?: readonly number[];
  /** Lists: what stands between values. */
  readonly separator?: string;
  /** Numbers: the sign before decimals, where the cells leave it open ("1.299"). */
  readonly decimal?: '.' | ',';
}

/** Corrections to a table. */
export interface TableConfig {
  /** Name of the catalogue. */
  readonly name?: string;
  /** What one item is called ("laptop"), or one and several. */
  readonly noun?: string | { readonly one: string; readonly many: string };
  /** What stands between cells of a CSV file. */
  readonly delimiter?: string;
  /** By header. */
  readonly columns?: Readonly<Record<string, ColumnConfig>>;
}

/** Puts corrections over others, column by column; those of `over` win. */
export function mergeConfig(under: TableConfig, over: TableConfig): TableConfig {
  const columns: Record<string, ColumnConfig> = { ...under.columns };
  for (const [header, column] of Object.entries(over.columns ?? {}))
    columns[header] = { ...columns[header], ...column };
  const stated = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined));
  return { ...under, ...stated, columns };
}

/**
 * What was inferred about every column, for a person to look at and correct.
 * @module
 */
import type { Catalog } from './catalog.ts';
import type { ColumnType } from './config.ts';
import { missingRows } from './infer.ts';
import { isMissing } from './missing.ts';
import type { TablePlan } from './plan.ts';
import type { Table } from './table.ts';

/** One column of a loaded table as it was understood. Plain JSON. */
export interface InferredColumn {
  /** As in the file; the key for corrections in `TableConfig.columns`. */
  readonly header: string;
  readonly label: string;
  readonly type: ColumnType;
  readonly unit?: string;
  readonly role?: 'price' | 'stock';
  /** Up to five different cells, as written. */
  readonly samples: readonly string[];
  /** Number of different cells. A column with very many is counted up to 100,000. */
  readonly distinct: number;
  /** Rows without a value. */
  readonly missing: number;
  /** Rows whose cell is no number although the column is one of numbers ("on request"). */
  readonly unread: number;
  /** What can be answered when it is asked about: the first twelve values or all ranges. */
  readonly values: readonly string[];
  readonly askable: boolean;
}

const tables = new WeakMap<Catalog, { readonly table: Table; readonly plan: TablePlan }>();
const COUNTED = 100_000;

/** Keeps what a catalogue was made from, so that it can be described. */
export function rememberTable(catalog: Catalog, table: Table, plan: TablePlan): void {
  tables.set(catalog, { table, plan });
}

/** Lists every column, ignored ones left out. A catalogue that was not made from a table lists its attributes. */
export function describeCatalog(catalog: Catalog): readonly InferredColumn[] {
  const known = tables.get(catalog);
  if (known === undefined) return catalog.attributes.map((_, a) => describeAttribute(catalog, a));
  return known.plan.columns.map((plan) => {
    const attribute = catalog.attributes.find((candidate) => candidate.key === plan.column.header);
    const present = plan.column.texts.slice(0, COUNTED).filter((text) => !isMissing(text));
    return {
      header: plan.column.header,
      label: plan.label,
      type: plan.type,
      ...(plan.unit === undefined ? {} : { unit: plan.unit }),
      ...(attribute?.role === undefined ? {} : { role: attribute.role }),
      samples: present.slice(0, 5).map((text) => text.slice(0, 120)),
      distinct: plan.column.plain ? new Set(present).size : present.length,
      missing: missingRows(plan),
      unread: plan.numbers?.unread ?? 0,
      values: (attribute?.values ?? []).slice(0, 12),
      askable: attribute?.askable ?? false,
    };
  });
}

function describeAttribute(catalog: Catalog, position: number): InferredColumn {
  const { key, label, type, unit, role, values, askable } = catalog.attributes[position];
  const { codes, offsets } = catalog.columns[position];
  let missing = 0;
  for (let item = 0; item < catalog.size; item++) {
    if (offsets === undefined ? codes[item] === 0xffffffff : offsets[item] === offsets[item + 1]) missing++;
  }
  return {
    header: key,
    label,
    type,
    ...(unit === undefined ? {} : { unit }),
    ...(role === undefined ? {} : { role }),
    samples: values.slice(0, 5),
    distinct: values.length,
    missing,
    unread: 0,
    values: values.slice(0, 12),
    askable,
  };
}

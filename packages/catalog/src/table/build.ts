/**
 * From a table and its meaning to a catalogue.
 * @module
 */
import { readBoolean } from './boolean-text.ts';
import { type Attribute, type Catalog, type Column, NONE } from './catalog.ts';
import type { TableConfig } from './config.ts';
import { rememberTable } from './describe.ts';
import { type ColumnPlan, numberStyle } from './infer.ts';
import { nounFrom, resolveNoun } from './noun.ts';
import { sortedNumbers } from './number-column.ts';
import { planTable, type TablePlan } from './plan.ts';
import { wanted } from './popularity.ts';
import { makeRanges, type Ranges, rangeOf } from './ranges.ts';
import type { Table } from './table.ts';
import { categoryColumn, listColumn } from './values.ts';
import { tableView } from './view.ts';

/** Makes a catalogue. `name` is what the table is called when the configuration does not say. */
export function buildCatalog(table: Table, config: TableConfig, name: string): Catalog {
  const plan = planTable(table, config);
  const asked = plan.columns.filter((column) => ['category', 'list', 'number', 'boolean'].includes(column.type));
  const made = asked.map((column) => attributeOf(table, plan, column));
  const attributes = made.map(({ attribute }) => attribute);
  const columns = made.map(({ column }) => column);
  const catalog: Catalog = {
    name: config.name ?? name,
    noun: config.noun === undefined ? nounFrom(name) : resolveNoun(config.noun),
    size: table.rows,
    attributes,
    columns,
    ...(plan.popularity === undefined ? {} : { popularity: wanted(numbersOf(plan.popularity)) }),
    view: tableView(table, plan, asked, attributes, columns),
  };
  rememberTable(catalog, table, plan);
  return catalog;
}

interface Made {
  readonly attribute: Attribute;
  readonly column: Column;
}

function attributeOf(table: Table, plan: TablePlan, column: ColumnPlan): Made {
  const { config, type, unit } = column;
  const made = valuesOf(table, column);
  const isSame = (other: ColumnPlan | undefined): boolean => other?.column === column.column;
  const role = isSame(plan.price) ? 'price' : isSame(plan.stock) ? 'stock' : undefined;
  const { synonyms, question } = config;
  const attribute: Attribute = {
    key: column.column.header,
    label: column.label,
    type: type as Attribute['type'],
    ...(unit === undefined ? {} : { unit }),
    ...(role === undefined ? {} : { role }),
    values: made.values,
    ...(made.edges === undefined ? {} : { edges: made.edges }),
    ...(synonyms === undefined
      ? {}
      : { synonyms: { attribute: synonyms.attribute ?? [], values: synonyms.values ?? {} } }),
    ...(question === undefined ? {} : { question }),
    askable: made.values.length > 1 && (config.askable ?? role !== 'stock'),
  };
  return { attribute, column: made.column };
}

function valuesOf(
  table: Table,
  plan: ColumnPlan,
): { values: readonly string[]; edges?: readonly number[]; column: Column } {
  if (plan.type === 'number') return numberColumn(plan);
  if (plan.type === 'boolean') return { values: ['yes', 'no'], column: { codes: booleanCodes(plan) } };
  return plan.type === 'list' ? listColumn(table, plan) : categoryColumn(table, plan);
}

function numberColumn(plan: ColumnPlan): Ranges & { column: Column } {
  const reading = plan.numbers!;
  const ranges = makeRanges(sortedNumbers(plan.column, reading), numberStyle(plan), plan.config.edges);
  const rangeByText = new Uint32Array(reading.byText.length);
  for (let text = 0; text < rangeByText.length; text++) {
    const value = reading.byText[text];
    rangeByText[text] = Number.isNaN(value) ? NONE : rangeOf(value, ranges.edges);
  }
  const codes = new Uint32Array(plan.column.codes.length);
  for (let row = 0; row < codes.length; row++) codes[row] = rangeByText[plan.column.codes[row]];
  return { ...ranges, column: { codes, numbers: numbersOf(plan) } };
}

/** The number of every row, NaN where there is none. */
function numbersOf(plan: ColumnPlan): Float64Array {
  const { codes } = plan.column;
  const { byText } = plan.numbers!;
  const numbers = new Float64Array(codes.length);
  for (let row = 0; row < codes.length; row++) numbers[row] = byText[codes[row]];
  return numbers;
}

function booleanCodes(plan: ColumnPlan): Uint32Array {
  const { codes, texts } = plan.column;
  const byText = texts.map((text) => {
    const value = readBoolean(text, plan.boolean!);
    return value === undefined ? NONE : value ? 0 : 1;
  });
  return codes.map((code) => byText[code]);
}

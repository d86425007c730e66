/**
 * What every column of a table holds, and which column plays which part: id, name, price, stock, popularity.
 * @module
 */
import type { ColumnConfig, TableConfig } from './config.ts';
import { DuplicateIdError, TableConfigError } from './errors.ts';
import { type ColumnPlan, inferColumn } from './infer.ts';
import { nearestWord } from './nearest-word.ts';
import type { DecimalSign } from './number-text.ts';
import { firstRepeat } from './repeats.ts';
import type { Table } from './table.ts';
import { isCurrency } from './unit.ts';

/** A table with its meaning. Parts that no column plays are absent. */
export interface TablePlan {
  /** Every column but the ignored ones, with its final type. */
  readonly columns: readonly ColumnPlan[];
  readonly id?: ColumnPlan;
  readonly name?: ColumnPlan;
  readonly image?: ColumnPlan;
  readonly link?: ColumnPlan;
  readonly description?: ColumnPlan;
  readonly price?: ColumnPlan;
  readonly stock?: ColumnPlan;
  readonly popularity?: ColumnPlan;
}

/** Infers a table's meaning, corrections applied. */
export function planTable(table: Table, config: TableConfig): TablePlan {
  const headers = table.columns.map((column) => column.header);
  for (const header of Object.keys(config.columns ?? {})) requireHeader(header, headers, table.file);
  const shouting = headers.every((header) => header === header.toUpperCase());
  const infer = (position: number, decimal?: DecimalSign): ColumnPlan =>
    inferColumn(table, position, configOf(config, headers[position]), shouting, decimal);
  const kept = [...headers.keys()].filter((position) => !configOf(config, headers[position]).ignore);
  const inferred = kept.map((position) => infer(position));
  const signs = new Set(inferred.map((plan) => plan.numbers?.sign).filter((sign) => sign === '.' || sign === ','));
  const sign = signs.size === 1 ? [...signs][0] : undefined;
  const columns = inferred.map((plan) => (sign && plan.numbers?.sign === 'open' ? infer(plan.position, sign) : plan));
  const set = (plan: ColumnPlan | undefined, type: ColumnPlan['type']): ColumnPlan | undefined => {
    if (plan === undefined) return undefined;
    const typed = { ...plan, type };
    columns[columns.indexOf(plan)] = typed;
    return typed;
  };
  const free = (plan: ColumnPlan): boolean => plan.config.type === undefined;
  const of = (type: ColumnPlan['type']): ColumnPlan | undefined => columns.find((plan) => plan.type === type);

  const id = of('id') ?? set(findId(table, columns.filter(free)), 'id');
  if (id !== undefined) requireUniqueIds(table, id);
  const popularity =
    of('popularity') ??
    set(
      columns.find((plan) => free(plan) && isPopularity(plan)),
      'popularity',
    );
  const name = of('name') ?? set(findName(table, columns.filter(free)), 'name');
  const numbers = columns.filter((plan) => plan.type === 'number' && plan.config.role !== 'none');
  const price =
    numbers.find((plan) => plan.config.role === 'price') ??
    numbers.find((plan) => plan.named === 'price' && plan.config.role === undefined) ??
    numbers.find((plan) => isCurrency(plan.unit ?? '') && plan.config.role === undefined);
  const stock =
    numbers.find((plan) => plan.config.role === 'stock') ??
    numbers.find((plan) => plan.named === 'stock' && plan.config.role === undefined && plan !== price);
  const texts = columns.filter((plan) => plan.type === 'text');
  const description = texts.find((plan) => plan.named === 'description') ?? longest(texts);
  return { columns, id, name, image: of('image'), link: of('link'), description, price, stock, popularity };
}

function configOf(config: TableConfig, header: string): ColumnConfig {
  return Object.hasOwn(config.columns ?? {}, header) ? config.columns![header] : {};
}

function requireHeader(header: string, headers: readonly string[], file: string | undefined): void {
  if (headers.includes(header)) return;
  const near = nearestWord(header, headers);
  throw new TableConfigError(
    `the configuration speaks of a column "${header}", which the table does not have.`,
    near === undefined ? `Its columns are ${headers.slice(0, 20).join(', ')}.` : `Did you mean "${near}"?`,
    { file },
  );
}

/** Headers that name an item's id come first ("id" before the others); then "#", "key", "thing_id" if no cell repeats. */
function findId(table: Table, columns: readonly ColumnPlan[]): ColumnPlan | undefined {
  const named = columns.filter((plan) => plan.named === 'id' && plan.type !== 'list');
  return (
    named.find((plan) => plan.label.toLowerCase() === 'id') ??
    named[0] ??
    columns.find(
      ({ column }) =>
        /^(#|nr|no|index|row|key)\.?$|[\s_.-]id$/i.test(column.header) && column.texts.length - 1 === table.rows,
    )
  );
}

function requireUniqueIds(table: Table, id: ColumnPlan): void {
  const repeat = firstRepeat(id.column);
  if (repeat === undefined) return;
  const { texts, codes, header } = id.column;
  throw new DuplicateIdError(
    `the ${header} ${JSON.stringify(texts[codes[repeat.row]])} stands on line ${table.line(repeat.earlier)} already.`,
    `Give each item an id of its own, or declare another type for "${header}" in the configuration.`,
    { file: table.file, line: table.line(repeat.row), column: id.position + 1 },
  );
}

function isPopularity(plan: ColumnPlan): boolean {
  return plan.type === 'number' && plan.named === 'popularity' && plan.numbers!.byText.every((value) => !(value < 0));
}

/** A column whose header says "name"; else the first text whose cells nearly all differ and are no long prose. */
function findName(table: Table, columns: readonly ColumnPlan[]): ColumnPlan | undefined {
  const distinct = (plan: ColumnPlan): number => (plan.column.texts.length - 1) / table.rows;
  const words = columns.filter((plan) => plan.type === 'text' || plan.type === 'category');
  const named = words.filter((plan) => plan.named === 'name');
  return (
    named.find((plan) => /^(name|title)$/i.test(plan.label)) ??
    named.find((plan) => distinct(plan) >= 0.7) ??
    words.find(
      (plan) => plan.type === 'text' && plan.named === undefined && distinct(plan) >= 0.8 && meanLength(plan) <= 60,
    )
  );
}

function longest(texts: readonly ColumnPlan[]): ColumnPlan | undefined {
  const filled = texts.filter((plan) => plan.named !== 'id' && meanLength(plan) > 20);
  return filled.sort((a, b) => meanLength(b) - meanLength(a))[0];
}

function meanLength(plan: ColumnPlan): number {
  const texts = plan.column.texts.slice(1, 1001);
  return texts.reduce((total, text) => total + text.length, 0) / Math.max(1, texts.length);
}

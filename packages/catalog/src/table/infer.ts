/**
 * What one column holds: decided from its cells, with its header as a hint.
 * @module
 */
import { type BooleanStyle, booleanStyle } from './boolean-text.ts';
import type { ColumnConfig, ColumnType } from './config.ts';
import { BadCellError, NotFiniteError } from './errors.ts';
import { type HeaderRole, headerRole, looksBoolean, readHeader } from './header.ts';
import { listSeparator } from './list-text.ts';
import { isMissing, isMissingNumber } from './missing.ts';
import { mayBeNumbers, type NumberReading, readNumbers } from './number-column.ts';
import type { DecimalSign } from './number-text.ts';
import type { Table } from './table.ts';
import type { TextColumn } from './text-column.ts';
import { type NumberStyle, spellUnit } from './unit.ts';

/** A column with its meaning. */
export interface ColumnPlan {
  readonly column: TextColumn;
  /** Position in the table, from 0. */
  readonly position: number;
  readonly label: string;
  readonly type: ColumnType;
  /** The part that the header names, whether or not the column gets to play it. */
  readonly named?: HeaderRole;
  readonly unit?: string;
  readonly numbers?: NumberReading;
  /** Numbers: false for years, which are written without a sign between thousands. */
  readonly grouped?: boolean;
  readonly separator?: string;
  readonly boolean?: BooleanStyle;
  readonly config: ColumnConfig;
}

/** An inferred category has at most so many values; more need to be asked for in the configuration. */
const INFERRED_VALUES = 1000;
/** Cells that are longer than this on average, in characters, are read, not chosen from. */
const WORDY = 48;
/** A column is one of numbers when at most this share of its filled cells is none ("on request"). */
const UNREAD_SHARE = 0.05;
const SAMPLE = 2000;
const URL = /^https?:\/\/\S+$/i;
const PICTURE = /\.(png|jpe?g|gif|webp|avif|svg)(\?\S*)?$/i;
const CODE = /\b(code|zip|postcode|phone|barcode|telephone|model)$/i;

/**
 * Infers one column's meaning. `elsewhere` is the decimal sign of the table's other columns, for where the cells leave it open.
 * @throws {NotFiniteError} @throws {BadCellError} when a declared type does not fit.
 */
export function inferColumn(
  table: Table,
  position: number,
  config: ColumnConfig,
  shouting: boolean,
  elsewhere?: DecimalSign,
): ColumnPlan {
  const column = table.columns[position];
  const words = readHeader(column.header, shouting);
  const named = headerRole(words.whole) ?? headerRole(words.label);
  const base = { column, position, named, config, label: config.label ?? words.whole };
  const numberPlan = (forced: boolean): ColumnPlan | undefined => {
    const numbers = readNumbers(column, config.decimal, elsewhere);
    const filled = numbers.read + numbers.unread;
    if (!forced && (numbers.read === 0 || numbers.unread > UNREAD_SHARE * filled)) return undefined;
    refuse(table, position, numbers, forced);
    const unit = config.unit ?? numbers.unit ?? words.unit;
    return {
      ...base,
      label: config.label ?? words.label,
      type: 'number',
      numbers,
      grouped: unit !== undefined || !numbers.byText.every((value) => !(value < 1800 || value > 2100)),
      ...(unit === undefined ? {} : { unit: numbers.unit === unit ? unit : spellUnit(unit) }),
    };
  };

  if (config.type !== undefined) return declared(table, base, config.type, numberPlan);
  const texts = column.texts.slice(1, SAMPLE + 1).filter((text) => !isMissing(text));
  if (texts.length === 0 || /^(name|title)$/i.test(words.whole)) return { ...base, type: 'text' };
  const style = column.plain ? undefined : booleanStyle(presentTexts(column), looksBoolean(words.whole));
  if (style !== undefined) return { ...base, type: 'boolean', boolean: style };
  if (mayBeNumbers(column) && !CODE.test(words.whole)) {
    const plan = numberPlan(false);
    if (plan !== undefined) return plan;
  }
  if (texts.every((text) => URL.test(text))) {
    return { ...base, type: named === 'image' || texts.every((text) => PICTURE.test(text)) ? 'image' : 'link' };
  }
  if (named === 'image' && texts.every((text) => PICTURE.test(text))) return { ...base, type: 'image' };
  if (named === 'id' || named === 'description') return { ...base, type: 'text' };
  if (!column.plain) {
    const separator = named === 'name' ? undefined : listSeparator(texts, words.whole);
    if (separator !== undefined) return { ...base, type: 'list', separator };
  }
  return { ...base, type: isCategory(column) ? 'category' : 'text' };
}

function declared(
  table: Table,
  base: Omit<ColumnPlan, 'type'>,
  type: ColumnType,
  numberPlan: (forced: boolean) => ColumnPlan | undefined,
): ColumnPlan {
  const { column, config } = base;
  if (type === 'number' || type === 'popularity') return { ...numberPlan(true)!, type };
  if (type === 'boolean') {
    const style = booleanStyle(presentTexts(column), true);
    if (style === undefined) {
      throw new BadCellError(
        `column "${column.header}" is declared a boolean, and its cells say more than yes and no.`,
        'Write yes or no (or true and false, 1 and 0), or declare it a category.',
        { file: table.file, line: table.line(0), column: base.position + 1 },
      );
    }
    return { ...base, type, boolean: style };
  }
  if (type === 'list') {
    const texts = column.texts.slice(1, SAMPLE + 1).filter((text) => !isMissing(text));
    const joined = [';', '|', ',', '/'].find((sign) => texts.some((text) => text.includes(sign)));
    return { ...base, type, separator: config.separator ?? listSeparator(texts, base.label) ?? joined ?? ';' };
  }
  return { ...base, type };
}

/** The distinct texts that rows really have; the empty one only if some cell is empty. */
function presentTexts(column: TextColumn): readonly string[] {
  return column.counts[0] > 0 ? column.texts.slice(0, 12) : column.texts.slice(1, 12);
}

/** A category's values come back, are not too many, and are short. */
function isCategory(column: TextColumn): boolean {
  if (column.plain) return false;
  const distinct = new Set<string>();
  let rows = 0;
  let length = 0;
  for (let i = 1; i < column.texts.length; i++) {
    const text = column.texts[i];
    if (isMissing(text)) continue;
    distinct.add(text.toLowerCase());
    rows += column.counts[i];
    length += text.length;
    if (distinct.size > INFERRED_VALUES) return false;
  }
  if (distinct.size === 0 || length / distinct.size > WORDY) return false;
  return rows >= (distinct.size <= 12 ? 1.2 : 1.5) * distinct.size;
}

function refuse(table: Table, position: number, numbers: NumberReading, forced: boolean): void {
  const text = numbers.notFinite ?? (forced ? numbers.unreadText : undefined);
  if (text === undefined) return;
  const { header, texts, codes } = table.columns[position];
  const row = codes.indexOf(texts.indexOf(text));
  const place = { file: table.file, line: table.line(row), column: position + 1 };
  if (numbers.notFinite !== undefined) {
    throw new NotFiniteError(
      `"${text}" in the column of numbers "${header}" is no number.`,
      'Leave the cell empty where there is no number.',
      place,
    );
  }
  throw new BadCellError(
    `column "${header}" is declared a number, and this cell says ${JSON.stringify(text.slice(0, 60))}.`,
    'Correct the cell, leave it empty, or declare the column a category or text.',
    place,
  );
}

/** How the numbers of a column are written. */
export function numberStyle(plan: ColumnPlan): NumberStyle {
  return { unit: plan.unit, grouped: plan.grouped ?? true };
}

/** How many rows of a column say nothing. */
export function missingRows(plan: ColumnPlan): number {
  const { texts, counts } = plan.column;
  const missing = plan.type === 'number' || plan.type === 'popularity' ? isMissingNumber : isMissing;
  let rows = 0;
  for (let i = 0; i < texts.length; i++) if (missing(texts[i])) rows += counts[i];
  return rows;
}

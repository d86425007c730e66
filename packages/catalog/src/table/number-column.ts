/**
 * Reading a whole column of numbers: the decimal sign and the unit are decided once, for all cells.
 * @module
 */
import { isMissingNumber } from './missing.ts';
import {
  type DecimalSign,
  decimalSign,
  isNotFinite,
  type NumberShape,
  noEvidence,
  numberShape,
  readShape,
  settledSign,
  weighDigits,
} from './number-text.ts';
import type { TextColumn } from './text-column.ts';
import { conversion, spellUnit, unitStem } from './unit.ts';

/** A column read as numbers. */
export interface NumberReading {
  /** The number of each distinct text, in the column's unit; NaN where there is none. Same length as `texts`. */
  readonly byText: Float64Array;
  /** The unit that most cells carry; undefined when they carry none. */
  readonly unit?: string;
  /** The decimal sign that the cells settle; `open` when some could be read both ways and none settles it. */
  readonly sign?: DecimalSign | 'open';
  /** Rows that have a number. */
  readonly read: number;
  /** Rows whose cell is neither a number nor empty. */
  readonly unread: number;
  /** A text of such a row. */
  readonly unreadText?: string;
  /** A text that says NaN or infinity, if there is one. */
  readonly notFinite?: string;
}

const SCREENED = 200;

/** Quick look at the first texts of a column: can it be numbers at all? */
export function mayBeNumbers(column: TextColumn): boolean {
  let numbers = 0;
  let others = 0;
  for (let i = 1; i < column.texts.length && numbers + others < SCREENED; i++) {
    const text = column.texts[i];
    if (isMissingNumber(text) || isNotFinite(text)) continue;
    if (numberShape(text) === undefined) others++;
    else numbers++;
  }
  return numbers > others;
}

/**
 * Reads every distinct text of a column as a number. The decimal sign is `decimal` if given; else what the cells settle;
 * else `elsewhere`, the sign of the table's other columns.
 */
export function readNumbers(column: TextColumn, decimal?: DecimalSign, elsewhere?: DecimalSign): NumberReading {
  const { texts, counts } = column;
  const shapes: (NumberShape | undefined)[] = new Array(texts.length);
  const evidence = noEvidence();
  const units = new Map<string, number>();
  for (let i = 1; i < texts.length; i++) {
    const shape = isMissingNumber(texts[i]) ? undefined : numberShape(texts[i]);
    shapes[i] = shape;
    if (shape === undefined) continue;
    weighDigits(shape.digits, evidence);
    if (shape.unit !== '') units.set(spellUnit(shape.unit), (units.get(spellUnit(shape.unit)) ?? 0) + counts[i]);
  }
  const sign = decimal ?? decimalSign(evidence, elsewhere);
  const open = decimal === undefined && evidence.unclearDot + evidence.unclearComma > 0;
  const unit = [...units].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  const byText = new Float64Array(texts.length).fill(Number.NaN);
  let read = 0;
  let unread = 0;
  let unreadText: string | undefined;
  let notFinite: string | undefined;
  for (let i = 1; i < texts.length; i++) {
    if (isMissingNumber(texts[i])) continue;
    const value = valueIn(shapes[i], sign, unit);
    if (isNotFinite(texts[i]) || (value !== undefined && !Number.isFinite(value))) {
      notFinite ??= texts[i];
    } else if (value === undefined) {
      unread += counts[i];
      unreadText ??= texts[i];
    } else {
      byText[i] = value;
      read += counts[i];
    }
  }
  return {
    byText,
    unit: plural(unit, units),
    sign: settledSign(evidence) ?? (open ? 'open' : undefined),
    read,
    unread,
    unreadText,
    notFinite,
  };
}

function valueIn(shape: NumberShape | undefined, sign: DecimalSign, unit: string | undefined): number | undefined {
  const quantity = shape === undefined ? undefined : readShape(shape, sign);
  if (quantity === undefined || unit === undefined || quantity.unit === '') return quantity?.value;
  const factor = conversion(spellUnit(quantity.unit), unit);
  return factor === undefined
    ? undefined
    : factor === 1
      ? quantity.value
      : Number((quantity.value * factor).toPrecision(12));
}

/** The plural of a unit, when the column has both: "days" rather than "day". */
function plural(unit: string | undefined, units: ReadonlyMap<string, number>): string | undefined {
  if (unit === undefined) return undefined;
  return (
    [...units.keys()].find(
      (other) => other !== unit && unitStem(other) === unitStem(unit) && other.length > unit.length,
    ) ?? unit
  );
}

/** The numbers of all rows that have one, ascending: only the distinct ones need sorting. */
export function sortedNumbers(column: TextColumn, reading: NumberReading): Float64Array {
  const { byText, read } = reading;
  const order = new Uint32Array(byText.length);
  let distinct = 0;
  for (let text = 0; text < byText.length; text++) if (!Number.isNaN(byText[text])) order[distinct++] = text;
  const sorted = new Float64Array(read);
  let filled = 0;
  if (distinct === read) {
    for (let i = 0; i < distinct; i++) sorted[i] = byText[order[i]];
    return sorted.sort();
  }
  for (const text of order.subarray(0, distinct).sort((a, b) => byText[a] - byText[b])) {
    sorted.fill(byText[text], filled, filled + column.counts[text]);
    filled += column.counts[text];
  }
  return sorted;
}

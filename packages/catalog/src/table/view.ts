/**
 * Reading an item's cells back, for showing.
 * @module
 */
import { type Attribute, type Column, type ItemView, NONE } from './catalog.ts';
import { type ColumnPlan, numberStyle } from './infer.ts';
import { splitList } from './list-text.ts';
import { isMissingNumber } from './missing.ts';
import { numberShape } from './number-text.ts';
import type { TablePlan } from './plan.ts';
import type { Table } from './table.ts';
import { formatNumber } from './unit.ts';

/** Makes the `view` of a catalogue. Links and images other than http(s) ones or relative paths are left out. */
export function tableView(
  table: Table,
  plan: TablePlan,
  asked: readonly ColumnPlan[],
  attributes: readonly Attribute[],
  columns: readonly Column[],
): (item: number) => ItemView {
  const cell = (part: ColumnPlan | undefined, item: number): string =>
    part === undefined ? '' : part.column.texts[part.column.codes[item]];
  return (item) => {
    if (!(Number.isInteger(item) && item >= 0 && item < table.rows)) {
      throw new RangeError(`there is no item ${item}; items are 0 to ${table.rows - 1}`);
    }
    const id = cell(plan.id, item) || String(item + 1);
    const facts = attributes.flatMap((attribute, a) => {
      const value = factOf(attribute, columns[a], asked[a], item);
      return value === '' ? [] : [{ attribute: a, label: attribute.label, value }];
    });
    const image = safeAddress(cell(plan.image, item));
    const link = safeAddress(cell(plan.link, item));
    const description = cell(plan.description, item);
    return {
      item,
      id,
      name: cell(plan.name, item) || id,
      ...(image === undefined ? {} : { image }),
      ...(link === undefined ? {} : { link }),
      ...(description === '' ? {} : { description }),
      facts,
    };
  };
}

function factOf(attribute: Attribute, column: Column, plan: ColumnPlan, item: number): string {
  const { codes, offsets, numbers } = column;
  const written = plan.column.texts[plan.column.codes[item]];
  if (offsets !== undefined) {
    return offsets[item] === offsets[item + 1] ? '' : splitList(written, plan.separator ?? ';').join(', ');
  }
  if (codes[item] === NONE) return numbers === undefined || isMissingNumber(written) ? '' : written;
  if (numbers === undefined) return attribute.values[codes[item]];
  if ((numberShape(written)?.unit ?? '') !== '') return written;
  return formatNumber(numbers[item], numberStyle(plan));
}

/** An address that a page may use: http(s), or a path without a scheme. Undefined for "javascript:" and the like. */
export function safeAddress(address: string): string | undefined {
  if (address === '' || /[\s<>"]/.test(address)) return undefined;
  return /^https?:\/\//i.test(address) || !/^[^/?#]*:/.test(address) ? address : undefined;
}

/**
 * Reading a JSON table: an array of objects, or an object whose "items" is one. Records are cut out of the stream one by
 * one, so the text is never in memory as a whole.
 * @module
 */

import { cellsOf } from './cells.ts';
import type { ReadOptions } from './csv.ts';
import { TableSyntaxError } from './errors.ts';
import { firstJsonError } from './json-error.ts';
import { RecordScanner, SHAPE } from './json-records.ts';
import { requireTable, type Table, TableBuilder } from './table.ts';

/** Reads a JSON table from UTF-8 chunks. @throws {CatalogError} */
export async function readJson(chunks: AsyncIterable<Buffer>, options: ReadOptions = {}): Promise<Table> {
  const { file } = options;
  const builder = new TableBuilder(file);
  const scanner = new RecordScanner(options, (text, place) => builder.record(recordCells(text, place), place.line));
  for await (const chunk of chunks) scanner.take(chunk);
  scanner.finish();
  return requireTable(builder.finish());
}

/** The cells of one record. @throws {TableSyntaxError} with the line and column in the file. */
export function recordCells(
  text: string,
  place: { readonly file?: string; readonly line: number; readonly column: number },
): (readonly [string, string])[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const before = text.slice(0, firstJsonError(text)).split('\n');
    const column = (before.length > 1 ? 1 : place.column) + before[before.length - 1].length;
    throw new TableSyntaxError('this is not JSON.', 'Look for a missing comma, quote or bracket, or a NaN.', {
      file: place.file,
      line: place.line + before.length - 1,
      column,
    });
  }
  try {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return cellsOf(value as Record<string, unknown>);
    }
    throw new TableSyntaxError(`this is ${JSON.stringify(value).slice(0, 40)}, not an object.`, SHAPE, place);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new TableSyntaxError('this record is nested too deeply.', 'Make it flat.', place);
  }
}

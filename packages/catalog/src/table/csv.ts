/**
 * Reading CSV, whatever the delimiter: quoted cells, line breaks inside cells, any line ending.
 * @module
 */

import { once } from 'node:events';
import { type CsvError, parse } from 'csv-parse';
import { sniffDelimiter } from './delimiter.ts';
import { CatalogError, RecordTooLongError, TableSyntaxError } from './errors.ts';
import { requireTable, type Table, TableBuilder } from './table.ts';

/** How to read a file. */
export interface ReadOptions {
  /** What the file is called in messages. */
  readonly file?: string;
  /** CSV: what stands between cells; found out when absent. */
  readonly delimiter?: string;
  /** The longest record, in bytes; 1 MiB by default. Longer ones are refused without reading on. */
  readonly maxRecordBytes?: number;
}

/** The longest record by default, in bytes. */
export const MAX_RECORD_BYTES: number = 1 << 20;

const SNIFFED = 1 << 16;

/** Reads CSV from UTF-8 chunks. @throws {CatalogError} of the class that says what is wrong. */
export async function readCsv(chunks: AsyncIterable<Buffer>, options: ReadOptions = {}): Promise<Table> {
  const { file, maxRecordBytes = MAX_RECORD_BYTES } = options;
  const builder = new TableBuilder(file);
  const rows = new RowCounter(builder);
  let parser: ReturnType<typeof parse> | undefined;
  let failure: Error | undefined;
  const begin = (sample: Buffer): ReturnType<typeof parse> => {
    const made = parse({
      delimiter: options.delimiter ?? sniffDelimiter(sample.toString('utf8', 0, SNIFFED)),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: maxRecordBytes,
      on_record: (record: string[], context) => {
        rows.take(record, context.lines);
        return null;
      },
    });
    made.on('error', (error) => {
      failure = error;
    });
    return made.resume();
  };
  const write = async (chunk: Buffer): Promise<void> => {
    parser ??= begin(chunk);
    if (!parser.write(chunk) && failure === undefined) await once(parser, 'drain').catch(() => undefined);
    if (failure !== undefined) throw explained(failure, rows.line, file, maxRecordBytes);
  };
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      await write(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < SNIFFED) continue;
    await write(head);
    head = undefined;
  }
  if (head !== undefined && head.length > 0) await write(head);
  if (parser !== undefined) {
    const closed = once(parser, 'close').catch(() => undefined);
    parser.end();
    await closed;
    if (failure !== undefined) throw explained(failure, rows.line, file, maxRecordBytes);
  }
  return requireTable(builder.finish());
}

/** Hands records on with the line they start on. The parser's own count is off after line breaks in cells. */
class RowCounter {
  /** The line on which the next record starts. */
  line = 1;
  readonly #builder: TableBuilder;
  #parserLine = 0;

  constructor(builder: TableBuilder) {
    this.#builder = builder;
  }

  take(record: readonly string[], parserLine: number): void {
    const line = this.line;
    this.line = line + 1 + (parserLine - this.#parserLine > 1 ? lineBreaks(record) : 0);
    this.#parserLine = parserLine;
    // Blank lines, and the rows of empty cells that spreadsheets leave behind, are no items.
    if (record.every((cell) => cell === '' || cell.trim() === '')) return;
    if (this.#builder.width > 0) this.#builder.row(record, line);
    else this.#builder.header(record, line);
  }
}

function lineBreaks(record: readonly string[]): number {
  let breaks = 0;
  for (const cell of record) if (/[\r\n]/.test(cell)) breaks += cell.split(/\r\n|\n|\r/).length - 1;
  return breaks;
}

function explained(error: Error, line: number, file: string | undefined, maxRecordBytes: number): Error {
  if (error instanceof CatalogError) return error;
  const { code, column } = error as CsvError & { column?: number };
  const place = { file, line, ...(typeof column === 'number' ? { column: column + 1 } : {}) };
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return new RecordTooLongError(
      `the record that starts here is longer than ${maxRecordBytes.toLocaleString('en-GB')} bytes.`,
      'Look for a double quote that is opened and never closed, or for missing line breaks.',
      place,
    );
  }
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return new TableSyntaxError(
      'a double quote is opened and never closed.',
      'Close it, or double it if it is meant as a quote.',
      place,
    );
  }
  return new TableSyntaxError(`${error.message}.`, 'Check the quotes and delimiters of this line.', place);
}

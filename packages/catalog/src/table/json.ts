/**
 * Reading a JSON table: an array of objects, or an object whose "items" is one. Records are cut out of the stream one by
 * one, so the text is never in memory as a whole.
 * @module
 */
import { MAX_RECORD_BYTES, type ReadOptions } from './csv.ts';
import { type Place, RecordTooLongError, TableSyntaxError } from './errors.ts';
import { firstJsonError } from './json-error.ts';
import { cellsOf } from './rows.ts';
import { requireTable, type Table, TableBuilder } from './table.ts';

const SHAPE = 'A JSON table is an array of objects, or {"items": [ … ]}.';

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

/** The error for a record over the limit. */
export function tooLong(limit: number, place: Place): RecordTooLongError {
  return new RecordTooLongError(
    `the record that starts here is longer than ${limit.toLocaleString('en-GB')} bytes.`,
    'Look for a missing line break, or a quote that is never closed.',
    place,
  );
}

/** Finds the records in a stream of JSON by counting brackets outside strings; each is parsed by itself. */
class RecordScanner {
  readonly #file: string | undefined;
  readonly #limit: number;
  readonly #take: (text: string, place: { file?: string; line: number; column: number }) => void;
  #pieces: Buffer[] = [];
  #size = 0;
  #depth = 0;
  /** Depth inside the array of records: 1 for a bare array, 2 for {"items": […]}; 0 before and after it. */
  #inside = 0;
  #found = false;
  #string = false;
  #escaped = false;
  #key = '';
  #lastString = '';
  #stringPieces: number[] = [];
  #recording = false;
  #line = 1;
  #column = 0;
  #start: { line: number; column: number } = { line: 1, column: 1 };

  constructor(
    options: ReadOptions,
    take: (text: string, place: { file?: string; line: number; column: number }) => void,
  ) {
    this.#file = options.file;
    this.#limit = options.maxRecordBytes ?? MAX_RECORD_BYTES;
    this.#take = take;
  }

  take(chunk: Buffer): void {
    let from = 0;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i];
      if (byte === 10) {
        this.#line++;
        this.#column = 0;
      } else if ((byte & 0xc0) !== 0x80) this.#column++;
      if (this.#string) {
        this.#inString(byte);
        continue;
      }
      if (byte === 0x22) {
        this.#open(i, () => {
          from = i;
        });
        this.#string = true;
        this.#stringPieces = [];
      } else if (byte === 0x7b || byte === 0x5b) {
        const opensRecords = byte === 0x5b && !this.#found && this.#opensRecords();
        if (!opensRecords) {
          this.#open(i, () => {
            from = i;
          });
        }
        this.#depth++;
        if (opensRecords) {
          this.#inside = this.#depth;
          this.#found = true;
        }
      } else if (byte === 0x7d || byte === 0x5d) {
        if (this.#recording && this.#depth === this.#inside) this.#close(chunk.subarray(from, i));
        this.#depth--;
        if (this.#depth < 0) throw this.#wrong('a bracket is closed that was not opened.');
        if (this.#depth < this.#inside) this.#inside = 0;
      } else if (byte === 0x2c) {
        if (this.#inside > 0 && this.#depth === this.#inside) {
          if (this.#recording) this.#close(chunk.subarray(from, i));
          else throw this.#wrong('there is a comma with nothing before it.');
        }
      } else if (byte === 0x3a) this.#key = this.#lastString;
      else if (byte > 0x20) {
        if (this.#depth === 0) throw this.#wrong('this is no JSON table.');
        this.#open(i, () => {
          from = i;
        });
      }
    }
    if (this.#recording) this.#keep(chunk.subarray(from));
  }

  finish(): void {
    if (this.#depth !== 0 || this.#string) throw this.#wrong('the file ends in the middle of its JSON.');
    if (!this.#found && this.#line + this.#column > 1 && this.#lastString + this.#key !== '') {
      throw this.#wrong('there is no array of items.');
    }
  }

  #opensRecords(): boolean {
    return this.#depth === 0 || (this.#depth === 1 && this.#key === 'items');
  }

  /** Called at whatever may begin a record. */
  #open(_at: number, begin: () => void): void {
    if (this.#recording || this.#inside === 0 || this.#depth !== this.#inside) return;
    this.#recording = true;
    this.#start = { line: this.#line, column: this.#column };
    begin();
  }

  #inString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === 0x5c) this.#escaped = true;
    else if (byte === 0x22) {
      this.#string = false;
      if (this.#depth === 1) this.#lastString = String.fromCharCode(...this.#stringPieces);
      return;
    }
    if (this.#depth === 1 && this.#stringPieces.length < 64) this.#stringPieces.push(byte);
  }

  #keep(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > this.#limit) throw tooLong(this.#limit, { file: this.#file, ...this.#start });
    this.#pieces.push(Buffer.from(piece));
  }

  #close(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > this.#limit) throw tooLong(this.#limit, { file: this.#file, ...this.#start });
    const bytes = this.#pieces.length === 0 ? piece : Buffer.concat([...this.#pieces, piece]);
    this.#take(bytes.toString('utf8'), { file: this.#file, ...this.#start });
    this.#pieces = [];
    this.#size = 0;
    this.#recording = false;
  }

  #wrong(problem: string): TableSyntaxError {
    return new TableSyntaxError(problem, SHAPE, {
      file: this.#file,
      line: this.#line,
      column: Math.max(1, this.#column),
    });
  }
}

/**
 * Cutting the records out of a stream of JSON, by counting brackets outside strings. What is in a record is left to
 * `JSON.parse`.
 * @module
 */
import { MAX_RECORD_BYTES, type ReadOptions } from './csv.ts';
import { type Place, RecordTooLongError, TableSyntaxError } from './errors.ts';

/** What a JSON table looks like, for messages. */
export const SHAPE = 'A JSON table is an array of objects, or {"items": [ … ]}.';

/** Where a record starts. */
export interface RecordPlace {
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

/** The error for a record over the limit. */
export function tooLong(limit: number, place: Place): RecordTooLongError {
  return new RecordTooLongError(
    `the record that starts here is longer than ${limit.toLocaleString('en-GB')} bytes.`,
    'Look for a missing line break, or a quote that is never closed.',
    place,
  );
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
/** Keys of the outer object longer than this are not "items". */
const KEY_BYTES = 16;

/** Takes chunks of UTF-8 and hands on the text of each record with its place. */
export class RecordScanner {
  readonly #file: string | undefined;
  readonly #limit: number;
  readonly #found: (text: string, place: RecordPlace) => void;
  #line = 1;
  #column = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Bytes of the last string at depth 1, and whether a colon made it a key. */
  #string: number[] = [];
  #key = '';
  /** Depth inside the array of records: 1 for a bare array, 2 for {"items": […]}; 0 outside it. */
  #inside = 0;
  #seenRecords = false;
  #seenAnything = false;
  #start: RecordPlace | undefined;
  /** Where the present record begins in the present chunk, and what earlier chunks held of it. */
  #from = 0;
  #pieces: Buffer[] = [];
  #size = 0;

  constructor(options: ReadOptions, found: (text: string, place: RecordPlace) => void) {
    this.#file = options.file;
    this.#limit = options.maxRecordBytes ?? MAX_RECORD_BYTES;
    this.#found = found;
  }

  take(chunk: Buffer): void {
    this.#from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === 10) {
        this.#line++;
        this.#column = 0;
      } else if ((byte & 0xc0) !== 0x80) this.#column++;
      if (this.#inString) this.#continueString(byte);
      else if (byte > 0x20) this.#token(byte, at, chunk);
    }
    if (this.#start !== undefined) this.#keep(Buffer.from(chunk.subarray(this.#from)));
  }

  /** To be called after the last chunk. @throws {TableSyntaxError} when the JSON is cut off or holds no array. */
  finish(): void {
    if (this.#depth !== 0 || this.#inString) throw this.#wrong('the file ends in the middle of its JSON.');
    if (this.#seenAnything && !this.#seenRecords) throw this.#wrong('there is no array of items.');
  }

  #token(byte: number, at: number, chunk: Buffer): void {
    this.#seenAnything = true;
    const atRecord = this.#inside > 0 && this.#depth === this.#inside;
    if (byte === COLON) this.#key = String.fromCharCode(...this.#string);
    else if (byte === COMMA) {
      if (atRecord && this.#start === undefined) throw this.#wrong('there is a comma with nothing before it.');
      if (atRecord) this.#end(chunk.subarray(this.#from, at));
    } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
      if (this.#depth === 0) throw this.#wrong('a bracket is closed that was not opened.');
      if (atRecord && this.#start !== undefined) this.#end(chunk.subarray(this.#from, at));
      this.#depth--;
      if (this.#depth < this.#inside) this.#inside = 0;
    } else if (byte === OPEN_ARRAY && this.#opensRecords()) {
      this.#depth++;
      this.#inside = this.#depth;
      this.#seenRecords = true;
    } else {
      const opens = byte === OPEN_ARRAY || byte === OPEN_OBJECT;
      if (this.#depth === 0 && (!opens || this.#seenRecords)) throw this.#wrong('this is no JSON table.');
      if (atRecord && this.#start === undefined) {
        this.#start = { file: this.#file, line: this.#line, column: this.#column };
        this.#from = at;
      }
      if (opens) this.#depth++;
      if (byte === QUOTE) {
        this.#inString = true;
        this.#string = [];
      }
    }
  }

  #opensRecords(): boolean {
    return !this.#seenRecords && (this.#depth === 0 || (this.#depth === 1 && this.#key === 'items'));
  }

  #continueString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) {
      this.#inString = false;
      return;
    }
    if (this.#depth === 1 && this.#string.length < KEY_BYTES) this.#string.push(byte);
  }

  #keep(piece: Buffer): void {
    this.#size += piece.length;
    if (this.#size > this.#limit) throw tooLong(this.#limit, this.#start!);
    this.#pieces.push(piece);
  }

  #end(piece: Buffer): void {
    this.#keep(piece);
    const bytes = this.#pieces.length === 1 ? piece : Buffer.concat(this.#pieces);
    const start = this.#start!;
    this.#pieces = [];
    this.#size = 0;
    this.#start = undefined;
    this.#found(bytes.toString('utf8'), start);
  }

  #wrong(problem: string): TableSyntaxError {
    const place = { file: this.#file, line: this.#line, column: Math.max(1, this.#column) };
    return new TableSyntaxError(problem, SHAPE, place);
  }
}

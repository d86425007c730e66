/**
 * What can be wrong with a table: one class a failure, each saying where it is and what to do about it.
 * @module
 */

/** Where something went wrong. Lines and columns count from 1. */
export interface Place {
  /** Path or upload name of the file. */
  readonly file?: string;
  /** Line of the file; for rows that never were a file, the number of the row. */
  readonly line?: number;
  /** Number of the cell in its row; for encoding and syntax errors, of the character (or byte) in its line. */
  readonly column?: number;
}

/** Any failure to make a catalogue. The message says where, what and what to do; `advice` is the last part alone. */
export class CatalogError extends Error {
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** What to do about it, in one sentence or two. */
  readonly advice: string;

  constructor(problem: string, advice: string, place: Place = {}) {
    const where = [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
    super(`${where === '' ? '' : `${where}: `}${problem} ${advice}`);
    this.name = new.target.name;
    this.file = place.file;
    this.line = place.line;
    this.column = place.column;
    this.advice = advice;
  }
}

/** There is nothing in the file, or nothing under its header. */
export class EmptyTableError extends CatalogError {}

/** The first line does not name the columns: it looks like data, or a name is blank. */
export class MissingHeaderError extends CatalogError {}

/** Two columns have the same name. */
export class DuplicateHeaderError extends CatalogError {}

/** A row has more or fewer cells than the header. */
export class RaggedRowError extends CatalogError {}

/** The bytes are not UTF-8. `offset` counts bytes from 0. */
export class EncodingError extends CatalogError {
  readonly offset: number;
  constructor(problem: string, advice: string, place: Place, offset: number) {
    super(problem, advice, place);
    this.offset = offset;
  }
}

/** Two rows have the same id. */
export class DuplicateIdError extends CatalogError {}

/** The table has a single column: nothing to ask about. */
export class OneColumnError extends CatalogError {}

/** The table has more columns than anybody can be asked about. */
export class TooManyColumnsError extends CatalogError {}

/** One record is longer than the limit; the rest of the file was not read. */
export class RecordTooLongError extends CatalogError {}

/** The table, unpacked, is larger than the caller allows. */
export class TooLargeError extends CatalogError {}

/** "NaN" or an infinity stands in a column of numbers. */
export class NotFiniteError extends CatalogError {}

/** A column was declared a number (or a boolean), and one of its cells is none. */
export class BadCellError extends CatalogError {}

/** A column that should be asked about has too many distinct values. */
export class TooManyValuesError extends CatalogError {}

/** The file's name does not say whether it is CSV, JSON or JSONL. */
export class UnknownFormatError extends CatalogError {}

/** The file is not there, or may not be read, or its compression is damaged. */
export class UnreadableFileError extends CatalogError {}

/** The text is not what its format allows: broken JSON, a quote that is never closed. */
export class TableSyntaxError extends CatalogError {}

/** The configuration of a table says something that makes no sense. */
export class TableConfigError extends CatalogError {}

/** A recommender data set lacks a file, or a file lacks what it should hold. */
export class DatasetError extends CatalogError {}

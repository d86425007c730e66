/**
 * A table of text cells under named columns: what every format is read into, before any meaning is given to it.
 * @module
 */
import {
  DuplicateHeaderError,
  EmptyTableError,
  MissingHeaderError,
  OneColumnError,
  RaggedRowError,
  TooManyColumnsError,
} from './errors.ts';
import { type TextColumn, TextColumnBuilder } from './text-column.ts';

/** A table as read. */
export interface Table {
  /** What the file is called in messages. */
  readonly file: string | undefined;
  readonly columns: readonly TextColumn[];
  /** Number of rows, the header not counted. */
  readonly rows: number;
  /** Line on which a row starts, counted from 1; for rows that never were a file, its number. */
  line(row: number): number;
}

/** More columns than this are refused. */
export const MAX_COLUMNS = 1000;

/** Takes rows, and refuses what is no table. */
export class TableBuilder {
  readonly #file: string | undefined;
  readonly #columns: TextColumnBuilder[] = [];
  readonly #positions: Map<string, number> = new Map();
  #lines: Uint32Array = new Uint32Array(64);
  #rows = 0;
  #headerLine = 1;

  constructor(file?: string) {
    this.#file = file;
  }

  /** Number of columns so far. */
  get width(): number {
    return this.#columns.length;
  }

  /** Names the columns, in order. For formats with a header line. */
  header(cells: readonly string[], line: number): void {
    this.#headerLine = line;
    for (let i = 0; i < cells.length; i++) this.#addColumn(cells[i].trim(), line, i + 1);
  }

  /** Adds a row with one cell per column, in the order of the header. */
  row(cells: readonly string[], line: number): void {
    const width = this.#columns.length;
    if (cells.length !== width) {
      throw new RaggedRowError(
        `this row has ${cells.length} cells, the header has ${width}.`,
        cells.length > width
          ? 'Put cells that contain the delimiter in double quotes, or remove the extra cells.'
          : 'Add the missing cells (they may be empty); a line break inside a cell needs double quotes around the cell.',
        { file: this.#file, line, column: Math.min(cells.length, width) + 1 },
      );
    }
    for (let i = 0; i < width; i++) this.#columns[i].add(cells[i].trim());
    this.#count(line);
  }

  /** Adds a row by column name; names not met before become columns, whose earlier cells are empty. */
  record(cells: Iterable<readonly [string, string]>, line: number): void {
    for (const [header, text] of cells) {
      const name = header.trim();
      const position = this.#positions.get(name) ?? this.#addColumn(name, line, this.#columns.length + 1);
      const column = this.#columns[position];
      if (column.rows > this.#rows) {
        throw new DuplicateHeaderError(`"${header}" is named twice in one row.`, 'Give each value a name of its own.', {
          file: this.#file,
          line,
        });
      }
      column.add(text.trim());
    }
    for (const column of this.#columns) if (column.rows === this.#rows) column.add('');
    this.#count(line);
  }

  /** The table, whole. @throws {EmptyTableError} without rows. */
  finish(): Table {
    const file = this.#file;
    if (this.#rows === 0) {
      throw new EmptyTableError(
        this.#columns.length === 0 ? 'the file is empty.' : 'there is a header, and no item under it.',
        'A table needs a first line that names the columns, and one line per item.',
        { file, line: 1 },
      );
    }
    const columns = this.#columns.map((column) => column.finish());
    const kept = columns.filter((column, i) => {
      if (column.header !== '') return true;
      if (column.counts[0] === this.#rows) return false;
      throw new MissingHeaderError(`column ${i + 1} has cells but no name.`, 'Name it in the first line.', {
        file,
        line: this.#headerLine,
        column: i + 1,
      });
    });
    const lines = this.#lines.subarray(0, this.#rows);
    return { file, columns: kept, rows: this.#rows, line: (row) => lines[row] };
  }

  #addColumn(header: string, line: number, column: number): number {
    const place = { file: this.#file, line, column };
    const position = this.#columns.length;
    if (position >= MAX_COLUMNS) {
      throw new TooManyColumnsError(
        `there are more than ${MAX_COLUMNS} columns.`,
        'Keep the columns that people would ask about; in JSON, check that names and values are not swapped.',
        place,
      );
    }
    if (header !== '' && this.#positions.has(header)) {
      throw new DuplicateHeaderError(
        `two columns are called "${header}".`,
        'Give each column a name of its own.',
        place,
      );
    }
    this.#positions.set(header, position);
    this.#columns.push(new TextColumnBuilder(header, this.#rows));
    return position;
  }

  #count(line: number): void {
    if (this.#rows === this.#lines.length) {
      const longer = new Uint32Array(this.#lines.length * 2);
      longer.set(this.#lines);
      this.#lines = longer;
    }
    this.#lines[this.#rows++] = line;
  }
}

/** Refuses files that parse as a table, and are none: a single column, or a first line that is an item already. */
export function requireTable(table: Table): Table {
  const place = { file: table.file, line: 1 };
  if (table.columns.length < 2) {
    throw new OneColumnError(
      `there is only one column, "${table.columns[0]?.header ?? ''}".`,
      'Check the delimiter (comma, semicolon, tab and | are recognised); items need something to differ in.',
      place,
    );
  }
  const numeric = table.columns.findIndex((column) => headerIsNumber(column));
  const repeated = table.columns.filter((column) => column.texts.includes(column.header, 1));
  if (numeric >= 0 || repeated.length * 2 > table.columns.length) {
    throw new MissingHeaderError(
      `the first line looks like an item, not like names of columns (${JSON.stringify(
        table.columns[numeric >= 0 ? numeric : table.columns.indexOf(repeated[0])].header,
      )}).`,
      'Add a first line that names the columns.',
      { ...place, column: numeric >= 0 ? numeric + 1 : 1 },
    );
  }
  return table;
}

const NUMBER = /^[€$£]?\s?-?\d+([.,]\d+)*\s?[€$£%]?$/;

/** True when the header is a number over a column of numbers; years are common as names and let through. */
function headerIsNumber(column: TextColumn): boolean {
  if (!NUMBER.test(column.header) || /^(19|20)\d\d$/.test(column.header)) return false;
  const head = column.texts.slice(1, 101);
  return head.filter((text) => NUMBER.test(text)).length * 2 > head.length;
}

/**
 * One column of cells, stored compactly: each distinct text once, and a code per row.
 * @module
 */

/** A finished column. `texts[codes[row]]` is the cell of a row, as written but trimmed. */
export interface TextColumn {
  readonly header: string;
  /** The texts; all different unless `plain`. Index 0 is always the empty cell. */
  readonly texts: readonly string[];
  /** Length: number of rows. */
  readonly codes: Uint32Array;
  /** How many rows hold each text; same length as `texts`. */
  readonly counts: Uint32Array;
  /** True when the column had too many distinct texts to keep a dictionary: `texts` may then repeat. */
  readonly plain: boolean;
}

/** Past this many distinct texts a column in which most cells differ is kept row by row, without a dictionary. */
const DICTIONARY_LIMIT = 1 << 16;

/** Takes the cells of one column, in row order. */
export class TextColumnBuilder {
  readonly header: string;
  #texts: string[] = [''];
  #dictionary: Map<string, number> | undefined = new Map([['', 0]]);
  #codes: Uint32Array = new Uint32Array(64);
  #rows = 0;

  /** Starts a column whose first `rows` cells are empty. */
  constructor(header: string, rows = 0) {
    this.header = header;
    this.#codes = new Uint32Array(Math.max(64, rows));
    this.#rows = rows;
  }

  /** Appends the cell of the next row. */
  add(text: string): void {
    if (this.#rows === this.#codes.length) this.#grow();
    this.#codes[this.#rows++] = this.#code(text);
  }

  /** How many cells were added. */
  get rows(): number {
    return this.#rows;
  }

  finish(): TextColumn {
    const codes = this.#codes.slice(0, this.#rows);
    const counts = new Uint32Array(this.#texts.length);
    for (let row = 0; row < codes.length; row++) counts[codes[row]]++;
    return { header: this.header, texts: this.#texts, codes, counts, plain: this.#dictionary === undefined };
  }

  #code(text: string): number {
    const known = text === '' ? 0 : this.#dictionary?.get(text);
    if (known !== undefined) return known;
    const code = this.#texts.length;
    this.#texts.push(text);
    if (this.#dictionary !== undefined) {
      this.#dictionary.set(text, code);
      if (code >= DICTIONARY_LIMIT && code > this.#rows / 2) this.#dictionary = undefined;
    }
    return code;
  }

  #grow(): void {
    const wider = new Uint32Array(this.#codes.length * 2);
    wider.set(this.#codes);
    this.#codes = wider;
  }
}

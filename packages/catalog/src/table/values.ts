/**
 * Coding words: one spelling a value, commonest first.
 * @module
 */
import { type Column, NONE } from './catalog.ts';
import { TooManyValuesError } from './errors.ts';
import type { ColumnPlan } from './infer.ts';
import { splitList } from './list-text.ts';
import { isMissing } from './missing.ts';
import type { Table } from './table.ts';

/** A column of categories or lists has at most so many values: nobody can be asked to choose among more. */
export const MAX_VALUES = 10_000;

/** A coded column and its vocabulary. */
export interface CodedColumn {
  /** As written most often, commonest first. */
  readonly values: readonly string[];
  readonly column: Column;
}

/** Codes a single-valued column. Spellings that differ only in case or spaces are one value. */
export function categoryColumn(table: Table, plan: ColumnPlan): CodedColumn {
  const { texts, counts, codes } = plan.column;
  const vocabulary = new Vocabulary(table, plan);
  const provisional = texts.map((text, i) => (isMissing(text) ? NONE : vocabulary.add(text, counts[i])));
  const { values, order } = vocabulary.finish();
  const byText = Uint32Array.from(provisional, (code) => (code === NONE ? NONE : order[code]));
  return { values, column: { codes: codes.map((code) => byText[code]) } };
}

/** Codes a column of lists: each row's codes ascending, without repeats. */
export function listColumn(table: Table, plan: ColumnPlan): CodedColumn {
  const { texts, counts, codes } = plan.column;
  const vocabulary = new Vocabulary(table, plan);
  const separator = plan.separator ?? ';';
  const provisional = texts.map((text, i) =>
    isMissing(text) ? [] : splitList(text, separator).map((value) => vocabulary.add(value, counts[i])),
  );
  const { values, order } = vocabulary.finish();
  const byText = provisional.map((list) => [...new Set(list.map((code) => order[code]))].sort((a, b) => a - b));
  const offsets = new Uint32Array(codes.length + 1);
  for (let row = 0; row < codes.length; row++) offsets[row + 1] = offsets[row] + byText[codes[row]].length;
  const entries = new Uint32Array(offsets[codes.length]);
  for (let row = 0; row < codes.length; row++) entries.set(byText[codes[row]], offsets[row]);
  return { values, column: { codes: entries, offsets } };
}

/** Collects values with how often they occur; finishes with the commonest first. */
class Vocabulary {
  readonly #table: Table;
  readonly #plan: ColumnPlan;
  readonly #codes: Map<string, number> = new Map();
  readonly #entries: { spelling: string; most: number; count: number }[] = [];

  constructor(table: Table, plan: ColumnPlan) {
    this.#table = table;
    this.#plan = plan;
  }

  add(spelling: string, count: number): number {
    const folded = spelling.toLowerCase().replace(/\s+/g, ' ');
    let code = this.#codes.get(folded);
    if (code === undefined) {
      code = this.#entries.length;
      if (code >= MAX_VALUES) this.#refuse();
      this.#codes.set(folded, code);
      this.#entries.push({ spelling, most: 0, count: 0 });
    }
    const entry = this.#entries[code];
    entry.count += count;
    if (count > entry.most) {
      entry.most = count;
      entry.spelling = spelling;
    }
    return code;
  }

  /** The values, and the final code of each provisional one. */
  finish(): { values: string[]; order: Uint32Array } {
    const ranked = this.#entries.map((entry, code) => ({ ...entry, code }));
    ranked.sort((a, b) => b.count - a.count || (a.spelling < b.spelling ? -1 : 1));
    const order = new Uint32Array(ranked.length);
    for (let i = 0; i < ranked.length; i++) order[ranked[i].code] = i;
    return { values: ranked.map((entry) => entry.spelling), order };
  }

  #refuse(): never {
    const { texts, header } = this.#plan.column;
    const split = (text: string): string[] =>
      this.#plan.type === 'list' ? splitList(text, this.#plan.separator ?? ';') : [text];
    const distinct = new Set<string>();
    for (const text of texts) for (const value of isMissing(text) ? [] : split(text)) distinct.add(value.toLowerCase());
    throw new TooManyValuesError(
      `column "${header}" is declared a ${this.#plan.type} and has ${distinct.size.toLocaleString('en-GB')} distinct values; the limit is ${MAX_VALUES.toLocaleString('en-GB')}.`,
      'Declare it text (or a name, or an id), group its values in a coarser column, or ignore it.',
      { file: this.#table.file, line: 1, column: this.#plan.position + 1 },
    );
  }
}

/**
 * Catalogues from codes, where there is no table: for generated worlds and data sets.
 * @module
 */
import { type Attribute, type Catalog, type Column, type ItemView, NONE } from './catalog.ts';
import { TableConfigError } from './errors.ts';
import { type Noun, nounFrom, resolveNoun } from './noun.ts';
import { formatNumber } from './unit.ts';

/** An attribute with only what must be said; the label is the key, and it may be asked for. */
export type AttributeSketch = Pick<Attribute, 'key' | 'type' | 'values'> & Partial<Attribute>;

/** What a catalogue is made of. */
export interface CatalogParts {
  readonly name: string;
  readonly noun?: string | Noun;
  /** Number of items; taken from the columns when absent. */
  readonly size?: number;
  readonly attributes: readonly AttributeSketch[];
  /** One per attribute, in the same order, in the layout of `Column`. */
  readonly columns: readonly Column[];
  readonly popularity?: Float64Array;
  /** Ids by item; "1", "2", … when absent. */
  readonly ids?: readonly string[];
  /** Names by item; the ids when absent. */
  readonly names?: readonly string[];
}

/** Makes a catalogue. @throws {TableConfigError} when the lengths of its parts, or its codes, do not agree. */
export function makeCatalog(parts: CatalogParts): Catalog {
  const { name, columns, ids, names, popularity } = parts;
  const attributes = parts.attributes.map((sketch): Attribute => ({ label: sketch.key, askable: true, ...sketch }));
  const size = parts.size ?? (columns.length === 0 ? (names ?? ids ?? []).length : itemsOf(columns[0]));
  if (columns.length !== attributes.length) {
    throw wrong(`there are ${attributes.length} attributes and ${columns.length} columns.`);
  }
  columns.forEach((column, a) => {
    requireColumn(column, attributes[a], size);
  });
  for (const [what, list] of Object.entries({ popularity, ids, names })) {
    if (list !== undefined && list.length !== size)
      throw wrong(`"${what}" has ${list.length} entries for ${size} items.`);
  }
  return {
    name,
    noun: parts.noun === undefined ? nounFrom(name) : resolveNoun(parts.noun),
    size,
    attributes,
    columns,
    ...(popularity === undefined ? {} : { popularity }),
    view(item): ItemView {
      if (!(Number.isInteger(item) && item >= 0 && item < size)) throw new RangeError(`there is no item ${item}`);
      const id = ids?.[item] ?? String(item + 1);
      const facts = attributes.flatMap((attribute, a) => {
        const value = wordsOf(attribute, columns[a], item);
        return value === '' ? [] : [{ attribute: a, label: attribute.label, value }];
      });
      return { item, id, name: names?.[item] ?? id, facts };
    },
  };
}

function itemsOf(column: Column): number {
  return column.offsets === undefined ? column.codes.length : column.offsets.length - 1;
}

function requireColumn(column: Column, attribute: Attribute, size: number): void {
  const { key, type, values, edges } = attribute;
  if (itemsOf(column) !== size) throw wrong(`column "${key}" has ${itemsOf(column)} entries for ${size} items.`);
  if ((type === 'list') !== (column.offsets !== undefined))
    throw wrong(`only lists have offsets; "${key}" is a ${type}.`);
  if ((type === 'number') !== (column.numbers !== undefined))
    throw wrong(`only numbers have numbers; "${key}" is a ${type}.`);
  if (type === 'number' && values.length > 0 && edges?.length !== values.length - 1) {
    throw wrong(`"${key}" has ${values.length} ranges and ${edges?.length ?? 0} edges; there must be one fewer.`);
  }
  const beyond = column.codes.find((code) => code !== NONE && code >= values.length);
  if (beyond !== undefined) throw wrong(`column "${key}" holds code ${beyond}, and there are ${values.length} values.`);
}

function wordsOf(attribute: Attribute, column: Column, item: number): string {
  const { codes, offsets, numbers } = column;
  if (offsets !== undefined) {
    return Array.from(codes.subarray(offsets[item], offsets[item + 1]), (code) => attribute.values[code]).join(', ');
  }
  if (numbers !== undefined && !Number.isNaN(numbers[item])) {
    return formatNumber(numbers[item], { unit: attribute.unit, grouped: true });
  }
  return codes[item] === NONE ? '' : attribute.values[codes[item]];
}

function wrong(problem: string): TableConfigError {
  return new TableConfigError(problem, 'Make the parts agree.');
}

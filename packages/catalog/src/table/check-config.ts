/**
 * Checking a configuration that came from outside, key by key.
 * @module
 */
import { COLUMN_TYPES, type ColumnConfig, type TableConfig } from './config.ts';
import { TableConfigError } from './errors.ts';
import { nearestWord } from './nearest-word.ts';

type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === 'string' && value !== '' ? undefined : 'a text');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'true or false');
const texts: Check = (value) =>
  Array.isArray(value) && value.every((v) => typeof v === 'string') ? undefined : 'a list of texts';
const oneOf =
  (words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string) ? undefined : `one of ${words.join(', ')}`;
const edges: Check = (value) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((v, i) => typeof v === 'number' && Number.isFinite(v) && (i === 0 || v > value[i - 1]))
    ? undefined
    : 'a list of numbers, ascending';
const object: Check = (value) => (isObject(value) ? undefined : 'an object');

const COLUMN_KEYS: Readonly<Record<keyof ColumnConfig, Check>> = {
  type: oneOf(COLUMN_TYPES),
  label: text,
  unit: text,
  role: oneOf(['price', 'stock', 'none']),
  question: text,
  synonyms: object,
  askable: flag,
  ignore: flag,
  edges,
  separator: text,
  decimal: oneOf(['.', ',']),
};
const TABLE_KEYS: Readonly<Record<keyof TableConfig, Check>> = {
  name: text,
  noun: (value) => (typeof value === 'string' || isObject(value) ? undefined : 'a word, or {"one", "many"}'),
  delimiter: text,
  columns: object,
};

/** Checks a configuration that came from outside. @throws {TableConfigError} naming the key and what it may be. */
export function checkConfig(value: unknown, file?: string): TableConfig {
  checkKeys(value, TABLE_KEYS, 'the configuration', file);
  const config = value as TableConfig;
  if (isObject(config.noun)) checkKeys(config.noun, { one: text, many: text }, '"noun"', file, ['one', 'many']);
  for (const [header, column] of Object.entries(config.columns ?? {})) {
    checkKeys(column, COLUMN_KEYS, `column "${header}"`, file);
    if (column.synonyms === undefined) continue;
    const what = `"synonyms" of column "${header}"`;
    checkKeys(column.synonyms, { attribute: texts, values: object }, what, file);
    for (const [word, list] of Object.entries(column.synonyms.values ?? {})) {
      if (texts(list)) throw wrong(`"${word}" in ${what}`, 'a list of texts', list, file);
    }
  }
  return config;
}

function checkKeys(
  value: unknown,
  known: Readonly<Record<string, Check>>,
  what: string,
  file: string | undefined,
  required: readonly string[] = [],
): void {
  if (!isObject(value)) throw wrong(what, 'an object', value, file);
  for (const [key, entry] of Object.entries(value)) {
    if (key === '$schema' || (entry === undefined && !required.includes(key))) continue;
    if (!Object.hasOwn(known, key)) {
      const near = nearestWord(key, Object.keys(known));
      throw new TableConfigError(
        `${what} has a key "${key}", which means nothing here.`,
        near === undefined ? `Known keys are ${Object.keys(known).join(', ')}.` : `Did you mean "${near}"?`,
        { file },
      );
    }
    const expected = known[key](entry);
    if (expected !== undefined) throw wrong(`"${key}" in ${what}`, expected, entry, file);
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) throw new TableConfigError(`${what} lacks "${key}".`, 'Add it.', { file });
  }
}

function wrong(what: string, expected: string, value: unknown, file: string | undefined): TableConfigError {
  const shown = JSON.stringify(value)?.slice(0, 60) ?? String(value);
  return new TableConfigError(`${what} is ${shown}.`, `It must be ${expected}.`, { file });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

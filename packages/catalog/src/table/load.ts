/**
 * Loading a table: a path or an upload in, a catalogue out.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { buildCatalog } from './build.ts';
import { fileBytes, limited, sourceBytes, type TableSource, unpacked } from './bytes.ts';
import type { Catalog } from './catalog.ts';
import { checkConfig } from './check-config.ts';
import { mergeConfig, type TableConfig } from './config.ts';
import { type ReadOptions, readCsv } from './csv.ts';
import { TableConfigError, UnknownFormatError, UnreadableFileError } from './errors.ts';
import { readJson } from './json.ts';
import { readJsonLines } from './json-lines.ts';
import type { Table } from './table.ts';
import { utf8 } from './utf8.ts';

/** The formats of tables. */
export type TableFormat = 'csv' | 'json' | 'jsonl';

/** How to load a table. */
export interface LoadOptions extends TableConfig {
  /** Format, when the name does not tell. */
  readonly format?: TableFormat;
  /** The longest record, in bytes; 1 MiB by default. */
  readonly maxRecordBytes?: number;
  /** The most bytes the table may have once unpacked; no limit by default. For uploads. */
  readonly maxBytes?: number;
  /** False: do not look for `NAME.sente.json` beside the table. */
  readonly configFile?: boolean;
}

const READERS: Readonly<Record<TableFormat, (chunks: AsyncIterable<Buffer>, options: ReadOptions) => Promise<Table>>> =
  {
    csv: readCsv,
    json: readJson,
    jsonl: readJsonLines,
  };
const EXTENSIONS: Readonly<Record<string, TableFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  psv: 'csv',
  txt: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

/**
 * Loads a table from a file: .csv (.tsv, .txt), .json or .jsonl (.ndjson), plain or gzipped (.gz). Corrections are taken
 * from `NAME.sente.json` beside it, and those in `options` win over them.
 *
 * @throws {CatalogError} of the class that says what is wrong; nothing is loaded by halves.
 */
export async function loadCatalog(path: string, options: LoadOptions = {}): Promise<Catalog> {
  const format = options.format ?? formatOf(path);
  const beside = options.configFile === false ? {} : await readConfig(join(dirname(path), `${stem(path)}.sente.json`));
  return read(fileBytes(path), path, format, beside, options);
}

/**
 * Reads a table from text, bytes or a stream of either, as uploads come. `file` names it in messages, and tells the
 * format unless `format` does.
 *
 * @throws {CatalogError} of the class that says what is wrong; nothing is loaded by halves.
 */
export async function readTable(
  source: TableSource,
  options: LoadOptions & { readonly file: string },
): Promise<Catalog> {
  const format = options.format ?? formatOf(options.file);
  return read(sourceBytes(source), options.file, format, {}, options);
}

async function read(
  bytes: AsyncIterable<Buffer>,
  file: string,
  format: TableFormat,
  beside: TableConfig,
  options: LoadOptions & { readonly file?: string },
): Promise<Catalog> {
  const { format: _format, configFile: _configFile, file: _file, maxRecordBytes, maxBytes, ...own } = options;
  const config = mergeConfig(beside, checkConfig(own));
  const plain = limited(unpacked(bytes, file), maxBytes ?? Number.POSITIVE_INFINITY, file);
  const table = await READERS[format](utf8(plain, file), {
    file,
    maxRecordBytes,
    delimiter: config.delimiter ?? (/\.(tsv|tab)(\.gz)?$/i.test(file) ? '\t' : undefined),
  });
  return buildCatalog(table, config, stem(file));
}

/** The format that a file's name tells. @throws {UnknownFormatError} */
export function formatOf(path: string): TableFormat {
  const extension = /\.([^./\\]+)$/.exec(path.replace(/\.gz$/i, ''))?.[1].toLowerCase() ?? '';
  if (Object.hasOwn(EXTENSIONS, extension)) return EXTENSIONS[extension];
  throw new UnknownFormatError(
    extension === ''
      ? 'the name has no extension that tells the format.'
      : `".${extension}" is no known format of tables.`,
    'Tables are .csv, .tsv, .json or .jsonl, plain or with .gz; spreadsheets can be exported as CSV.',
    { file: path },
  );
}

function stem(path: string): string {
  return basename(path)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]+$/, '');
}

async function readConfig(path: string): Promise<TableConfig> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw new UnreadableFileError('the configuration cannot be read.', 'Check its permissions.', { file: path });
  }
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new TableConfigError(`the configuration is not JSON (${(error as Error).message}).`, 'Correct it.', {
      file: path,
    });
  }
  return checkConfig(value, path);
}

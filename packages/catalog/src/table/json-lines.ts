/**
 * Reading JSONL: one JSON object a line.
 * @module
 */
import { MAX_RECORD_BYTES, type ReadOptions } from './csv.ts';
import { recordCells } from './json.ts';
import { tooLong } from './json-records.ts';
import { requireTable, type Table, TableBuilder } from './table.ts';

/** Reads JSONL from UTF-8 chunks; blank lines are passed over. @throws {CatalogError} */
export async function readJsonLines(chunks: AsyncIterable<Buffer>, options: ReadOptions = {}): Promise<Table> {
  const { file, maxRecordBytes = MAX_RECORD_BYTES } = options;
  const builder = new TableBuilder(file);
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  const take = (bytes: Buffer): void => {
    if (bytes.length > maxRecordBytes) throw tooLong(maxRecordBytes, { file, line });
    const text = bytes.toString('utf8');
    if (text.trim() !== '') builder.record(recordCells(text, { file, line, column: 1 }), line);
    line++;
  };
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      take(bytes.subarray(start, end));
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > maxRecordBytes) throw tooLong(maxRecordBytes, { file, line });
  }
  if (rest.length > 0) take(rest);
  return requireTable(builder.finish());
}

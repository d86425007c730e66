/**
 * Writes the files, and checks what lies on the disk against the trainers' schemas.
 * @module
 */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlayedRow } from '@sente/lab';
import { type CardFacts, type DataCard, makeCard } from './card.ts';
import { cardText } from './card-text.ts';
import { type DataCase, goalOf } from './data-case.ts';
import { makeRecords } from './records.ts';
import { checkFile, type DataFile, SCHEMAS } from './schemas.ts';
import type { DataDetail } from './step.ts';

/** What is written, and where. */
export interface WriteDataOptions extends Omit<CardFacts, 'counts' | 'files' | 'used'> {
  /** Is made if it is not there. */
  readonly directory: string;
  /** The run's finished conversations. */
  readonly rows: readonly PlayedRow[];
  /** What was played, in the order of the files. */
  readonly cases: readonly DataCase[];
}

/** Gives the card. Throws RecordError when a file is not what its trainer takes, which would be a fault of this code. */
export function writeData({ directory, rows, cases, ...facts }: WriteDataOptions): DataCard {
  const byCase = new Map(rows.map((row) => [row.case, row.detail as unknown as DataDetail]));
  const conversations = cases.flatMap((one) => {
    const detail = byCase.get(one.id);
    return detail ? [{ ...detail, goal: goalOf(one) }] : [];
  });
  const { counts, ...records } = makeRecords(conversations, facts.margin);
  mkdirSync(directory, { recursive: true });
  const write = (name: string, text: string): void => {
    const path = join(directory, name);
    // Whole or not at all: a trainer may be pointed at the folder already.
    writeFileSync(`${path}.part`, text);
    renameSync(`${path}.part`, path);
  };
  const files = Object.fromEntries(
    (Object.keys(SCHEMAS) as DataFile[]).map((file) => {
      write(file, records[file].map((record) => `${JSON.stringify(record)}\n`).join(''));
      return [file, checkFile(file, readFileSync(join(directory, file), 'utf8'))];
    }),
  ) as Record<DataFile, number>;
  const used = conversations.reduce(
    (sum, { used: one }) => ({
      calls: sum.calls + one.calls,
      input: sum.input + one.input,
      output: sum.output + one.output,
    }),
    { calls: 0, input: 0, output: 0 },
  );
  const card = makeCard({ ...facts, counts, files, used });
  write('card.json', `${JSON.stringify(card, null, 2)}\n`);
  write('card.md', cardText(card));
  return card;
}

/**
 * Data of the probe's formats, told apart by what stands in them, whatever the files are called.
 * @module
 */
import { ProbeDataError } from '../../probe/probe.ts';
import { abgCoqaCase, looksLikeAbgCoqa } from './abg-coqa.ts';
import { ambientCase, looksLikeAmbient } from './ambient.ts';
import { in3Case, looksLikeIn3 } from './in3.ts';
import { type DataRecord, readRecords } from './records.ts';
import type { WordsCase } from './words-case.ts';

const FORMATS: readonly {
  readonly looksLike: (record: DataRecord) => boolean;
  readonly read: (record: DataRecord) => WordsCase;
}[] = [
  { looksLike: looksLikeAbgCoqa, read: abgCoqaCase },
  { looksLike: looksLikeAmbient, read: ambientCase },
  { looksLike: looksLikeIn3, read: in3Case },
];

/** The labelled requests of one file. @throws {ProbeDataError} when it is of no known format, or a record is amiss. */
export function readWords(text: string, file: string): readonly WordsCase[] {
  const records = readRecords(text, file);
  const format = records[0] && FORMATS.find(({ looksLike }) => looksLike(records[0]));
  if (!format) {
    throw new ProbeDataError(
      file,
      'this is no data that the ask probe knows: Abg-CoQA (story, target_turn), AmbiEnt (premise, hypothesis, …), IN3 (task, vague), a list of things by category, or a table of cities',
    );
  }
  return records.map(format.read);
}

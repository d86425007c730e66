/**
 * Writes what a person asked to have in a file.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../failure.ts';

/** Writes; `file` as typed, seen from `directory`. Throws UsageError that names --out. */
export function writeReport(directory: string, file: string, text: string): void {
  try {
    writeFileSync(resolve(directory, file), text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}). Choose another --out.`);
  }
}

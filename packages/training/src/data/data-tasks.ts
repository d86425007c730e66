/**
 * The tasks that a run plays, and where they come from.
 * @module
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { bagTasks } from './bag-tasks.ts';
import type { DataInputs } from './card.ts';
import type { DataCase, DataSettings } from './data-case.ts';
import { fileTasks, taskFiles } from './file-tasks.ts';
import { tripTasks } from './trip-tasks.ts';

/** What is asked for. */
export interface TaskOptions {
  readonly seed: number;
  /** How many at most. */
  readonly cases: number;
  readonly settings: DataSettings;
  /** The model is the pocket model, which knows its own shop only. */
  readonly isPocket: boolean;
  /** File or folder of tasks of one's own; embedded ones unless given. Absolute. */
  readonly data?: string;
}

/** Draws or reads them. Throws ProbeDataError. */
export function dataTasks({ seed, cases, settings, isPocket, data }: TaskOptions): {
  readonly cases: readonly DataCase[];
  readonly inputs: DataInputs;
} {
  if (data !== undefined) {
    const sha256 = Object.fromEntries(
      taskFiles(data).map((file) => [basename(file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
    );
    const inputs = { source: `tasks of ${basename(data)}`, licence: 'that of the file; not known here', sha256 };
    return { cases: fileTasks(data, seed, cases, settings), inputs };
  }
  const licence = 'MIT, as Sente';
  if (isPocket) {
    return {
      cases: bagTasks(seed, cases, settings),
      inputs: { source: "shoppers of the pocket model's shop", licence },
    };
  }
  const source =
    'visitors of the embedded hiking shop: half of the requests open, a quarter in pieces, a quarter closed';
  return { cases: tripTasks(seed, cases, settings), inputs: { source, licence } };
}

/**
 * The file that runs are kept in: named with --store, else by SENTE_STORE, else `.sente/runs.sqlite` where the user is.
 * @module
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type LabStore, openRunStore } from '@sente/lab';
import { UsageError } from '../failure.ts';
import { userFolder } from './user-path.ts';

/** Where runs are kept unless somebody says otherwise. */
const DEFAULT_STORE: string = join('.sente', 'runs.sqlite');

/** The file as an absolute path. `named` is what stands after --store; `directory` is where the user is. */
export function storeFile(
  named?: string,
  directory: string = userFolder(),
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  return resolve(directory, named || environment.SENTE_STORE || DEFAULT_STORE);
}

/** Opens the store to write to; makes folder and file where there are none. Throws UsageError and the store's own errors. */
export function openStore(named: string | undefined, directory: string): LabStore {
  const file = storeFile(named, directory);
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${dirname(file)} cannot be made (${code}). Name another place with --store FILE.`);
  }
  return openRunStore(file);
}

/** Opens a store that must be there already: reading makes no file. Throws UsageError and the store's own errors. */
export function openExistingStore(named: string | undefined, directory: string): LabStore {
  const file = storeFile(named, directory);
  if (!existsSync(file)) {
    throw new UsageError(
      `There are no runs in ${file}. Make one with sente measure, or name another file with --store FILE.`,
    );
  }
  return openRunStore(file);
}

/**
 * Whether a training can keep what it learns: found out before it begins, without leaving anything behind.
 * @module
 */
import { existsSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../failure.ts';

/** What the file system's codes mean to a person. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOENT: 'nothing can be written there',
  ENOSPC: 'the disk is full',
};

/** Throws UsageError where both files of a policy cannot be written at `place`, its path without an ending. */
export function checkPlace(place: string): void {
  for (const file of [`${place}.json`, `${place}.safetensors`]) {
    if (isDirectory(file)) throw cannotKeep(place, 'a folder has this name');
  }
  let folder = dirname(place);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  if (!isDirectory(folder)) throw cannotKeep(place, `${folder} is no folder`);
  try {
    // Rights alone do not tell: file systems refuse even those who may do everything.
    rmdirSync(mkdtempSync(join(folder, '.sente-')));
  } catch (error) {
    throw cannotKeep(place, error);
  }
}

/** The error for a place that cannot be written; `why` is what the file system said, or words. */
export function cannotKeep(place: string, why: unknown): UsageError {
  const { code, message } = why instanceof Error ? (why as NodeJS.ErrnoException) : { code: undefined, message: why };
  const reason = (code && REASONS[code]) ?? message;
  return new UsageError(`The policy cannot be kept as ${place}.json (${reason}): name another place with --out FILE.`, {
    cause: why,
  });
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

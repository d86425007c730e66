/**
 * Paths as the user means them: npm runs scripts from the repository's root, and tells in INIT_CWD where the user is.
 * @module
 */
import { resolve } from 'node:path';

/** The folder the user is in. */
export function userFolder(): string {
  return process.env.INIT_CWD ?? process.cwd();
}

/** An absolute path from one that the user wrote. */
export function userPath(path: string): string {
  return resolve(userFolder(), path);
}

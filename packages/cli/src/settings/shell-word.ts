/**
 * Paths in commands that are advised, for copying into a shell.
 * @module
 */
import { platform } from 'node:process';

/** The text as one word of a command: quoted if a shell would read it otherwise. */
export function shellWord(text: string, windows: boolean = platform === 'win32'): string {
  if (windows) return /^[\p{L}\p{N}_.:\\/@+=~-]+$/u.test(text) ? text : `"${text}"`;
  return /^[\p{L}\p{N}_.:/@+=-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * Where this package's own files lie: the same from its sources and from what was built of them.
 * @module
 */
import { fileURLToPath } from 'node:url';

/** Path of a file or folder, relative to the package's folder. */
export function inPackage(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

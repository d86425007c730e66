/**
 * Files that are dropped beside the place for them.
 * @module
 */

/** Keeps the browser from leaving the studio for a file that was dropped anywhere on the page. */
export function ignoreStrayDrops(): void {
  for (const kind of ['dragover', 'drop'] as const) addEventListener(kind, (event) => event.preventDefault());
}

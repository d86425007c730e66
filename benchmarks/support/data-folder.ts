/**
 * Options of benchmarks that read a data set of the user's.
 * @module
 */

/** The value behind `--name`, if it stands on the command line. */
export function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** The folder behind `--data`; ends the process with advice when there is none. */
export function dataFolder(): string {
  const folder = option('data');
  if (folder !== undefined) return folder;
  console.error('Name the folder of the data set: --data DIR');
  process.exit(2);
}

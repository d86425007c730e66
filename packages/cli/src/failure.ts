/**
 * How the command ends: its exit codes, and what a failure looks like on the terminal.
 * @module
 */
import { CatalogError } from '@sente/catalog';
import { CommanderError } from 'commander';

/** Exit codes, for scripts. */
export const EXIT = {
  done: 0,
  /** A `--fail-if` bar was missed. */
  missed: 1,
  /** Bad usage or input. */
  usage: 2,
  /** The run stopped early and can be resumed. */
  stopped: 3,
  /** A fault of ours. */
  fault: 4,
} as const;

/** What was asked for cannot be done as it was asked. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** An error as exit code and words; no words when they were printed already. A stack only with SENTE_DEBUG. */
export function explain(
  error: unknown,
  debug: string | undefined = process.env.SENTE_DEBUG,
): { code: number; text: string } {
  if (error instanceof CommanderError) return { code: error.exitCode === 0 ? EXIT.done : EXIT.usage, text: '' };
  if (hasExitCode(error)) return { code: error.exitCode, text: `${error.message}\n` };
  const isInput = error instanceof UsageError || error instanceof CatalogError;
  const message = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `\n${error.stack}\n` : '\n';
  if (isInput) return { code: EXIT.usage, text: `${message}${stack}` };
  const hint = debug ? '' : 'Run it again with SENTE_DEBUG=1 to see where, and please report it.\n';
  return { code: EXIT.fault, text: `This is a fault of ours: ${message}${stack}${hint}` };
}

/** Commands may throw errors that bring an exit code of their own. */
function hasExitCode(error: unknown): error is Error & { exitCode: number } {
  return error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number';
}

/**
 * What can be wrong with logs that are to be audited.
 * @module
 */

/** A log file that cannot be read. The message names file and line, and says what to do. */
export class LogFormatError extends Error {
  override readonly name = 'LogFormatError';
  /** The command ends with this: bad input. */
  readonly exitCode = 2;

  /** @param line counted from 1; 0 when the trouble has no line. */
  constructor(file: string, line: number, trouble: string) {
    super(`${line > 0 ? `${file}:${line}` : file}: ${trouble}`);
  }
}

/** A run that is to be resumed and cannot be. */
export class ResumeError extends Error {
  override readonly name = 'ResumeError';
  /** The command ends with this: bad usage. */
  readonly exitCode = 2;
}

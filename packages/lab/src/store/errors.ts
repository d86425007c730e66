/**
 * What can be wrong with a store of runs. One class a failure; every message says what to do.
 * @module
 */

/** The file cannot be opened, or is no store of runs. */
export class StoreUnreadableError extends Error {
  override readonly name = 'StoreUnreadableError';
  /** The command ends with this: bad input. */
  readonly exitCode = 2;
  constructor(file: string, cause: unknown) {
    super(
      `${file} cannot be used as a store of runs (${wordsOf(cause)}). Name another file, or move this one away and start anew.`,
      { cause },
    );
  }
}

/** The file was written by another version. */
export class StoreVersionError extends Error {
  override readonly name = 'StoreVersionError';
  readonly exitCode = 2;
  constructor(file: string, found: number, known: number) {
    super(
      `${file} is a store of version ${found}; this is version ${known}. Use the sente that wrote it, or name another file.`,
    );
  }
}

/** Another process kept the file locked. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
  readonly exitCode = 3;
  constructor(file: string, milliseconds: number, cause: unknown) {
    super(
      `Another process kept ${file} locked for over ${milliseconds / 1000} s. Nothing finished is lost: take the run up again with --resume once that process is done.`,
      { cause },
    );
  }
}

/** The file cannot be written: disk full, no rights, a fault of the disk. */
export class StoreWriteError extends Error {
  override readonly name = 'StoreWriteError';
  readonly exitCode = 3;
  constructor(file: string, cause: unknown) {
    super(
      `${file} could not be written (${wordsOf(cause)}). Nothing finished before is lost: make room or give rights, then take the run up again with --resume.`,
      { cause },
    );
  }
}

/** There is no such run. */
export class UnknownRunError extends Error {
  override readonly name = 'UnknownRunError';
  readonly exitCode = 2;
  constructor(id: string, known: readonly string[]) {
    const some = known.slice(0, 5).join(', ');
    const list = some === '' ? 'there is none yet' : `the newest are ${some}`;
    super(id === 'last' ? 'There is no run yet: `sente measure` makes one.' : `There is no run \`${id}\`: ${list}.`);
  }
}

/** A new run would have the name of an old one. */
export class RunExistsError extends Error {
  override readonly name = 'RunExistsError';
  readonly exitCode = 2;
  constructor(id: string) {
    super(`There is a run \`${id}\` already. Take it up with --resume ${id}, or start one under another name.`);
  }
}

/** A living process writes to the run. */
export class RunInUseError extends Error {
  override readonly name = 'RunInUseError';
  readonly exitCode = 2;
  constructor(id: string, owner: { readonly host: string; readonly pid: number }) {
    super(
      `Process ${owner.pid} on ${owner.host} is at run \`${id}\`. Wait until it is done, or end it and take the run up again.`,
    );
  }
}

/** Another process took the run up, because this one had given no sign of life. */
export class RunTakenOverError extends Error {
  override readonly name = 'RunTakenOverError';
  readonly exitCode = 3;
  constructor(id: string) {
    super(
      `Another process took run \`${id}\` up while this one was held up. It goes on there; nothing is to be done here.`,
    );
  }
}

function wordsOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

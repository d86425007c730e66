/**
 * What `sente measure` needs of the world around it.
 * @module
 */

/** The outside, so that tests can stand in for it. */
export interface MeasureOutside {
  readonly out: { write(text: string): unknown; readonly columns?: number };
  readonly err: { write(text: string): unknown; readonly isTTY?: boolean };
  /** Milliseconds, from any start. */
  now(): number;
  /** Milliseconds since 1970. */
  clock(): number;
  /** Where paths are relative to. */
  readonly directory: string;
  /** Calls `stop` when the user wants the run to end; returns how to stop listening. */
  onInterrupt(stop: () => void): () => void;
  /** Sets the exit code of the process. */
  exit(code: number): void;
}

/** The process itself. npm moves into the root of a checkout; INIT_CWD is where the user stands. */
export const PROCESS: MeasureOutside = {
  out: process.stdout,
  err: process.stderr,
  now: () => performance.now(),
  clock: () => Date.now(),
  directory: process.env.INIT_CWD ?? process.cwd(),
  onInterrupt(stop) {
    process.once('SIGINT', stop).once('SIGTERM', stop);
    return () => process.off('SIGINT', stop).off('SIGTERM', stop);
  },
  exit(code) {
    process.exitCode = code;
  },
};

/**
 * Says how far a run is: a line that rewrites itself on a terminal, now and then a plain line elsewhere, and nothing at
 * all for what is over in two seconds.
 * @module
 */

/** Where progress goes: standard error, or anything like it. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Reports progress of one run. */
export interface Progress {
  update(done: number): void;
  /** Clears the line. */
  finish(): void;
}

const QUIET_MS = 2000;
const TERMINAL_MS = 100;
const PLAIN_MS = 10_000;

/** What else there is to say. */
interface ProgressOptions {
  /** Done before this sitting: it does not count into the rate. */
  readonly before?: number;
  /** Behind everything else: the cost so far. */
  readonly beside?: () => string;
}

/** @param now milliseconds, from any start. */
export function createProgress(
  label: string,
  total: number,
  stream: ProgressStream,
  now: () => number,
  { before = 0, beside = () => '' }: ProgressOptions = {},
): Progress {
  const start = now();
  let last = Number.NEGATIVE_INFINITY;
  let shown = false;
  return {
    update(done) {
      const time = now();
      if (time - start < QUIET_MS || time - last < (stream.isTTY ? TERMINAL_MS : PLAIN_MS)) return;
      last = time;
      shown = true;
      const more = beside();
      const line = `${describe(label, done, total, (time - start) / 1000, before)}${more === '' ? '' : `, ${more}`}`;
      stream.write(stream.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
    },
    finish() {
      if (shown && stream.isTTY) stream.write('\r\x1b[2K');
    },
  };
}

/** `offer: 1,200 of 3,600 cases, 410 a second, 6 s left`. */
export function describe(label: string, done: number, total: number, seconds: number, before: number = 0): string {
  const rate = (done - before) / Math.max(seconds, 1e-9);
  const count = (value: number): string => value.toLocaleString('en-GB');
  const left = rate > 0 ? `, ${duration((total - done) / rate)} left` : '';
  return `${label}: ${count(done)} of ${count(total)} cases, ${rate >= 10 ? count(Math.round(rate)) : rate.toFixed(1)} a second${left}`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/**
 * How a training goes, in one line that rewrites itself on a terminal.
 * @module
 */
import type { MeasureOutside } from '../measure/outside.ts';

/** The line. */
export interface ProgressLine {
  /** Elsewhere than on a terminal a line for itself; unless it is `fleeting`: then it is shown on terminals only, ten times a second at most. */
  say(text: string, fleeting: boolean): void;
  /** Takes it away, for other lines to come. */
  clear(): void;
}

/** Makes it, on standard error. */
export function progressLine({ err, now }: Pick<MeasureOutside, 'err' | 'now'>): ProgressLine {
  let shown = false;
  let last = Number.NEGATIVE_INFINITY;
  return {
    say(text, fleeting) {
      if (fleeting && (!err.isTTY || now() - last < 100)) return;
      last = now();
      shown = err.isTTY === true;
      err.write(err.isTTY ? `\r\x1b[2K${text}` : `${text}\n`);
    },
    clear() {
      if (shown) err.write('\r\x1b[2K');
      shown = false;
    },
  };
}

/**
 * Lets text through until one of the given sequences comes up in it, which does not get through any more.
 * @module
 */

/** Text on its way. */
export interface StopAt {
  /** What may go out now; what could be the beginning of a sequence is held back. */
  push(text: string): string;
  /** A sequence came up: nothing more goes out. */
  readonly stopped: boolean;
  /** What was held back, at the end of the text. */
  rest(): string;
}

/** Begins. Empty sequences are ignored. */
export function stopAt(sequences: readonly string[]): StopAt {
  const wanted = sequences.filter((sequence) => sequence !== '');
  let held = '';
  let stopped = false;
  return {
    get stopped() {
      return stopped;
    },
    push(text) {
      if (stopped) return '';
      held += text;
      const places = wanted.map((sequence) => held.indexOf(sequence)).filter((at) => at >= 0);
      if (places.length > 0) {
        stopped = true;
        return release(Math.min(...places));
      }
      let from = held.length;
      for (let at = held.length - 1; at >= 0; at--) {
        if (wanted.some((sequence) => sequence.startsWith(held.slice(at)))) from = at;
      }
      return release(from);
    },
    rest: () => (stopped ? '' : release(held.length)),
  };

  function release(end: number): string {
    const out = held.slice(0, end);
    held = stopped ? '' : held.slice(end);
    return out;
  }
}

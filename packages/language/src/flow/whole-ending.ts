/**
 * The ending of a reply that comes whole: there is nothing to close; either it went out, or another takes its place.
 * @module
 */
import type { Ending } from './part-form.ts';

/** `saying` makes a whole reply of words. */
export function wholeEnding<Part>(saying: (text: string) => Part): Ending<Part> {
  let isSeen = false;
  let own = '';
  return {
    see: () => {
      isSeen = true;
    },
    close: () => [],
    words: (text) => {
      own += text;
      return [];
    },
    finish: () => (isSeen ? [] : [saying(own)]),
  };
}

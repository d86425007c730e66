/**
 * Holds back a stream so that what gives a commitment away is never sent. Held back is no more than the word being
 * written, and what may still become a leak; all else goes out at once.
 * @module
 */
import { fold } from './fold.ts';
import type { Vault } from './vault.ts';
import { type Leak, Watch } from './watch.ts';

/** A guard over one reply. */
export interface LeakGuard {
  /** Takes the next piece of the reply and gives what may go out now; nothing more after a leak. */
  push(delta: string): string;
  /** The reply has ended: gives the rest, or what stood before a leak. */
  end(): string;
  /** What was caught; its places count from the beginning of the reply. */
  readonly leaked: Leak | undefined;
}

/** A guard for a reply. `saidByUser`: all that the user has said, the turns joined by line breaks. */
export function createLeakGuard(vault: Vault, saidByUser: string): LeakGuard {
  const watch = new Watch(vault, saidByUser);
  let held = '';
  let sent = 0;
  let read = 0;
  /** The first half of a character whose second half is yet to come. */
  let half = '';

  const letGo = (upTo: number): string => {
    if (upTo <= sent) return '';
    const out = held.slice(0, upTo - sent);
    held = held.slice(upTo - sent);
    sent = upTo;
    return out;
  };
  const take = (text: string): void => {
    held += text;
    fold(text, read, (unit) => watch.take(unit));
    read += text.length;
  };
  const stop = (): string => {
    const out = letGo(watch.cut);
    held = '';
    return out;
  };

  return {
    push(delta) {
      if (watch.leak) return '';
      const text = half + delta;
      half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : '';
      take(half === '' ? text : text.slice(0, -1));
      return watch.leak ? stop() : letGo(Math.min(watch.hold, read));
    },
    end() {
      if (watch.leak) return '';
      take(half);
      half = '';
      watch.end();
      return watch.leak ? stop() : letGo(read);
    },
    get leaked() {
      return watch.leak;
    },
  };
}

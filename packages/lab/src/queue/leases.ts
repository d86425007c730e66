/**
 * What this process holds on a shared server, and says again and again that it still holds: when it is killed, the others
 * have it back within seconds.
 * @module
 */
import { setInterval } from 'node:timers';

/** Things held. */
interface Leases {
  add(name: string): void;
  remove(name: string): void;
  close(): void;
}

/** @param renew is told everything that is held, every so many milliseconds. It must not throw. */
export function createLeases(every: number, renew: (names: readonly string[]) => void): Leases {
  const held = new Set<string>();
  const timer = setInterval(() => {
    if (held.size > 0) renew([...held]);
  }, every).unref();
  return {
    add: (name) => void held.add(name),
    remove: (name) => void held.delete(name),
    close: () => clearInterval(timer),
  };
}

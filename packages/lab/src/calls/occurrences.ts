/**
 * Numbers equal requests of one conversation in the order in which they are made, so that each is a call of its own, and
 * the same one when the conversation is played again.
 * @module
 */

/** Gives numbers out. */
interface Occurrences {
  /** The lowest free number, from 0. */
  take(request: string): number;
  /** The call failed: its number goes to the next one, as it would have if nothing had failed. */
  giveBack(request: string, occurrence: number): void;
}

export function createOccurrences(): Occurrences {
  const next = new Map<string, number>();
  const free = new Map<string, number[]>();
  return {
    take(request) {
      const given = free.get(request)?.shift();
      if (given !== undefined) return given;
      const number = next.get(request) ?? 0;
      next.set(request, number + 1);
      return number;
    },
    giveBack(request, occurrence) {
      const list = free.get(request) ?? [];
      list.push(occurrence);
      free.set(
        request,
        list.sort((a, b) => a - b),
      );
    },
  };
}

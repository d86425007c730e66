/**
 * When a silence is long enough to speak into.
 * @module
 */
import type { HostEvent } from './host-event.ts';
import type { Silence } from './saved-assistant.ts';

const FIVE_MINUTES = 300_000;
/** A day is the longest that is waited between two tries. */
const LONGEST = 86_400_000;

/** The silence as an event, or nothing when it is too short; each try that stayed quiet makes the next wait twice as long. */
export function silentFor(
  { since, tries }: Silence,
  now: number,
  shortest: number = FIVE_MINUTES,
): HostEvent | undefined {
  const silent = now - since;
  if (silent < Math.max(shortest, Math.min(LONGEST, shortest * 2 ** tries))) return undefined;
  const minutes = Math.floor(silent / 60_000);
  const long = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return { type: 'silence', text: `Nobody has said anything for ${long}.`, at: now };
}

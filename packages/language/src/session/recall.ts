/**
 * Finds the session that a request belongs to, and keeps the one that it leads to.
 *
 * A conversation id narrows the search to that conversation, where the transcript still says which turn is meant (so
 * that a regenerated reply starts from where it should); when the client has shortened the transcript beyond
 * recognition, the conversation's latest session is taken.
 * @module
 */
import { isLater } from '../flow/soon.ts';
import { answeredKeys, keysOf, nextKey, type Said, startKey } from '../transcript/fingerprint.ts';
import type { Remembered, SessionStore } from './session-store.ts';

/** Turns that a client may have taken back at once before it counts as another conversation. */
const LOOK_BACK = 8;

/** Whose conversation it is, and which. */
export interface Whose {
  /** The key, account or person that may see this conversation; one for all by default. */
  readonly tenant?: string;
  /** The client's own id of the conversation. */
  readonly conversation?: string;
}

/** Keys of a request. */
export interface Place {
  /** Keys to look under, the best first. */
  readonly candidates: readonly string[];
  /** The key of all that was said, this request included. */
  readonly here: string;
  /** The key of the conversation's latest session, for clients that give an id. */
  readonly latest?: string;
}

const scope = ({ tenant = '', conversation }: Whose): string => JSON.stringify([tenant, conversation ?? null]);

/** Where a request stands. */
export function placeOf(messages: readonly Said[], whose: Whose): Place {
  const tenant = scope(whose);
  const keys = keysOf(tenant, messages);
  const candidates = answeredKeys(keys, messages, LOOK_BACK);
  const here = keys.at(-1) ?? startKey(tenant);
  if (whose.conversation === undefined) return { candidates, here };
  const latest = startKey(JSON.stringify(['latest', tenant]));
  const isAtStart = candidates.length === 0;
  return { candidates: isAtStart ? [] : [...candidates, latest], here, latest };
}

/** The session as of the last reply; nothing when the conversation is new. Answers at once when the store does. */
export function recall(store: SessionStore, place: Place): Remembered | undefined | Promise<Remembered | undefined> {
  for (const [at, key] of place.candidates.entries()) {
    const found = store.get(key);
    if (isLater(found)) return recallSlowly(store, place.candidates.slice(at), found);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function recallSlowly(
  store: SessionStore,
  [, ...rest]: readonly string[],
  first: Promise<Remembered | undefined>,
): Promise<Remembered | undefined> {
  let found = await first;
  for (const key of rest) {
    if (found !== undefined) break;
    found = await store.get(key);
  }
  return found;
}

/** Keeps the session as of a reply. */
export async function keep(store: SessionStore, place: Place, reply: Said, remembered: Remembered): Promise<void> {
  await store.put(nextKey(place.here, reply), remembered);
  if (place.latest !== undefined) await store.put(place.latest, remembered);
}

/**
 * Keeps a session for the time being: the decision on the turn is still to come. What is kept already under the same
 * words was decided on, and stays, under the name of whoever said them last.
 */
export async function keepForNow(
  store: SessionStore,
  place: Place,
  reply: Said,
  { name, ...rest }: Remembered,
): Promise<void> {
  const known = await store.get(nextKey(place.here, reply));
  await keep(store, place, reply, { ...(known ?? rest), name });
}

/** Keeps the session of a decision that came late. Where the conversation has gone on since, its latest session stands. */
export async function keepLate(store: SessionStore, place: Place, reply: Said, remembered: Remembered): Promise<void> {
  const latest = place.latest === undefined ? undefined : await store.get(place.latest);
  const isPast = latest !== undefined && isAfter(latest, remembered);
  await keep(store, isPast ? { ...place, latest: undefined } : place, reply, remembered);
}

/** A turn under way comes after the session that it began with. */
function isAfter(one: Remembered, other: Remembered): boolean {
  const turns = one.session.turn - other.session.turn;
  return turns > 0 || (turns === 0 && one.pending !== undefined && other.pending === undefined);
}

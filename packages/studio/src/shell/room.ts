/**
 * Which room is open: the part of the address after `#/`, so that rooms can be linked to and Back works.
 * @module
 */
import { useSyncExternalStore } from 'react';

/** The rooms, in the order of the navigation. */
export const ROOMS = [
  { id: 'talk', name: 'Talk' },
  { id: 'open', name: 'Open world' },
  { id: 'table', name: 'Table' },
  { id: 'unmet', name: 'Unmet wishes' },
] as const;

/** `talk`, `open`, `table` or `unmet`. */
export type RoomId = (typeof ROOMS)[number]['id'];

function current(): RoomId {
  const id = location.hash.replace(/^#\//, '');
  return ROOMS.find((room) => room.id === id)?.id ?? 'talk';
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** The open room. */
export function useRoom(): RoomId {
  return useSyncExternalStore(subscribe, current);
}

/** Goes to a room. */
export function enter(room: RoomId): void {
  location.hash = `#/${room}`;
}

/**
 * Which room is open: the part of the address after `#/`, so that rooms can be linked to and Back works. Behind the room
 * may stand a place within it, as `#/runs/hold-1-3f9a2c`.
 * @module
 */
import { useSyncExternalStore } from 'react';

/** The rooms, in the order of the navigation. */
export const ROOMS = [
  { id: 'talk', name: 'Talk' },
  { id: 'open', name: 'Open world' },
  { id: 'table', name: 'Table' },
  { id: 'unmet', name: 'Unmet wishes' },
  { id: 'runs', name: 'Runs' },
  { id: 'training', name: 'Training' },
] as const;

/** `talk`, `open`, `table`, `unmet`, `runs` or `training`. */
export type RoomId = (typeof ROOMS)[number]['id'];

function parts(): readonly string[] {
  return location.hash.replace(/^#\//, '').split('/');
}

function place(): string | undefined {
  const [, name] = parts();
  if (!name) return undefined;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function current(): RoomId {
  const [id] = parts();
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

/** The place within the open room; undefined in the room itself. */
export function usePlace(): string | undefined {
  return useSyncExternalStore(subscribe, place);
}

/** Goes to a room. */
export function enter(room: RoomId): void {
  location.hash = `#/${room}`;
}

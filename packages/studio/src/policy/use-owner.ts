/**
 * Whether this visitor owns the server, or may only chat.
 * @module
 */
import { useQuery } from '@tanstack/react-query';
import { hasKey, unmetWishes } from '../api/client.ts';

/** True for the owner. Whoever came in without a key owns a server without locks; a key is tried on a route of the owner's. */
export function useOwner(): boolean {
  const locked = hasKey();
  const wishes = useQuery({ queryKey: ['wishes'], queryFn: unmetWishes, enabled: locked });
  return !locked || wishes.isSuccess;
}

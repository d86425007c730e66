/**
 * The present turn, decided again at another horizon. Nothing changes in the conversation itself.
 * @module
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { redecide } from '../api/client.ts';
import type { ChatReply } from '../api/types.ts';

/** What would be said and how it would be decided; the turn itself at its own horizon. */
export interface Redecision {
  readonly reply: ChatReply;
  /** True while `reply` is still the one of the horizon before. */
  readonly stale: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** `turn` tells one turn of a conversation from the next. `played` is the horizon the turn was decided at. */
export function useRedecision(actual: ChatReply, turn: number, played: number, horizon: number): Redecision {
  const asked = useQuery({
    queryKey: ['redecide', actual.conversation, turn, horizon],
    queryFn: () => redecide(actual.conversation, horizon),
    enabled: horizon !== played && !actual.ended,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const other = horizon !== played;
  return {
    reply: other && asked.data ? asked.data : actual,
    stale: other && (asked.isPlaceholderData || asked.isPending) && !asked.error,
    error: other ? asked.error : null,
    retry: () => asked.refetch(),
  };
}

/**
 * Two conversations held at once: the same words go to the passive assistant and to the one with initiative.
 * @module
 */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { compare } from '../api/client.ts';
import type { Pair } from '../api/types.ts';

/** How far ahead the assistant with initiative looks unless told otherwise. */
export const DEFAULT_HORIZON = 2;

/** One exchange: what was said (nothing in the opening turn) and what both made of it. */
export interface Turn {
  readonly said: string | undefined;
  readonly replies: Pair;
}

/** The conversation as the rooms see it. */
export interface Conversation {
  readonly turns: readonly Turn[];
  /** What was said and is not yet answered. */
  readonly pending: string | undefined;
  /** True until both have opened. */
  readonly opening: boolean;
  readonly error: Error | null;
  /** The horizon that the assistant with initiative plays at, 0 … 4. */
  readonly horizon: number;
  /** Counts conversations: changes when one starts over. */
  readonly game: number;
  /** Says something to both; ignored while an answer is awaited or when nothing is said. */
  say(message: string): void;
  /** Asks again for what failed. */
  retry(): void;
  startOver(horizon?: number): void;
}

/** Opens both conversations once `ready`, and keeps them while rooms come and go. */
export function useConversation(ready: boolean): Conversation {
  const [game, setGame] = useState({ number: 1, horizon: DEFAULT_HORIZON });
  const [later, setLater] = useState<readonly Turn[]>([]);
  const opened = useQuery({
    queryKey: ['opening', game.number],
    queryFn: () => compare({ horizon: game.horizon }),
    enabled: ready,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const first: Turn[] = opened.data ? [{ said: undefined, replies: opened.data }] : [];
  const turns = [...first, ...later];
  const now = turns.at(-1)?.replies;

  const saying = useMutation({
    mutationFn: ({ message }: { message: string; game: number }) =>
      compare({ passive: now?.passive.conversation, initiative: now?.initiative.conversation, message }),
    onSuccess: (replies, { message, game: asked }) => {
      setGame((current) => {
        if (current.number === asked) setLater((before) => [...before, { said: message, replies }]);
        return current;
      });
    },
  });

  const say = (message: string) => {
    const words = message.trim();
    if (words !== '' && now && !saying.isPending) saying.mutate({ message: words, game: game.number });
  };
  return {
    turns,
    pending: saying.isPending ? saying.variables.message : undefined,
    opening: opened.isPending,
    error: opened.error ?? saying.error,
    horizon: game.horizon,
    game: game.number,
    say,
    retry: () => {
      if (opened.error) opened.refetch();
      else if (saying.variables) saying.mutate(saying.variables);
    },
    startOver: (horizon = game.horizon) => {
      saying.reset();
      setLater([]);
      setGame({ number: game.number + 1, horizon });
    },
  };
}

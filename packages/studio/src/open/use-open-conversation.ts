/**
 * The conversation with a language model, held with both sides at once, while rooms come and go.
 * @module
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { changeConversation, currentModel, openConversation, sayToBoth } from '../api/open-client.ts';
import type { Goal, OpenChange, OpenReply, OpenState, OpenTurn, ShownModel } from '../api/open-types.ts';
import type { Side } from '../api/types.ts';

/** What was said, and what both made of it. */
export interface Exchange extends OpenTurn {
  readonly said: string;
}

/** A turn under way: words so far, and whole replies. */
export interface Pending {
  readonly said: string;
  readonly words: Readonly<Record<Side, string>>;
  readonly replies: Readonly<Partial<Record<Side, OpenReply>>>;
}

/** The conversation as the room sees it. */
export interface OpenConversation {
  /** Undefined until it is known; null when none is set. */
  readonly model: ShownModel | null | undefined;
  readonly exchanges: readonly Exchange[];
  readonly pending: Pending | undefined;
  /** Undefined until a conversation is open. */
  readonly state: OpenState | undefined;
  readonly error: Error | null;
  readonly changeError: Error | null;
  /** A message that was not answered, to be said again. */
  readonly unanswered: string | undefined;
  say(message: string): void;
  /** Breaks the turn under way off. */
  stop(): void;
  change(change: OpenChange): void;
  /** Another model was set, or none. */
  modelChanged(model: ShownModel | null): void;
  startOver(): void;
  /** Asks again for what could not be had. */
  retry(): void;
}

const NO_WORDS = { passive: '', initiative: '' };

/** Opens a conversation once there is a model and `wanted`; keeps it while rooms come and go. */
export function useOpenConversation(wanted: boolean): OpenConversation {
  const queries = useQueryClient();
  const [game, setGame] = useState<{ number: number; settings?: OpenChange['settings']; goals?: readonly Goal[] }>({
    number: 1,
  });
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const [pending, setPending] = useState<Pending>();
  const running = useRef<AbortController>(undefined);
  const [state, setState] = useState<OpenState>();
  const model = useQuery({ queryKey: ['open-model'], queryFn: currentModel, enabled: wanted });
  const isReady = wanted && model.data?.model != null;
  const opened = useQuery({
    queryKey: ['open-conversation', game.number],
    queryFn: () => openConversation({ settings: game.settings, goals: game.goals }),
    enabled: isReady,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const now = state ?? opened.data;

  const saying = useMutation({
    mutationFn: async ({ message }: { message: string }) => {
      const own = new AbortController();
      running.current = own;
      setPending({ said: message, words: NO_WORDS, replies: {} });
      const heard = (how: (so: Pending) => Pending) => {
        if (running.current === own) setPending((so) => so && how(so));
      };
      try {
        const turn = await sayToBoth(
          now!.conversation,
          message,
          {
            onWords: (side, words) =>
              heard((so) => ({ ...so, words: { ...so.words, [side]: so.words[side] + words } })),
            onReply: (side, reply) => heard((so) => ({ ...so, replies: { ...so.replies, [side]: reply } })),
          },
          own.signal,
        );
        // Begun anew meanwhile, this turn belongs to a conversation that is gone.
        own.signal.throwIfAborted();
        setExchanges((before) => [...before, { said: message, ...turn }]);
        setState(turn.state);
      } finally {
        if (running.current === own) setPending(undefined);
      }
    },
  });

  const changing = useMutation({
    // One after another, so that the latest answer is the latest state.
    scope: { id: 'open-change' },
    mutationFn: (change: OpenChange) => changeConversation(now!.conversation, change),
    onMutate: ({ settings }) => {
      // A slider must not jump back while the server is asked.
      if (settings && now) setState({ ...now, settings: { ...now.settings, ...settings } });
    },
    onSuccess: setState,
    onError: () => setState(now),
  });

  const wasStopped = saying.error instanceof DOMException;
  const isBusy = pending !== undefined;
  return {
    model: model.data === undefined ? undefined : model.data.model,
    exchanges,
    pending,
    state: now,
    error: model.error ?? opened.error ?? (wasStopped ? null : saying.error),
    changeError: changing.error,
    unanswered: saying.error ? saying.variables?.message : undefined,
    say: (message) => {
      const words = message.trim();
      if (words !== '' && now && !isBusy) saying.mutate({ message: words });
    },
    stop: () => running.current?.abort(),
    change: (change) => {
      if (now && !isBusy) changing.mutate(change);
    },
    modelChanged: (next) => queries.setQueryData(['open-model'], { model: next }),
    startOver: () => {
      running.current?.abort();
      running.current = undefined;
      setPending(undefined);
      saying.reset();
      changing.reset();
      setExchanges([]);
      setState(undefined);
      const goals = now?.mind.agenda.map(({ id, goal, worth, deadline }) => ({ id, goal, worth, deadline }));
      setGame({ number: game.number + 1, settings: now?.settings, goals });
    },
    retry: () => {
      if (model.error) void model.refetch();
      else if (opened.error) void opened.refetch();
      else if (saying.variables) saying.mutate(saying.variables);
    },
  };
}

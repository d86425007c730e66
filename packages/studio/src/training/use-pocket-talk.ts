/**
 * Two conversations with checkpoints of the pocket model, held at once: the same words go to both, and each goes its own way.
 * @module
 */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { pocketReplies } from '../api/training-client.ts';
import type { PocketReply, PocketSide } from '../api/training-types.ts';

/** One exchange. */
export interface PocketTurn {
  readonly said: string;
  /** As the sides stand: left, right. */
  readonly replies: readonly PocketReply[];
}

/** The conversation as the room sees it. */
export interface PocketTalk {
  readonly turns: readonly PocketTurn[];
  readonly pending: string | undefined;
  readonly error: Error | null;
  /** Counts conversations: changes when one starts over. */
  readonly game: number;
  /** One of the models can read no more. */
  readonly full: boolean;
  say(message: string): void;
  /** Starts over with these words. */
  begin(message: string): void;
  retry(): void;
  startOver(): void;
}

/** Holds them with the two checkpoints. */
export function usePocketTalk(pair: readonly [string, string] | undefined): PocketTalk {
  const [state, setState] = useState<{ readonly game: number; readonly turns: readonly PocketTurn[] }>({
    game: 1,
    turns: [],
  });
  const { game, turns } = state;
  const saying = useMutation({
    mutationFn: ({ sides, game: draw }: Asked) => pocketReplies(sides, draw),
    onSuccess: ({ replies }, asked) =>
      setState((now) =>
        now.game === asked.game ? { ...now, turns: [...now.turns, { said: asked.message, replies }] } : now,
      ),
  });
  const isBusy = saying.isPending && saying.variables.game === game;
  const ask = (message: string, before: readonly PocketTurn[], number: number) => {
    const words = message.trim();
    if (words === '' || pair === undefined) return;
    const sides = pair.map((checkpoint, at): PocketSide => ({ checkpoint, turns: spoken(before, at, words) }));
    saying.mutate({ message: words, sides, game: number });
  };
  const startOver = (message?: string) => {
    saying.reset();
    setState({ game: game + 1, turns: [] });
    if (message !== undefined) ask(message, [], game + 1);
  };
  return {
    turns,
    pending: isBusy ? saying.variables.message : undefined,
    error: saying.error,
    game,
    full: turns.at(-1)?.replies.some(({ full }) => full) ?? false,
    say: (message) => {
      if (!isBusy) ask(message, turns, game);
    },
    begin: (message) => startOver(message),
    retry: () => {
      if (saying.variables) saying.mutate(saying.variables);
    },
    startOver: () => startOver(),
  };
}

interface Asked {
  readonly message: string;
  readonly sides: readonly PocketSide[];
  readonly game: number;
}

function spoken(before: readonly PocketTurn[], at: number, words: string): PocketSide['turns'] {
  const turns = before.flatMap(({ said, replies }) => [
    { speaker: 'user' as const, text: said },
    { speaker: 'assistant' as const, text: replies[at].text },
  ]);
  return [...turns, { speaker: 'user', text: words }];
}

/**
 * Work that gives way: what the assistant thinks over unasked never keeps its user waiting.
 * @module
 */
import type { Queue } from './queue.ts';

/** Runs work in order that can be put off. */
export interface GivingWay {
  /**
   * Thinks, then takes what came of it, with nothing between. When something else must go first, the thinking is called
   * off by its signal and begun anew afterwards; what came of it until then is not taken.
   */
  run<T>(think: (signal: AbortSignal) => Promise<T>, take: (thought: T) => void, signal?: AbortSignal): Promise<T>;
  /** Something else goes first: call it before that is put into the queue. */
  giveWay(): void;
}

/** Over a queue that others use too. */
export function createGivingWay(inOrder: Queue): GivingWay {
  let current: AbortController | undefined;
  return {
    async run(think, take, signal) {
      for (;;) {
        const done = await inOrder(async () => {
          const own = new AbortController();
          current = own;
          const thought = await think(signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]));
          current = undefined;
          if (own.signal.aborted) return undefined;
          take(thought);
          return { thought };
        });
        if (done !== undefined) return done.thought;
      }
    },
    giveWay: () => current?.abort(new DOMException('The user’s turn goes first.', 'AbortError')),
  };
}

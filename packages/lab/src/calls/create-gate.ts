/**
 * How many calls a provider gets at once, learnt from its refusals: halved when it refuses, one more for every full round
 * that goes well, nothing at all while it asks for rest.
 * @module
 */
import { type Sleep, sleepFor } from '@sente/language';
import type { Gate, Passage } from './call-store.ts';

/** How to hold back. */
export interface GateOptions {
  /** Most calls at once to one provider. */
  readonly atOnce: number;
  readonly sleep?: Sleep;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

interface Provider {
  /** Calls allowed at once; a fraction is on its way to the next whole. */
  allowed: number;
  under: number;
  restUntil: number;
  /** Counts refusals that were heeded: calls that entered before one say nothing new. */
  era: number;
  waiting: (() => void)[];
  isResting: boolean;
}

/** See `Gate`. */
export function createGate({ atOnce, sleep = sleepFor, now = Date.now }: GateOptions): Gate {
  const most = Math.max(1, Math.floor(atOnce));
  const providers = new Map<string, Provider>();

  const hasRoom = (provider: Provider): boolean =>
    provider.under < Math.floor(provider.allowed) && now() >= provider.restUntil;

  /** Lets in whoever waits, as far as there is room; sees to it that it is called again after a rest. */
  function letIn(provider: Provider): void {
    while (provider.waiting.length > 0 && hasRoom(provider)) {
      provider.under++;
      provider.waiting.shift()?.();
    }
    const rest = provider.restUntil - now();
    if (provider.waiting.length === 0 || rest <= 0 || provider.isResting) return;
    provider.isResting = true;
    void sleep(rest).then(() => {
      provider.isResting = false;
      letIn(provider);
    });
  }

  function passage(provider: Provider): Passage {
    const { era } = provider;
    let isOver = false;
    const leave = (learn: () => void): void => {
      if (isOver) return;
      isOver = true;
      provider.under--;
      learn();
      letIn(provider);
    };
    return {
      done: () =>
        leave(() => {
          if (era === provider.era) provider.allowed = Math.min(most, provider.allowed + 1 / provider.allowed);
        }),
      refused: (retryAfterMs) =>
        leave(() => {
          provider.restUntil = Math.max(provider.restUntil, now() + (retryAfterMs ?? 0));
          if (era !== provider.era) return;
          provider.era++;
          provider.allowed = Math.max(1, Math.floor(provider.allowed / 2));
        }),
      failed: () => leave(() => {}),
    };
  }

  return {
    async enter(name, signal) {
      signal?.throwIfAborted();
      let provider = providers.get(name);
      if (!provider) {
        provider = { allowed: most, under: 0, restUntil: 0, era: 0, waiting: [], isResting: false };
        providers.set(name, provider);
      }
      const { waiting } = provider;
      if (waiting.length === 0 && hasRoom(provider)) {
        provider.under++;
        return passage(provider);
      }
      await new Promise<void>((resolve, reject) => {
        const enter = (): void => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        const leave = (): void => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', leave, { once: true });
        waiting.push(enter);
        letIn(provider);
      });
      return passage(provider);
    },
  };
}

/**
 * The layer as a whole: thinks a turn over within a budget and behind a circuit breaker, and stands aside when that fails.
 * Holds no conversation; sessions are passed in and come back.
 * @module
 */
import { createBreaker } from '../model/breaker.ts';
import type { Caller } from '../model/caller.ts';
import { createCaller } from '../model/create-caller.ts';
import { userTurn } from '../transcript/transcript.ts';
import { asideFor } from './aside.ts';
import { budgetOf } from './deepen.ts';
import { handsOver } from './hands-over.ts';
import type { Layer } from './layer.ts';
import { standingPlan } from './make-plan.ts';
import type { InitiativeOptions } from './options.ts';
import type { PlannedTurn } from './plan.ts';
import { settleTurn } from './settle.ts';
import { createThinking } from './think.ts';
import { turnCost } from './turn-cost.ts';

/** Makes a layer. */
export function createLayer(options: InitiativeOptions = {}): Layer {
  const now = options.now ?? Date.now;
  const breaker = createBreaker(now);
  const think = createThinking(options, now);
  const settle = settleTurn(now);
  return {
    standing: standingPlan,
    async decide(request) {
      const { session, transcript } = request;
      const started = now();
      // What was read counts even when the rest fails: a dismissal, a release, a change of mind.
      let known = session;
      const stand = (reason: string, detail: string, caller?: Caller): PlannedTurn => ({
        plan: standingPlan(known),
        session: known,
        suppressed: [],
        cost: turnCost(caller, now() - started),
        aside: { reason, detail },
      });
      if (userTurn(transcript) === undefined) return stand('tool-loop', 'The last message is not the user’s.');
      if (transcript.isFormal) return stand('formal', 'The client demands a form.');
      const caller = createCaller(options.planner ?? request.model, {
        budget: budgetOf(options),
        prices: options.prices,
        now,
        seed: options.seed,
      });
      try {
        const turn = await breaker.run(
          () => think(request, caller, (read) => (known = read)),
          (error) => isModelsFault(error, request.signal),
        );
        const planned = { ...turn, cost: turnCost(caller, now() - started) };
        quietly(() => options.onDecision?.(planned));
        return planned;
      } catch (error) {
        const { reason, detail } = asideFor(error, request.signal);
        const planned = stand(reason, detail, caller);
        quietly(() => options.onDecision?.(planned));
        return planned;
      }
    },
    settle(turn, transcript, reply, wasPlanned) {
      const session = settle(turn, transcript, reply, wasPlanned);
      if (handsOver(turn, wasPlanned)) quietly(() => options.onHandOver?.(turn, session));
      return session;
    },
  };
}

/**
 * Whether a failure is the model's. One that comes of calling the decision off is not, whatever the reason looks like
 * (servers give a bare string): clients who leave would shut the layer to all others. Unless it was called off for
 * taking too long.
 */
function isModelsFault(error: unknown, signal: AbortSignal | undefined): boolean {
  if (signal?.aborted) return (signal.reason as Error | undefined)?.name === 'TimeoutError';
  return asideFor(error, undefined).isFault;
}

/** A hook of the host's that throws costs nobody a turn. */
function quietly(hook: () => void): void {
  try {
    hook();
  } catch {
    // The host's own business.
  }
}

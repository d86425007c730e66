/**
 * A turn of the shopkeeper in the making, and how its decision is put together.
 * @module
 */
import { type Act, type ActKind, type Candidate, conclude } from '@sente/engine';
import type { Reply } from '../concierge/reply.ts';
import type { KeeperDecision, KeeperReply } from './keeper.ts';
import type { KeeperState } from './state.ts';

/** A turn taken, and where the conversation stands after it. */
export interface Taken {
  readonly reply: KeeperReply;
  readonly state: KeeperState;
}

/** An act with the words that a person reads in a decision. */
export interface KeeperAct extends Act {
  readonly label: string;
}

/** Candidates of the shopkeeper's own, on the catalogue's scale. */
export type KeeperOption = Pick<Candidate<KeeperAct>, 'act' | 'value'> & Partial<Candidate<KeeperAct>>;

/** Chooses among options by the engine's rule, and says why. */
export function decideAmong(
  horizon: number,
  options: readonly KeeperOption[],
  chosen?: string,
): { readonly id: string; readonly shown: KeeperDecision } {
  const decision = conclude<KeeperAct>({
    policy: horizon === 0 ? 'passive' : 'planned',
    horizon,
    candidates: options.map((option) => ({ error: 0, samples: 0, ...option })),
    cost: { samples: 0, expansions: 0, calls: 0, tokens: 0 },
    chosen: options.find(({ act }) => act.id === chosen)?.act,
    describe: ({ label }) => `“${label}”`,
  });
  return {
    id: decision.chosen.id,
    shown: {
      horizon,
      why: decision.why,
      candidates: decision.candidates.map(({ act, value, error, suppressed }) => ({
        label: act.label,
        kind: act.kind,
        value,
        error,
        ...(suppressed !== undefined && { suppressed }),
      })),
    },
  };
}

/** The candidates of the catalogue's decision, as options. */
export function optionsOf({ candidates }: Reply['decision']): KeeperOption[] {
  return candidates.map(({ id, kind, label, value, error, samples, depth, suppressed }) => ({
    act: { id, kind: kind as ActKind, label },
    value,
    error,
    samples,
    ...(depth !== undefined && { depth }),
    ...(suppressed !== undefined && { suppressed }),
  }));
}

/** The catalogue's decision as it stands. */
export function asDecision({ horizon, why, candidates, chosen }: Reply['decision']): KeeperDecision {
  const best = [...candidates].sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen));
  return {
    horizon,
    why,
    candidates: best.map(({ label, kind, value, error, suppressed }) => ({
      label,
      kind: kind as ActKind,
      value,
      error,
      ...(suppressed !== undefined && { suppressed }),
    })),
  };
}

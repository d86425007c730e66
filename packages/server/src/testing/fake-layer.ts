/**
 * A layer for tests that does what it is told.
 * @module
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Layer, PlannedTurn, Session, TurnPlan, TurnRequest } from '@sente/language';

/** What it is told. */
export interface FakeLayerOptions {
  readonly plan?: TurnPlan | ((request: TurnRequest) => TurnPlan);
  /** The act is to abstain, for this reason; what is said is the plan's all the same. */
  readonly abstains?: string;
  /** Milliseconds that a decision takes. */
  readonly delay?: number;
  readonly standing?: TurnPlan;
  /** What deciding does to the session. */
  readonly change?: (session: Session) => Session;
  /** Throws instead. */
  readonly fault?: Error;
}

/** One that remembers what it was asked and told. */
export interface FakeLayer extends Layer {
  readonly requests: TurnRequest[];
  readonly settled: { readonly reply: string; readonly wasPlanned: boolean }[];
}

/** Makes one. Its sessions count turns. */
export function fakeLayer(options: FakeLayerOptions = {}): FakeLayer {
  const requests: TurnRequest[] = [];
  const settled: FakeLayer['settled'] = [];
  return {
    requests,
    settled,
    standing: () => options.standing ?? { do: 'pass' },
    async decide(request) {
      requests.push(request);
      const { plan = { do: 'pass' }, delay = 0, change = (session) => session, fault } = options;
      const cost = { calls: 2, inputTokens: 100, outputTokens: 20, money: 0, milliseconds: delay };
      const stand = { session: request.session, suppressed: [], cost };
      try {
        if (delay > 0) await sleep(delay, undefined, { signal: request.signal });
      } catch {
        return { ...stand, plan: { do: 'pass' }, aside: { reason: 'deadline', detail: 'called off' } };
      }
      if (fault) throw fault;
      const chosen = typeof plan === 'function' ? plan(request) : plan;
      return {
        ...stand,
        plan: chosen,
        session: change(request.session),
        decision: decisionOf(chosen, options.abstains),
      };
    },
    settle(turn, _, reply, wasPlanned) {
      settled.push({ reply, wasPlanned });
      return { ...turn.session, turn: turn.session.turn + 1 };
    },
  };
}

function decisionOf(plan: TurnPlan, abstains: string | undefined): PlannedTurn['decision'] {
  const chosen =
    abstains !== undefined
      ? ({ kind: 'abstain', id: 'abstain', text: 'say that it is not known' } as const)
      : plan.do === 'say'
        ? ({ kind: 'ask', id: 'ask:1', text: plan.text } as const)
        : ({ kind: 'answer', id: 'answer', text: 'the answer' } as const);
  return {
    policy: 'planned',
    horizon: 2,
    chosen,
    candidates: [{ act: chosen, value: 0.8, error: 0, samples: 0 }],
    why: abstains ?? 'because it was told to',
    cost: { samples: 0, expansions: 1, calls: 2, tokens: 120 },
  };
}

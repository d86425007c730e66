/**
 * A layer for tests: decides what it is told to, and writes down what it hears.
 * @module
 */
import type { Session } from '../session/session.ts';
import type { Layer, TurnRequest } from '../turn/layer.ts';
import type { PlannedTurn, TurnPlan } from '../turn/plan.ts';
import type { LanguageAct } from '../value/act.ts';
import type { Commitment } from '../vault/vault.ts';

export interface Settled {
  readonly plan: TurnPlan['do'];
  readonly reply: string;
  readonly wasPlanned: boolean;
}

export interface FakeLayer extends Layer {
  readonly requests: TurnRequest[];
  readonly settled: Settled[];
}

const KIND = { pass: 'answer', say: 'ask', write: 'offer' } as const;

/** A turn with this plan. */
export function plannedTurn(plan: TurnPlan, session: Session): PlannedTurn {
  const chosen: LanguageAct = { kind: KIND[plan.do], id: 'a1', text: 'because' };
  return {
    plan,
    decision: {
      policy: 'planned',
      horizon: 2,
      chosen,
      candidates: [{ act: chosen, value: 0.5, error: 0, samples: 0 }],
      why: 'It is best.',
      cost: { samples: 0, expansions: 3, calls: 2, tokens: 300 },
    },
    session,
    suppressed: [],
    cost: { calls: 2, inputTokens: 200, outputTokens: 100, money: 0, milliseconds: 7 },
  };
}

/** The session with a commitment more. */
export function holding(session: Session, value: string, id = 'v1'): Session {
  const made: Commitment = { id, about: 'the word', value, isReleased: false, turn: session.turn };
  return { ...session, vault: { commitments: [...session.vault.commitments, made] } };
}

/** `decide` gives a plan, or a whole turn. */
export function fakeLayer(
  decide: (request: TurnRequest) => TurnPlan | PlannedTurn | Promise<TurnPlan | PlannedTurn>,
): FakeLayer {
  const requests: TurnRequest[] = [];
  const settled: Settled[] = [];
  return {
    requests,
    settled,
    standing: ({ vault }) => {
      const kept = vault.commitments.filter(({ isReleased }) => !isReleased);
      if (kept.length === 0) return { do: 'pass' };
      return { do: 'write', note: `Keep to: ${kept.map(({ value }) => value).join()}`, leaveOut: [] };
    },
    async decide(request) {
      requests.push(request);
      const decided = await decide(request);
      return 'plan' in decided ? decided : plannedTurn(decided, request.session);
    },
    settle(turn, _, reply, wasPlanned) {
      settled.push({ plan: turn.plan.do, reply, wasPlanned });
      return { ...turn.session, turn: turn.session.turn + 1 };
    },
  };
}

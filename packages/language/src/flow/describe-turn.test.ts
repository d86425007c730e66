import type { Decision } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { newSession } from '../session/session.ts';
import type { TurnPlan } from '../turn/plan.ts';
import type { LanguageAct } from '../value/act.ts';
import { describeTurn } from './describe-turn.ts';
import { isChosen } from './shown-ids.ts';

const acts: LanguageAct[] = [
  { kind: 'answer', id: 'answer:say-that-it-is-an-otter', text: 'say that it is an otter' },
  { kind: 'ask', id: 'ask:do-you-give-up', text: 'Do you give up?' },
];
const decision: Decision<LanguageAct> = {
  policy: 'planned',
  horizon: 2,
  chosen: acts[0],
  candidates: acts.map((act, i) => ({ act, value: 1 - i / 10, error: 0, samples: 0 })),
  why: 'saying that it is an otter is worth most',
  cost: { samples: 0, expansions: 1, calls: 2, tokens: 10 },
};
const transcript = (text: string) => ({
  messages: [{ at: 0, role: 'user' as const, text, tools: [], attachments: 0 }],
  tools: [],
  isFormal: false,
});
const cost = { calls: 2, inputTokens: 8, outputTokens: 2, money: 0, milliseconds: 1 };

function described(plan: TurnPlan, said = 'Think of an animal', isReleased = false) {
  const commitments = [{ id: 'v1', about: 'the animal', value: 'otter', isReleased, turn: 0 }];
  const session = { ...newSession(), vault: { commitments } };
  const suppressed = [{ id: acts[0].id, reason: 'cooling down' }];
  const turn = { plan, decision, session, suppressed, cost };
  const by = plan.do === 'say' ? ('said' as const) : ('bare' as const);
  return describeTurn({ by, turn, conversation: 'c1', leaks: 0 }, transcript(said));
}

describe('a described turn', () => {
  it('names no secret: not in texts, not in ids, not in a form', () => {
    const form = { question: 'Is it furry?', choices: ['yes', 'an otter is'] };
    const turn = described({ do: 'say', text: form.question, form });
    expect(JSON.stringify(turn)).not.toContain('otter');
    expect(turn).toMatchObject({
      id: 'answer:private-1',
      why: '(private)',
      candidates: [{ id: 'answer:private-1', text: '(private)' }, { id: 'ask:do-you-give-up' }],
      suppressed: [{ id: 'answer:private-1' }],
      form: { question: 'Is it furry?', choices: ['yes'] },
    });
    expect(isChosen(decision, turn.id as string)).toBe(true);
  });

  it('has no form for a question that was not put', () => {
    const form = { question: 'Is it an otter?', choices: ['yes'] };
    expect(described({ do: 'say', text: form.question, form }).form).toBeUndefined();
  });

  it('is open about what is released, or was said by the user', () => {
    expect(described({ do: 'pass' }, 'Think of an animal', true).id).toBe(acts[0].id);
    expect(described({ do: 'pass' }, 'Is it an otter?').id).toBe(acts[0].id);
    expect(isChosen(decision, acts[0].id)).toBe(true);
    expect(isChosen(decision, acts[1].id)).toBe(false);
    expect(isChosen(decision, 'answer:private-2')).toBe(false);
    expect(isChosen(decision, undefined)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { newSession } from '../session/session.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import type { Transcript } from '../transcript/transcript.ts';
import { createLayer } from './create-layer.ts';
import { budgetOf } from './deepen.ts';
import type { InitiativeOptions } from './options.ts';
import type { PlannedTurn } from './plan.ts';

const transcript: Transcript = {
  messages: [{ at: 0, role: 'user', text: 'Which kite should I take?', tools: [], attachments: 0 }],
  tools: [],
  isFormal: false,
};

/** The weigher believes in green; whoever is asked gets what they want, whoever is not does not. */
const world = () =>
  scriptedModel({
    read: {
      kind: 'new',
      wishes: [['a kite', 'which kite']],
      users: [
        { wants: 'a red kite', good: '', next: '', share: 50 },
        { wants: 'a blue kite', good: '', next: '', share: 50 },
      ],
    },
    weigh: {
      answers: [{ gist: 'green', fits: [9, 9], sure: 99, tokens: 20 }],
      questions: [{ ask: 'Which colour?', choices: ['red', 'blue'], replies: ['red', 'blue'] }],
    },
    write: 'Take the green kite.',
    user: ({ prompt }) => ({ say: prompt.includes('assistant: Which colour?') ? 'my colour' : 'DONE' }),
    reply: 'Take the kite of your colour.',
    judge: ({ prompt }) => ({ served: prompt.includes('of your colour') ? 10 : 1, interactivity: 5 }),
  });

function decide(options: InitiativeOptions): Promise<PlannedTurn> {
  return createLayer(options).decide({ transcript, session: newSession(), model: world() });
}

describe('the depth of a decision', () => {
  it('goes by the estimate, or by conversations played forward', async () => {
    const [estimated, simulated] = await Promise.all([decide({}), decide({ depth: 'simulate' })]);
    expect(estimated.plan).toEqual({ do: 'pass' });
    expect(estimated.cost.calls).toBe(2);
    expect(simulated.plan).toMatchObject({ do: 'say', text: 'Which colour?' });
    expect(simulated.decision).toMatchObject({ policy: 'simulated', cost: { calls: simulated.cost.calls } });
    expect(simulated.cost.calls).toBeGreaterThan(10);
  });

  it('judges this reply alone at horizon 0', async () => {
    expect((await decide({ depth: 'simulate', horizon: 0 })).cost.calls).toBe(2);
  });

  it('keeps to the budget and decides by the estimate when it is spent', async () => {
    const { plan, cost, aside } = await decide({ depth: 'simulate', budget: { calls: 9 } });
    expect([plan.do, aside]).toEqual(['pass', undefined]);
    expect(cost.calls).toBeLessThanOrEqual(9);
    expect(budgetOf({ depth: 'simulate' }).calls).toBeGreaterThan(budgetOf({}).calls!);
  });
});

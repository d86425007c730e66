import { describe, expect, it } from 'vitest';
import { createCaller } from '../model/create-caller.ts';
import { newSession } from '../session/session.ts';
import { scriptedModel } from '../testing/scripted-model.ts';
import { weighTurn } from './weigh-turn.ts';

const transcript = {
  messages: [{ at: 0, role: 'user' as const, text: 'When does it open?', tools: [], attachments: 0 }],
  tools: [],
  isFormal: false,
};
const intents = [{ id: 'i1', wants: 'opening hours', good: '', next: 'Is there parking?', weight: 1 }];

describe('weighing a turn', () => {
  it.each([true, false])('weighs offers when they are wanted (%s), whatever the form holds', async (offers) => {
    const model = scriptedModel({
      weigh: {
        answers: [{ gist: 'at nine', fits: [9] }],
        offers: [{ say: 'Parking is free.', because: '', topic: 'parking', wanted: [80] }],
        leads: [{ goal: 'g1', say: 'Shall I book?', moment: 80 }],
      },
    });
    const wants = { offers, goals: [], missing: '' };
    const weighing = await weighTurn(createCaller(model), transcript, { ...newSession(), intents }, wants);
    expect(weighing.offers).toHaveLength(offers ? 1 : 0);
    expect(weighing.leads).toEqual([]);
  });

  it('weighs nothing that has no words, and holds “none” for no evidence', async () => {
    const model = scriptedModel({
      weigh: {
        offers: [
          { say: ' ', wanted: [90] },
          { say: 'Parking is free.', because: 'none', topic: 'parking', wanted: [80] },
        ],
        leads: [{ goal: 'g1', say: '', moment: 80 }],
      },
    });
    const wants = { offers: true, goals: [{ id: 'g1', goal: 'book' }], missing: '' };
    const weighing = await weighTurn(createCaller(model), transcript, { ...newSession(), intents }, wants);
    expect(weighing.offers).toEqual([{ text: 'Parking is free.', evidence: '', topic: 'parking', wanted: [0.8] }]);
    expect(weighing.leads).toEqual([]);
  });

  it.each(['the date', ''])(
    'takes details for what makes a reply better when they are missing (“%s”)',
    async (missing) => {
      const model = scriptedModel({
        weigh: {
          answers: [{ gist: 'at nine', fits: [7] }],
          questions: [{ ask: 'Which day?', choices: ['Monday', 'Sunday'], replies: [''], better: 9 }],
        },
      });
      const wants = { offers: false, goals: [], missing };
      const weighing = await weighTurn(createCaller(model), transcript, { ...newSession(), intents }, wants);
      expect(weighing.questions[0].better).toBe(missing === '' ? undefined : 0.9);
      expect(model.calls[0].prompt.includes('"better"')).toBe(missing !== '');
    },
  );
});

/**
 * Scripted models that play the model's part in the examples, so that they run without one.
 * @module
 */
import { type ScriptedModel, scriptedModel } from '@sente/language/testing';

/** Plays the model: for whom the invitation is makes all the difference. */
export function inviter(): ScriptedModel {
  const users = ['a birthday party', 'a board meeting'].map((occasion) => ({
    wants: `an invitation to ${occasion}`,
    share: 50,
  }));
  const question = {
    ask: 'What is the occasion?',
    choices: ['a birthday', 'a meeting'],
    replies: ['a birthday', 'a meeting'],
  };
  return scriptedModel({
    read: { kind: 'new', wishes: [['an invitation', 'Write an invitation.']], users },
    weigh: {
      answers: [
        { gist: 'a cheerful one', fits: [9, 1] },
        { gist: 'a formal one', fits: [1, 9] },
      ],
      questions: [question],
    },
    bare: 'You are warmly invited!',
  });
}

/** Plays the model when none is named: reads, weighs, replies and watches events by a script. */
export function ledgerSeller(): ScriptedModel {
  const inBlock = (prompt: string, name: string) =>
    prompt.match(new RegExp(`is="${name}">\\n([^]*?)\\n</data`))?.[1] ?? '';
  return scriptedModel({
    read: ({ prompt }) => {
      const turn = inBlock(prompt, 'turn');
      const team = turn.includes('six') ? [{ id: 'team', went: 'along', share: 100, found: 'six people' }] : [];
      return { kind: 'new', wishes: [[turn, turn]], users: [{ wants: turn, share: 100 }], goals: team };
    },
    weigh: {
      answers: [{ gist: 'yes, it does', fits: [9], sure: 95, tokens: 20 }],
      leads: [
        { goal: 'team', say: 'How many of you would use it?', moment: 80 },
        { goal: 'trial', say: 'You can try all of it free for 30 days.', moment: 70 },
      ],
    },
    bare: ({ prompt }) => `Yes, it does. ${inBlock(prompt, 'lead')}`.trim(),
    event: {
      offers: [
        {
          say: 'From tomorrow on you six would pay 20% less.',
          because: 'the new price list',
          topic: 'price',
          wanted: 90,
        },
      ],
      moment: 80,
    },
  });
}

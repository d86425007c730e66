import { newSession } from '@sente/language';
import { expect, it } from 'vitest';
import { Channel } from './channel.ts';
import type { Conversation } from './conversations.ts';
import { showConversation } from './show-conversation.ts';

const session = {
  ...newSession([{ id: 'goal', goal: 'win', worth: 0.1 }]),
  vault: { commitments: [{ id: 'v1', about: 'the animal', value: 'otter', isReleased: false, turn: 0 }] },
  intents: [{ id: 'i1', wants: 'to hear that it is an otter', good: 'otter', next: '', weight: 1 }],
  ledger: {
    entries: [
      { id: 'w1', kind: 'wish' as const, what: 'Tell me the otter.', words: 'tell', at: 0, status: 'stands' as const },
      { id: 'w2', kind: 'wish' as const, what: 'A game.', words: 'a game', at: 0, status: 'stands' as const },
    ],
    shown: [{ at: 1, gist: 'It is an otter', isArtefact: false, isSuperseded: false }],
  },
  taken: [{ turn: 0, id: 'offer:otter', kind: 'offer' as const, text: 'Otters swim.', when: 0 }],
};

function conversation(said: string): Conversation {
  const message = { at: 0, role: 'user' as const, text: said, tools: [], attachments: 0 };
  const transcript = { messages: [message], tools: [], isFormal: false };
  return { id: 'c1', tenant: 't', channel: new Channel('c1', 1, () => 0), session, transcript };
}

it('names what is private nowhere, and the rest as it is', () => {
  const shown = showConversation(conversation('Let us play a game.'));
  expect(JSON.stringify(shown)).not.toMatch(/otter/i);
  expect(shown.ledger.entries[1]).toEqual(session.ledger.entries[1]);
  expect(shown.vault).toEqual([{ id: 'v1', about: 'the animal', isReleased: false, turn: 0 }]);
  expect(shown.agenda).toMatchObject([{ id: 'goal', goal: 'win', progress: 0 }]);
});

it('strikes nothing out that the user has said', () => {
  expect(showConversation(conversation('Is it an otter?')).ledger.entries[0].what).toBe('Tell me the otter.');
});

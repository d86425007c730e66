import { describe, expect, it } from 'vitest';
import type { Decision } from '../policy/decision.ts';
import {
  assistantActs,
  beforeLastUserTurn,
  countTurns,
  emptyConversation,
  lastTurn,
  userSays,
} from './conversation.ts';

const decision: Decision = {
  policy: 'passive',
  horizon: 0,
  chosen: { kind: 'ask', id: 'ask:size' },
  candidates: [],
  why: '',
  cost: { samples: 0, expansions: 0, calls: 0, tokens: 0 },
};

describe('a conversation', () => {
  const opened = assistantActs(emptyConversation, 'What size?', decision);
  const answered = userSays(opened, 'Large.');

  it('keeps turns in order and leaves earlier conversations as they were', () => {
    expect(answered.turns.map((turn) => turn.text)).toEqual(['What size?', 'Large.']);
    expect(opened.turns).toHaveLength(1);
    expect(emptyConversation.turns).toHaveLength(0);
  });

  it('records the act that was chosen', () => {
    expect(lastTurn(answered, 'assistant')?.act).toEqual(decision.chosen);
    expect(lastTurn(opened, 'user')).toBeUndefined();
  });

  it('counts turns by speaker', () => {
    expect([countTurns(answered, 'user'), countTurns(answered, 'assistant')]).toEqual([1, 1]);
  });

  it('goes back to before the last user turn, with what the assistant said after it', () => {
    const later = assistantActs(answered, 'Here you are.', decision);
    expect(beforeLastUserTurn(later)).toEqual(opened);
    expect(beforeLastUserTurn(opened).turns).toHaveLength(0);
  });
});

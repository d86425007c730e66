import { describe, expect, it } from 'vitest';
import { numericScorer } from '../score/numeric.ts';
import { readReply } from './kind.ts';
import { asksUser, questionsOf } from './questions.ts';

describe('readReply', () => {
  it.each([
    ['', 'missing'],
    ['How long is the path?', 'clarification'],
    ['Thanks! How long is the path? And how many people walk it?', 'interrogation'],
    ['Answer: 12', 'answer'],
    ["I'm sorry, but I can't help with that.", 'refusal'],
    ['If she walks, it takes 3 hours; if she runs, it takes 1.', 'hedge'],
    ['That depends on the length of the path, which has not been said.', 'discussion'],
  ])('%j is %s', (reply, kind) => {
    expect(readReply(reply, numericScorer, 1).kind).toBe(kind);
  });

  it('hands the answer on', () => {
    expect(readReply('So 3 + 4 = 7.\nAnswer: 7', numericScorer, 7)).toEqual({ kind: 'answer', answer: '7' });
  });
});

describe('questions', () => {
  it('does not take politeness for a question', () => {
    expect(questionsOf('It is 7. Would you like me to explain?')).toEqual([]);
    expect(questionsOf('It is 7. Does that help?')).toEqual([]);
  });

  it('does not take a question that the text itself answers for one to the user', () => {
    expect(asksUser('How many are there? First come 3. Then 4 more. That makes 7.')).toBe(false);
    expect(asksUser('There are 3. How many more?')).toBe(true);
  });
});

import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { numericScorer } from '../score/numeric.ts';
import { judgeReply } from './judged.ts';

const saying = (...replies: readonly string[]) => {
  let turn = 0;
  return new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: 'text', text: replies[Math.min(turn++, replies.length - 1)] }],
      finishReason: { unified: 'stop', raw: undefined },
      usage: {
        inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 1, text: 1, reasoning: 0 },
      },
      warnings: [],
    }),
  });
};
const REPLY = 'With 3 boats that would be twelve people, I think.';

describe('a judge', () => {
  it('says whether a reply is an answer; the answer is taken out by rule', async () => {
    const read = await judgeReply(
      REPLY,
      'How many people?',
      numericScorer,
      12,
      saying('{"kind": "answer", "answer": "twelve people"}'),
    );
    expect(read).toMatchObject({ kind: 'answer' });
    expect(numericScorer.score(read.answer ?? '', 12)).toBe(1);
  });

  it('may say that it is none', async () => {
    expect(await judgeReply('12', 'x', numericScorer, 12, saying('{"kind": "hedge", "answer": ""}'))).toEqual({
      kind: 'hedge',
    });
  });

  it('cannot make an answer up', async () => {
    const read = await judgeReply(
      'Let us see what we have.',
      'x',
      numericScorer,
      12,
      saying('{"kind": "answer", "answer": "12"}'),
    );
    expect(read).toEqual({ kind: 'answer', answer: 'Let us see what we have.' });
  });

  it('is replaced by the rules when it does not reply in form', async () => {
    expect(await judgeReply('Answer: 12', 'x', numericScorer, 12, saying('well', 'hm'))).toEqual({
      kind: 'answer',
      answer: '12',
    });
  });

  it('is not asked about silence', async () => {
    const judge = saying('{"kind": "answer", "answer": ""}');
    expect(await judgeReply('  ', 'x', numericScorer, 12, judge)).toEqual({ kind: 'missing' });
    expect(judge.doGenerateCalls).toHaveLength(0);
  });
});

import { MockLanguageModelV4 } from 'ai/test';
import { expect, it } from 'vitest';
import { asksFor } from './judge.ts';

const judge = (text: string): MockLanguageModelV4 =>
  new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: 'text', text }],
      finishReason: { unified: 'stop', raw: 'stop' },
      usage: {
        inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 1, text: 1, reasoning: 0 },
      },
      warnings: [],
    }),
  });

it('goes by the rules where there is no judge', async () => {
  expect(await asksFor('a walk', 'Which month?', undefined)).toBe(true);
  expect(await asksFor('a walk', 'Anything else?', undefined)).toBe(false);
});

it('goes by the judge where there is one, who sees the request and the reply as data', async () => {
  const model = judge('{"asks": true}');
  expect(await asksFor('a walk', 'Tricky. It hinges on the month.', model)).toBe(true);
  const shown = JSON.stringify(model.doGenerateCalls[0].prompt);
  expect(shown).toMatch(/<data-\w+ is=\\+"request\\+">\\+na walk/);
  expect(shown).toMatch(/<data-\w+ is=\\+"reply\\+">\\+nTricky/);
  expect(await asksFor('a walk', 'Which month?', judge('{"asks": false}'))).toBe(false);
});

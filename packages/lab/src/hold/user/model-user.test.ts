import { createRandom } from '@sente/engine';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { modelUser } from './model-user.ts';
import { textScript } from './text-script.ts';

const SHARDS = ['How far up does Lena go?', 'The lake is 12 km around.', 'She climbs 300 m twice.'];
const script = textScript({ full: '…', shards: SHARDS }, createRandom(1));

const saying = (text: string) =>
  new MockLanguageModelV4({
    doGenerate: async () => ({
      content: [{ type: 'text', text }],
      finishReason: { unified: 'stop', raw: undefined },
      usage: {
        inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
        outputTokens: { total: 1, text: 1, reasoning: 0 },
      },
      warnings: [],
    }),
  });

describe('a user played by a model', () => {
  it('opens with the first piece, without a call', async () => {
    const model = saying('{}');
    expect(await modelUser(script, model).next([], [])).toEqual({ text: SHARDS[0], shard: 0 });
    expect(model.doGenerateCalls).toHaveLength(0);
  });

  it('says the piece that the model chose, in its words; sees what is out and what is not', async () => {
    const model = saying('{"fact": 3, "says": "two climbs, 300 m each"}');
    expect(await modelUser(script, model).next([0], [SHARDS[0], 'How high are the climbs?'])).toEqual({
      text: 'two climbs, 300 m each',
      shard: 2,
    });
    const prompt = JSON.stringify(model.doGenerateCalls[0].prompt);
    expect(prompt).toContain('2. The lake is 12 km around.');
    expect(prompt).toContain('Assistant: How high are the climbs?');
  });

  it('reveals nothing when the model names no piece, or one that is out already', async () => {
    expect(await modelUser(script, saying('{"fact": 0, "says": "no idea"}')).next([0], ['…', '…'])).toEqual({
      text: 'no idea',
    });
    expect(await modelUser(script, saying('{"fact": 1, "says": "as I said"}')).next([0], ['…', '…'])).toEqual({
      text: 'as I said',
    });
  });

  it('tells the next piece as it stands when the model does not reply in form', async () => {
    expect(await modelUser(script, saying('hello')).next([0], ['…', '…'])).toEqual({ text: SHARDS[1], shard: 1 });
  });
});

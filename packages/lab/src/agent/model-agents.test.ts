import type { LanguageModelV4Prompt } from '@ai-sdk/provider';
import { createRandom } from '@sente/engine';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import type { Scene } from './agent.ts';
import { modelAgents, PROMPTED } from './model-agents.ts';
import { functionAgent, ownModelAgent } from './own-agent.ts';

const scene: Scene = { instructions: 'You help.' };
const random = createRandom(1);

/** A model that answers with numbers and keeps what it was asked. */
function counting(prefix = 'reply'): { model: MockLanguageModelV4; prompts: string[][] } {
  const prompts: string[][] = [];
  const model = new MockLanguageModelV4({
    doGenerate: async ({ prompt }) => {
      prompts.push(prompt.map(lineOf));
      return {
        content: [{ type: 'text', text: `${prefix} ${prompts.length}` }],
        finishReason: { unified: 'stop', raw: 'stop' },
        usage: {
          inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 1, text: 1, reasoning: 0 },
        },
        warnings: [],
      };
    },
  });
  return { model, prompts };
}

function lineOf({ role, content }: LanguageModelV4Prompt[number]): string {
  const text =
    typeof content === 'string' ? content : content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return `${role}: ${text}`;
}

const agent = (name: string) => modelAgents.find((one) => one.name === name)!;

describe('agents that are language models', () => {
  it('bare sees the transcript as it was', async () => {
    const { model, prompts } = counting();
    const talk = agent('bare').begin(scene, { random, model });
    await talk.say('one');
    expect(await talk.say('two')).toEqual({ text: 'reply 2' });
    expect(prompts[1]).toEqual(['system: You help.', 'user: one', 'assistant: reply 1', 'user: two']);
  });

  it('prompted is bare with a plain sentence', async () => {
    const { model, prompts } = counting();
    await agent('prompted').begin(scene, { random, model }).say('one');
    expect(prompts[0]).toEqual([`system: You help.\n\n${PROMPTED}`, 'user: one']);
  });

  it('fresh makes one new request of all that the user said', async () => {
    const { model, prompts } = counting();
    const talk = agent('fresh').begin(scene, { random, model });
    await talk.say('one');
    await talk.say('two');
    expect(prompts[1]).toEqual(['system: You help.', 'user: one\ntwo']);
  });

  it('a fork goes on with another model and leaves the conversation as it was', async () => {
    const { model, prompts } = counting();
    const other = counting('other');
    const talk = agent('bare').begin(scene, { random, model });
    await talk.say('one');
    const fork = talk.fork({ random, model: other.model });
    expect((await fork.say('two')).text).toBe('other 1');
    await talk.say('three');
    expect(other.prompts[0]).toEqual(['system: You help.', 'user: one', 'assistant: reply 1', 'user: two']);
    expect(prompts[1]).toEqual(['system: You help.', 'user: one', 'assistant: reply 1', 'user: three']);
  });

  it('takes NOTHING for silence when something happened', async () => {
    const { model } = counting('Nothing.');
    model.doGenerate = async (...args) => {
      const result = await new MockLanguageModelV4({ doGenerate: counting('x').model.doGenerate }).doGenerate(...args);
      return { ...result, content: [{ type: 'text', text: '**Nothing**' }] };
    };
    const talk = agent('bare').begin(scene, { random, model });
    expect(await talk.notice!('the kettle boils')).toEqual({ text: '' });
  });

  it('cannot do without a model', () => {
    expect(() => agent('bare').begin(scene, { random })).toThrow("the agent 'bare' needs context.model");
  });
});

describe('agents of one’s own', () => {
  it('a function gets the messages, system first', async () => {
    const talk = functionAgent('echo', (messages) =>
      messages.map(({ role, content }) => `${role} ${content}`).join('|'),
    );
    const begun = talk.begin(scene, { random });
    await begun.say('one');
    const fork = begun.fork({ random });
    expect((await fork.say('two')).text).toBe('system You help.|user one|assistant system You help.|user one|user two');
    expect((await begun.say('three')).text).toContain('user three');
  });

  it('a model of one’s own stays the agent’s, in forks too', async () => {
    const { model } = counting('own');
    const other = counting('other');
    const talk = ownModelAgent('mine', model).begin(scene, { random, model: other.model });
    await talk.say('one');
    expect((await talk.fork({ random, model: other.model }).say('two')).text).toBe('own 2');
    expect(other.prompts).toEqual([]);
  });
});

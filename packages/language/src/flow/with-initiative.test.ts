import { generateText, type ModelMessage, streamText, wrapLanguageModel } from 'ai';
import { describe, expect, it } from 'vitest';
import { type Script, scriptedModel } from '../testing/scripted-model.ts';
import type { WayInOptions } from './middleware.ts';
import { initiativeMiddleware, withInitiative } from './with-initiative.ts';

const letters = {
  read: [
    {
      kind: 'new',
      users: [
        { wants: 'a letter to a friend', good: 'warm', share: 50 },
        { wants: 'a letter to the bank', good: 'formal', share: 50 },
      ],
    },
    { kind: 'reply', fits: { i1: 0, i2: 10 }, facts: [['It is for the bank.', 'the bank']] },
  ],
  weigh: {
    answers: [
      { gist: 'a warm letter', fits: [10, 1], sure: 100, tokens: 150 },
      { gist: 'a formal letter', fits: [1, 10], sure: 100, tokens: 150 },
    ],
    questions: [{ ask: 'Who is it for?', choices: ['a friend', 'the bank'], replies: ['a friend', 'the bank'] }],
  },
};

/** Talks with a wrapped model as a client would: all messages each time. */
function talkWith(scripts: Record<string, Script>, options: WayInOptions = {}, streams = true) {
  const model = scriptedModel(scripts);
  const wrapped = withInitiative(model, options);
  const messages: ModelMessage[] = [];
  return {
    model,
    messages,
    say: async (content: string) => {
      messages.push({ role: 'user', content });
      const request = { model: wrapped, messages: [...messages], maxRetries: 0 };
      const result = streams ? streamText(request) : await generateText(request);
      const text = await result.text;
      const [step] = await result.steps;
      messages.push(...(await result.response).messages);
      return { text, sente: step.providerMetadata?.sente };
    },
  };
}

describe.each([true, false])('withInitiative (streaming: %s)', (streams) => {
  it('asks who a letter is for, and then lets the model answer', async () => {
    const { model, say } = talkWith({ ...letters, bare: 'Dear Sir or Madam' }, {}, streams);
    const first = await say('Write me a letter.');
    expect(first.text).toBe('Who is it for?');
    expect(first.sente).toMatchObject({ by: 'said', act: 'ask', form: { choices: ['a friend', 'the bank'] } });
    const second = await say('the bank');
    expect(second).toMatchObject({ text: 'Dear Sir or Madam', sente: { by: 'bare', act: 'answer' } });
    expect(second.sente?.conversation).toBe(first.sente?.conversation);
    expect(model.calls.map(({ label }) => label).sort()).toEqual(['bare', 'bare', 'read', 'read', 'weigh']);
  });

  it('keeps the word that it thought of, and gives it away to nobody', async () => {
    const replies = ['I have one.', 'Hm. It is an otter.', 'It lives near water.'];
    let at = 0;
    const { model, messages, say } = talkWith(
      {
        read: [
          { kind: 'new', users: [{ wants: 'a game', share: 1 }], decide: 'the word to be guessed' },
          { kind: 'talk', users: [{ wants: 'a game', share: 1 }] },
        ],
        commit: { decision: 'otter' },
        bare: ({ prompt }) => (prompt.includes('otter') ? replies[at++] : 'I have thought of nothing.'),
      },
      {},
      streams,
    );
    expect((await say('Think of an animal; I guess.')).text).toBe('I have one.');
    const second = await say('A hint, please.');
    expect(second.text).toContain('It lives near water.');
    expect(second.sente).toMatchObject({ leaks: 1 });
    expect(JSON.stringify([messages, second.sente])).not.toContain('otter');
    expect(model.calls.filter(({ label }) => label === 'bare').length).toBeGreaterThan(2);
  });
});

it('stands among other middleware', async () => {
  const model = wrapLanguageModel({
    model: scriptedModel({ ...letters, bare: 'Dear Sir or Madam' }),
    middleware: [initiativeMiddleware()],
  });
  expect((await generateText({ model, prompt: 'Write me a letter.' })).text).toBe('Who is it for?');
});

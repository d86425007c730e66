import { describe, expect, it } from 'vitest';
import { createCaller } from '../model/create-caller.ts';
import { newSession } from '../session/session.ts';
import { type Script, scriptedModel } from '../testing/scripted-model.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { Weighing } from '../weigh/weighing.ts';
import { type Confidence, howSure } from './how-sure.ts';

const transcript: Transcript = {
  messages: [{ at: 0, role: 'user', text: 'Who won in 1931?', tools: [], attachments: 0 }],
  tools: [],
  isFormal: false,
};
const session = { ...newSession(), intents: [{ id: 'i1', wants: 'the winner', good: '', next: '', weight: 1 }] };
const weighing: Weighing = {
  answers: [
    { gist: 'the Reds', fits: [1], sure: 0.8, tokens: 10, isRecommendation: false },
    { gist: 'the Blues', fits: [0.2], sure: 0.4, tokens: 10, isRecommendation: false },
  ],
  questions: [],
  offers: [],
  leads: [],
};

async function sure(confidence: Confidence, know: Script): Promise<{ sure: number[]; calls: number }> {
  const model = scriptedModel({ know });
  const { answers } = await howSure(createCaller(model), transcript, session, weighing, confidence);
  return { sure: answers.map((answer) => answer.sure), calls: model.calls.length };
}

const withLogprobs = (top: { token: string; logprob: number }[]) => ({
  content: [{ type: 'text' as const, text: 'yes' }],
  finishReason: { unified: 'stop' as const, raw: 'stop' },
  usage: { inputTokens: { total: 1 }, outputTokens: { total: 1 } },
  warnings: [],
  providerMetadata: {},
  response: {
    body: { choices: [{ logprobs: { content: [{ token: 'yes', logprob: top[0].logprob, top_logprobs: top }] } }] },
  },
});

describe('how sure a model is', () => {
  it('is as it states by default, without a call', async () => {
    expect(await sure('stated', 'no')).toEqual({ sure: [0.8, 0.4], calls: 0 });
  });

  it('is read from the log-probabilities of yes and no', async () => {
    const top = [
      { token: 'Yes', logprob: Math.log(0.6) },
      { token: ' no', logprob: Math.log(0.2) },
    ];
    const { sure: read, calls } = await sure('logprobs', withLogprobs(top));
    expect(calls).toBe(1);
    expect(read[0]).toBeCloseTo(0.75);
    expect(read[1]).toBeCloseTo(0.375);
  });

  it('stays as stated where there are none, or where the model was about to say something else', async () => {
    expect((await sure('logprobs', 'yes')).sure).toEqual([0.8, 0.4]);
    const top = [
      { token: 'Hm', logprob: Math.log(0.9) },
      { token: 'no', logprob: Math.log(0.05) },
    ];
    expect((await sure('logprobs', withLogprobs(top))).sure).toEqual([0.8, 0.4]);
  });

  it('is counted over several samples, by Laplace’s rule', async () => {
    expect(await sure('samples', ['yes', 'No.', '**yes**'])).toEqual({ sure: [0.6, 0.3], calls: 3 });
    expect((await sure('samples', 'I cannot tell')).sure).toEqual([0.8, 0.4]);
  });
});

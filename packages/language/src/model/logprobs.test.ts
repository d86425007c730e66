import type { LanguageModelV4GenerateResult } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { readLogprobs } from './logprobs.ts';

const token = {
  token: 'Yes',
  logprob: -0.1,
  bytes: [1],
  top_logprobs: [
    { token: 'Yes', logprob: -0.1 },
    { token: 'No', logprob: -2.4 },
  ],
};
const read = {
  token: 'Yes',
  logprob: -0.1,
  top: [
    { token: 'Yes', logprob: -0.1 },
    { token: 'No', logprob: -2.4 },
  ],
};

function result(part: object): LanguageModelV4GenerateResult {
  return { content: [], warnings: [], ...part } as unknown as LanguageModelV4GenerateResult;
}

describe('readLogprobs', () => {
  it('finds them wherever providers put them', () => {
    expect(readLogprobs(result({ response: { body: { choices: [{ logprobs: { content: [token] } }] } } }))).toEqual([
      read,
    ]);
    expect(readLogprobs(result({ providerMetadata: { openai: { logprobs: [token] } } }))).toEqual([read]);
    expect(readLogprobs(result({ providerMetadata: { openai: { logprobs: [[token], [token]] } } }))).toEqual([
      read,
      read,
    ]);
    const old = { choices: [{ logprobs: { tokens: ['a', 'b'], token_logprobs: [null, -1] } }] };
    expect(readLogprobs(result({ response: { body: old } }))).toEqual([{ token: 'b', logprob: -1 }]);
  });

  it('is undefined without them', () => {
    expect(readLogprobs(result({}))).toBeUndefined();
    expect(readLogprobs(result({ response: { body: { choices: [{ logprobs: null }] } } }))).toBeUndefined();
    expect(readLogprobs(result({ response: { body: 'text' }, providerMetadata: { x: {} } }))).toBeUndefined();
  });
});

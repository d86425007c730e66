import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { describe, expect, it } from 'vitest';
import { callKey, canonicalJson, type KeyedCall } from './call-key.ts';

const options: LanguageModelV4CallOptions = {
  prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello' }] }],
  temperature: 0,
};
const call: KeyedCall = { model: 'openai:m', options, repeat: 0, fork: '', occurrence: 0 };
const other = (more: Partial<LanguageModelV4CallOptions>): string =>
  callKey({ ...call, options: { ...options, ...more } });

describe('callKey', () => {
  it('is a SHA-256, the same for equal calls in whatever order they are written, headers and signals aside', () => {
    const key = callKey(call);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    const { prompt, temperature } = options;
    expect(callKey({ ...call, options: { temperature, topP: undefined, prompt } })).toBe(key);
    expect(other({ headers: { authorization: 'Bearer x' }, abortSignal: AbortSignal.abort() })).toBe(key);
  });

  it('differs for everything that shapes a reply, and for repeat, fork and occurrence', () => {
    const keys = [
      callKey(call),
      callKey({ ...call, model: 'openai:n' }),
      callKey({ ...call, repeat: 1 }),
      callKey({ ...call, fork: 'a' }),
      callKey({ ...call, occurrence: 1 }),
      callKey({ ...call, occurrence: 2 }),
      other({ prompt: [{ role: 'system', content: 'Hello' }] }),
      other({ temperature: 1 }),
      other({ topP: 0.5 }),
      other({ topK: 2 }),
      other({ seed: 1 }),
      other({ maxOutputTokens: 9 }),
      other({ stopSequences: ['a'] }),
      other({ reasoning: 'low' }),
      other({ responseFormat: { type: 'json' } }),
      other({ responseFormat: { type: 'json', schema: { type: 'object' } } }),
      other({ tools: [{ type: 'function', name: 'f', inputSchema: {} }] }),
      other({ toolChoice: { type: 'none' } }),
      other({ providerOptions: { openai: { logprobs: true } } }),
      other({
        prompt: [
          {
            role: 'user',
            content: [{ type: 'file', mediaType: 'image/png', data: { type: 'data', data: new Uint8Array([1]) } }],
          },
        ],
      }),
      other({
        prompt: [
          {
            role: 'user',
            content: [{ type: 'file', mediaType: 'image/png', data: { type: 'data', data: new Uint8Array([2]) } }],
          },
        ],
      }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('writes JSON with names in order', () => {
    expect(canonicalJson({ b: [1, undefined, { d: null, c: undefined }], a: new URL('http://h/') })).toBe(
      '{"a":"http://h/","b":[1,null,{"d":null}]}',
    );
  });
});

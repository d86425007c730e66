/**
 * Models for tests: an assistant that asks or answers by its seed, a user who knows its notes, a judge who likes replies
 * with the wanted word in them. What they say depends on the call alone.
 */
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from '@ai-sdk/provider';

/** All words of a call. */
function wordsOf({ prompt }: LanguageModelV4CallOptions): string {
  return prompt
    .map(({ content }) =>
      typeof content === 'string' ? content : content.map((part) => ('text' in part ? part.text : '')).join(''),
    )
    .join('\n');
}

/** A model of a function; keeps the calls. */
export function modelOf(
  reply: (call: LanguageModelV4CallOptions, words: string) => string | Promise<string>,
  finish: (words: string) => 'stop' | 'length' = () => 'stop',
): LanguageModelV4 & { readonly calls: string[] } {
  const calls: string[] = [];
  return {
    calls,
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId: 'scripted',
    supportedUrls: {},
    async doGenerate(call): Promise<LanguageModelV4GenerateResult> {
      call.abortSignal?.throwIfAborted();
      calls.push(JSON.stringify([call.prompt, call.seed]));
      const text = await reply(call, wordsOf(call));
      return {
        content: [{ type: 'text', text }],
        finishReason: { unified: finish(text), raw: undefined },
        usage: {
          inputTokens: { total: 100, noCache: 100, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 10, text: 10, reasoning: 0 },
        },
        warnings: [],
      };
    },
    doStream: () => Promise.reject(new Error('not streamed')),
  };
}

const REPLIES = ['Which colour?', 'Take the red one.', 'Take the blue one.', 'It depends on many things.'];

/**
 * Plays all three parts. The assistant takes what the user named, or does one of four things by its seed; the user wants
 * blue, and says so when asked; the judge is content with blue.
 */
export const part = ({ seed = 0 }: LanguageModelV4CallOptions, words: string): string => {
  if (words.includes('You play a person')) {
    const last = words.slice(words.lastIndexOf('Assistant:'));
    if (!words.includes('Assistant:')) return 'I need a lamp.';
    if (last.includes('Which colour')) return 'Blue, please.';
    return last.includes('blue') ? 'Lovely, thank you. [END]' : 'That is not it.';
  }
  if (words.includes('"score"')) return JSON.stringify({ score: Number(/Assistant:[^:]*blue/.test(words)) });
  return words.includes('Blue, please.') ? 'Take the blue one.' : REPLIES[seed % REPLIES.length];
};

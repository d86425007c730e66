/**
 * A language model that gives replies from a list, and keeps what it was asked.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4GenerateResult } from '@ai-sdk/provider';

/** The model, and the words of the prompts that it has been given so far. */
export function scriptedModel(replies: readonly string[]): { model: LanguageModelV4; prompts: string[] } {
  const prompts: string[] = [];
  const model: LanguageModelV4 = {
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId: 'scripted',
    supportedUrls: {},
    async doGenerate({ prompt }): Promise<LanguageModelV4GenerateResult> {
      prompts.push(
        prompt
          .map(({ content }) =>
            typeof content === 'string' ? content : content.map((part) => ('text' in part ? part.text : '')).join(''),
          )
          .join('\n'),
      );
      return {
        content: [{ type: 'text', text: replies[prompts.length - 1] ?? '' }],
        finishReason: { unified: 'stop', raw: undefined },
        usage: {
          inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 1, text: 1, reasoning: 0 },
        },
        warnings: [],
      };
    },
    doStream: () => Promise.reject(new Error('not streamed')),
  };
  return { model, prompts };
}

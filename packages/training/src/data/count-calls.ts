/**
 * Counts what a conversation's calls used. Replies that are known from an earlier sitting count like those that are
 * made: a conversation's count does not depend on how often its run was stopped.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Used } from './talk.ts';

/** A count, and models that are counted. */
interface CallCount {
  count(model: LanguageModelV4): LanguageModelV4;
  used(): Used;
}

/** Starts at 0. */
export function createCallCount(): CallCount {
  let [calls, input, output] = [0, 0, 0];
  return {
    count: (model) => ({
      specificationVersion: 'v4',
      provider: model.provider,
      modelId: model.modelId,
      supportedUrls: model.supportedUrls,
      async doGenerate(options) {
        const result = await model.doGenerate(options);
        calls++;
        input += result.usage.inputTokens.total ?? 0;
        output += result.usage.outputTokens.total ?? 0;
        return result;
      },
      doStream: (options) => model.doStream(options),
    }),
    used: () => ({ calls, input, output }),
  };
}

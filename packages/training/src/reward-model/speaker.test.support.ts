/**
 * A model that says what a function says, keeps the prompts, and fails when the function throws.
 * @module
 */
import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4GenerateResult } from '@ai-sdk/provider';

/** A prompt as it came: the system prompt, and the texts of the turns. */
interface Heard {
  readonly system: string;
  readonly turns: readonly string[];
  readonly options: LanguageModelV4CallOptions;
}

/** What it says; `cut` for a reply that ran into its limit. */
export type Says = (heard: Heard, count: number) => string | { readonly cut: string } | Promise<string>;

/** The model, and what it has heard so far. */
export function speaker(says: Says): { model: LanguageModelV4; heard: Heard[] } {
  const heard: Heard[] = [];
  const model: LanguageModelV4 = {
    specificationVersion: 'v4',
    provider: 'scripted',
    modelId: 'scripted',
    supportedUrls: {},
    async doGenerate(options): Promise<LanguageModelV4GenerateResult> {
      const texts = options.prompt.map(({ role, content }) => ({
        role,
        text: typeof content === 'string' ? content : content.map((p) => ('text' in p ? p.text : '')).join(''),
      }));
      const one: Heard = {
        system: texts.find(({ role }) => role === 'system')?.text ?? '',
        turns: texts.filter(({ role }) => role !== 'system').map(({ text }) => text),
        options,
      };
      heard.push(one);
      const said = await says(one, heard.length - 1);
      const isCut = typeof said !== 'string';
      return {
        content: [{ type: 'text', text: isCut ? said.cut : said }],
        finishReason: { unified: isCut ? 'length' : 'stop', raw: undefined },
        usage: {
          inputTokens: { total: 10, noCache: 10, cacheRead: 0, cacheWrite: 0 },
          outputTokens: { total: 2, text: 2, reasoning: 0 },
        },
        warnings: [],
      };
    },
    doStream: () => Promise.reject(new Error('not streamed')),
  };
  return { model, heard };
}

/** An error as the AI SDK's providers throw it. */
export function statusError(statusCode: number, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(`status ${statusCode}`), {
    statusCode,
    responseHeaders: headers,
    isRetryable: statusCode === 429 || statusCode >= 500,
  });
}

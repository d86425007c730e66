/**
 * Opens a model by its ID, at any server that speaks OpenAI's protocol.
 * @module
 */
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { hidingKey } from './hide-key.ts';
import { type Environment, readModelId } from './model-id.ts';

/** Where keys and connections come from. */
export interface OpenModelOptions {
  /** The process's environment by default. */
  readonly env?: Environment;
  readonly fetch?: typeof globalThis.fetch;
  /** Used before any key of the environment. */
  readonly key?: string;
}

/** Newer models of OpenAI's own refuse `max_tokens`; all of them take its successor, which other servers may not know. */
function withNewerLimit(body: Record<string, unknown>): Record<string, unknown> {
  const { max_tokens, ...rest } = body;
  return max_tokens === undefined ? rest : { ...rest, max_completion_tokens: max_tokens };
}

/**
 * `openai:NAME` (OPENAI_API_KEY, OPENAI_BASE_URL), `ollama:NAME` (OLLAMA_HOST) or `URL#NAME` (SENTE_MODEL_KEY), where URL
 * is the part before `/chat/completions`. No connection is made yet. Throws UnknownModelError or ModelKeyError; no error,
 * of this or of the model's calls, holds the key.
 */
export function openModel(id: string, options: OpenModelOptions = {}): LanguageModelV4 {
  const address = readModelId(id, options.env ?? globalThis.process?.env ?? {}, options.key);
  // Looked up at each call, as providers do, so that a host may replace the global one.
  const fetch: typeof globalThis.fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  return createOpenAICompatible({
    name: address.provider,
    baseURL: address.baseURL,
    ...(address.key === undefined ? {} : { apiKey: address.key }),
    fetch: hidingKey(fetch, address.key, address.query),
    includeUsage: true,
    // Most servers hold a model to a schema by now; the caller falls back where one refuses.
    supportsStructuredOutputs: true,
    ...(new URL(address.baseURL).hostname === 'api.openai.com' ? { transformRequestBody: withNewerLimit } : {}),
  }).chatModel(address.model);
}

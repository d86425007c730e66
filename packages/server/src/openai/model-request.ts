/**
 * From a chat request of OpenAI's protocol to a call of a model of the AI SDK: words and plain settings.
 * @module
 */
import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';

/** What was asked. Members that are not as the protocol has them are left out; so are files and calls of tools. */
export function modelCall(
  body: Readonly<Record<string, unknown>>,
  abortSignal: AbortSignal,
): LanguageModelV4CallOptions {
  const { temperature, seed, stop } = body;
  const limit = body.max_completion_tokens ?? body.max_tokens;
  const stops = (Array.isArray(stop) ? stop : [stop]).filter((one) => typeof one === 'string');
  return {
    prompt: (body.messages as readonly Message[]).flatMap(promptOf),
    abortSignal,
    ...(typeof temperature === 'number' && temperature >= 0 && { temperature }),
    ...(typeof seed === 'number' && { seed }),
    ...(typeof limit === 'number' && { maxOutputTokens: limit }),
    ...(stops.length > 0 && { stopSequences: stops }),
  };
}

interface Message {
  readonly role?: unknown;
  readonly content?: unknown;
}

function promptOf({ role, content }: Message): LanguageModelV4Prompt {
  const text = textOf(content);
  if (role === 'system' || role === 'developer') return [{ role: 'system', content: text }];
  if (role === 'user' || role === 'assistant') return [{ role, content: [{ type: 'text', text }] }];
  return [];
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return '';
  return content.flatMap((part) => (typeof part?.text === 'string' ? [part.text] : [])).join('\n');
}

/**
 * One reply of a language model.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { generateText, type ModelMessage } from 'ai';

/** What is asked. */
interface ModelRequest {
  readonly system?: string;
  readonly messages: readonly ModelMessage[];
  /** The model's own unless given. */
  readonly temperature?: number;
}

/** The words of the reply. Rejects as the model does: trying again is the business of whoever opened the model. */
export async function modelReply(model: LanguageModelV4, request: ModelRequest): Promise<string> {
  const { text } = await generateText({
    model,
    ...(request.system !== undefined && request.system !== '' && { instructions: request.system }),
    messages: [...request.messages],
    ...(request.temperature !== undefined && { temperature: request.temperature }),
    maxRetries: 0,
  });
  return text;
}

/** A message of the user's. */
export function userTurn(text: string): ModelMessage {
  return { role: 'user', content: text };
}

/** A message of the assistant's. */
export function assistantTurn(text: string): ModelMessage {
  return { role: 'assistant', content: text };
}

/**
 * What a conversation object keeps: the AI SDK's own list of messages, as plain JSON.
 * @module
 */
import type { LanguageModelV4Message } from '@ai-sdk/provider';
import type { ModelMessage, UserModelMessage } from 'ai';
import { fromPrompt } from '../transcript/from-prompt.ts';
import type { Transcript } from '../transcript/transcript.ts';

/** A file beside the user's words. */
export interface Attachment {
  /** Bytes, base64, or where it is. */
  readonly data: Uint8Array | string | URL;
  /** `image/png`, `application/pdf`, … */
  readonly mediaType: string;
  readonly filename?: string;
}

/** What the user says: words, with files if there are any. */
export type UserInput = string | { readonly text: string; readonly attachments?: readonly Attachment[] };

/** The user's turn as a message. */
export function userMessage(input: UserInput): UserModelMessage {
  if (typeof input === 'string') return { role: 'user', content: input };
  const files = (input.attachments ?? []).map(({ data, mediaType, filename }) => ({
    type: 'file' as const,
    data: fileData(data),
    mediaType,
    ...(filename !== undefined && { filename }),
  }));
  if (files.length === 0) return { role: 'user', content: input.text };
  const words = input.text === '' ? [] : [{ type: 'text' as const, text: input.text }];
  return { role: 'user', content: [...words, ...files] };
}

/** As a string, which survives JSON. */
function fileData(data: Attachment['data']): string {
  if (data instanceof URL) return data.href;
  return typeof data === 'string' ? data : Buffer.from(data).toString('base64');
}

/** The messages as the layer reads them. */
export function transcriptOf(system: string | undefined, messages: readonly ModelMessage[]): Transcript {
  const prompt = messages.map((message) => {
    if (message.role === 'system' || typeof message.content !== 'string') return message;
    return { ...message, content: [{ type: 'text', text: message.content }] };
  });
  const first = system ? [{ role: 'system', content: system }] : [];
  // The parts that the reader looks at are the same in both of the SDK's forms.
  return fromPrompt({ prompt: [...first, ...prompt] as LanguageModelV4Message[] });
}

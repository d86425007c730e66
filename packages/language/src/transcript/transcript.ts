/**
 * What was said so far, as the layer reads it: one form for the AI SDK's prompts and for OpenAI's messages. Messages
 * keep their place in the client's own request, so that a request can be written anew without touching what is kept.
 * @module
 */

/** Who wrote a message. */
export type Role = 'system' | 'user' | 'assistant' | 'tool';

/** One message of the client's request. */
export interface Message {
  /** Position in the client's list of messages. */
  readonly at: number;
  readonly role: Role;
  /** All of its text, in order; empty when it has none. */
  readonly text: string;
  /** Names of the tools that it calls or whose results it brings. */
  readonly tools: readonly string[];
  /** Files, images and the like that it carries. */
  readonly attachments: number;
}

/** A tool of the host's. */
export interface ToolInfo {
  readonly name: string;
  readonly description: string;
}

/** A request to a chat model. */
export interface Transcript {
  /** Every message, system messages included, in the client's order. */
  readonly messages: readonly Message[];
  /** Tools that the model may call now; empty when the client forbids calls. */
  readonly tools: readonly ToolInfo[];
  /** The client demands a form (JSON, a forced tool call): then nothing but the client's own request will do. */
  readonly isFormal: boolean;
}

/** The last message, if it is the user's: only then is it the assistant's turn to decide. */
export function userTurn(transcript: Transcript): Message | undefined {
  const last = transcript.messages.at(-1);
  return last?.role === 'user' ? last : undefined;
}

/** All system messages' text, joined by blank lines. */
export function systemText(transcript: Transcript): string {
  return transcript.messages
    .filter((message) => message.role === 'system')
    .map((message) => message.text)
    .join('\n\n');
}

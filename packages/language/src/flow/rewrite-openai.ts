/**
 * Carries out a `write` plan on OpenAI messages, as `rewritePrompt` does on prompts.
 * @module
 */
import { isSystemRole, type OpenAiMessage } from '../transcript/from-openai.ts';
import { LEFT_OUT } from '../turn/plan.ts';
import { type WritePlan, withNote } from './rewrite.ts';

const isText = (part: unknown): boolean =>
  typeof part === 'string' || (part as { type?: unknown } | null)?.type === 'text';

/** The stub of a draft; a message that calls tools is kept. */
function leaveOut(message: OpenAiMessage): OpenAiMessage {
  if (message.role !== 'assistant' || message.function_call) return message;
  if (Array.isArray(message.tool_calls) && message.tool_calls.length > 0) return message;
  if (typeof message.content === 'string') return { ...message, content: LEFT_OUT };
  if (!Array.isArray(message.content)) return message;
  const first = message.content.findIndex(isText);
  if (first < 0) return message;
  const content = message.content.flatMap((part, at) => {
    if (!isText(part)) return [part];
    return at === first ? [{ type: 'text', text: LEFT_OUT }] : [];
  });
  return { ...message, content };
}

/** A system message with a note behind its content, string or parts. */
function note(message: OpenAiMessage, text: string): OpenAiMessage {
  if (!Array.isArray(message.content)) {
    return { ...message, content: withNote(typeof message.content === 'string' ? message.content : '', text) };
  }
  return { ...message, content: [...message.content, { type: 'text', text: `\n\n${text}` }] };
}

/** The messages that a plan asks for. */
export function rewriteMessages(messages: readonly OpenAiMessage[], plan: WritePlan): OpenAiMessage[] {
  const gone = new Set(plan.leaveOut);
  const written = messages.map((message, at) => (gone.has(at) ? leaveOut(message) : message));
  if (plan.note === '') return written;
  const firstOther = messages.findIndex(({ role }) => !isSystemRole(role));
  const last = (firstOther < 0 ? messages.length : firstOther) - 1;
  if (last >= 0) written[last] = note(written[last], plan.note);
  else written.unshift({ role: 'system', content: plan.note });
  return written;
}

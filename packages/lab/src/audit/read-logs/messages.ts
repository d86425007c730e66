/**
 * A conversation as its messages: `{"messages": […]}` or the bare array; Anthropic's `system` beside them counts.
 * @module
 */
import { fieldsOf, type RecordReader } from './conversation.ts';

export const readMessages: RecordReader = (record) => {
  if (Array.isArray(record)) return record.some(isMessage) ? record : undefined;
  const { messages, system, request, response, choices } = fieldsOf(record);
  if (!Array.isArray(messages) || request || response || choices) return undefined;
  return system ? [{ role: 'system', content: system }, ...messages] : messages;
};

function isMessage(value: unknown): boolean {
  const { role, from, type, kwargs } = fieldsOf(value);
  return [role, from, type].some((name) => typeof name === 'string') || kwargs !== undefined;
}

/**
 * Traces of LangSmith, Langfuse and the like: `{"input": …, "output": …}` (or `inputs`, `outputs`), where each side is a
 * list of messages, an object that holds one, one message, or plain text.
 * @module
 */
import { fieldsOf, type RecordReader } from './conversation.ts';
import { readMessages } from './messages.ts';
import { readRequestResponse } from './request-response.ts';

export const readInputOutput: RecordReader = (record) => {
  const whole = fieldsOf(record);
  const input = whole.input ?? whole.inputs;
  const output = whole.output ?? whole.outputs;
  if (input === undefined) return undefined;
  const asked = messagesOf(input, 'user');
  if (!asked) return undefined;
  return [...asked, ...(messagesOf(output, 'assistant') ?? [])];
};

const TEXT_FIELDS = ['input', 'question', 'query', 'output', 'answer', 'text', 'content', 'completion'];

function messagesOf(value: unknown, role: string): readonly unknown[] | undefined {
  if (typeof value === 'string') return [{ role, content: value }];
  // LangChain batches: one list of messages in another.
  const flat = Array.isArray(value) && value.length === 1 && Array.isArray(value[0]) ? value[0] : value;
  if (Array.isArray(flat)) return readMessages(flat.filter((item) => fieldsOf(item).type !== 'reasoning'));
  const fields = fieldsOf(flat);
  if (Array.isArray(fields.messages)) return messagesOf(fields.messages, role);
  if (fields.choices) return readRequestResponse({ request: { messages: [] }, response: fields });
  if (fields.generations) return generated(fields.generations);
  if (fields.message !== undefined) return [fields.message];
  if (fields.role !== undefined || fields.kwargs !== undefined) return [fields];
  const text = TEXT_FIELDS.map((name) => fields[name]).find((found) => typeof found === 'string');
  return text === undefined ? undefined : [{ role, content: text }];
}

/** LangSmith's chat model runs: `generations[0][0].message`. */
function generated(generations: unknown): readonly unknown[] | undefined {
  const first = Array.isArray(generations) ? generations.flat()[0] : undefined;
  const { message, text } = fieldsOf(first);
  if (message !== undefined) return [message];
  return typeof text === 'string' ? [{ role: 'assistant', content: text }] : undefined;
}

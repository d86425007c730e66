/**
 * A request to a chat API and what came back: stored chat completions, proxies' logs, batch files.
 * `{"request": {"messages": […]}, "response": {"choices": […]}}`, either side also below `body`, as JSON in a string, or
 * (stored completions) the request's messages and the response's choices side by side.
 * @module
 */
import { fieldsOf, type Loose, type RecordReader } from './conversation.ts';
import { readMessages } from './messages.ts';

export const readRequestResponse: RecordReader = (record) => {
  const whole = fieldsOf(record);
  const request = whole.request === undefined ? whole : side(whole.request);
  const response = whole.response === undefined ? whole : side(whole.response);
  const asked = readMessages({ messages: request.messages, system: request.system });
  const answered = answerOf(response);
  if (!asked || (whole.request === undefined && whole.response === undefined && answered.length === 0))
    return undefined;
  return [...asked, ...answered];
};

/** One side, whether it lies open, below `body`, or as JSON in a string. */
function side(value: unknown): Loose {
  const open = typeof value === 'string' ? parsed(value) : value;
  const fields = fieldsOf(open);
  return fields.body === undefined ? fields : side(fields.body);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The reply's message, of the first choice. */
function answerOf(response: Loose): unknown[] {
  if (Array.isArray(response.choices)) {
    const { message } = fieldsOf(response.choices[0]);
    return message === undefined ? [] : [message];
  }
  // Anthropic's: the response is the message.
  return response.role === 'assistant' && response.content !== undefined ? [response] : [];
}

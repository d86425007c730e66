/**
 * The body of an OpenAI chat request as a transcript. Bodies come from the network, in many dialects: whatever does not
 * fit is read as empty, never refused; refusing is the upstream's business.
 * @module
 */
import type { Message, Role, ToolInfo, Transcript } from './transcript.ts';

/** One message, as loosely as clients send them. */
export interface OpenAiMessage {
  readonly role: string;
  /** A string, a list of parts, or null. */
  readonly content?: unknown;
  readonly tool_calls?: unknown;
  readonly function_call?: unknown;
  readonly tool_call_id?: string;
  readonly name?: string;
  readonly [key: string]: unknown;
}

/** The part of a body that says what is asked for. */
export interface OpenAiChatBody {
  readonly messages: readonly OpenAiMessage[];
  readonly tools?: unknown;
  readonly functions?: unknown;
  readonly tool_choice?: unknown;
  readonly function_call?: unknown;
  readonly response_format?: unknown;
  readonly [key: string]: unknown;
}

type Loose = { readonly [key: string]: unknown };

const loose = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const word = (value: unknown): string => (typeof value === 'string' ? value : '');

const ROLES: Readonly<Record<string, Role>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
  function: 'tool',
};

/** Whether a message is a system message, under either of its names. */
export function isSystemRole(role: string): boolean {
  return ROLES[role] === 'system';
}

/** All text of a message's content. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content;
  return list(content)
    .map((part) => (typeof part === 'string' ? part : word(loose(part).text) || word(loose(part).refusal)))
    .filter((text) => text !== '')
    .join('\n');
}

/** Ids and names of the tools that a message calls. */
function calls(message: OpenAiMessage): { id: string; name: string }[] {
  const called = list(message.tool_calls).map((call) => {
    const { id, function: made, custom } = loose(call);
    return { id: word(id), name: word(loose(made ?? custom).name) };
  });
  const legacy = word(loose(message.function_call).name);
  return legacy === '' ? called : [...called, { id: '', name: legacy }];
}

/** What was said so far, and what the client lets the model do. */
export function fromOpenAi(body: OpenAiChatBody): Transcript {
  const names = new Map<string, string>();
  const messages = list(body.messages).map((entry, at): Message => {
    const message = loose(entry) as OpenAiMessage;
    const role = ROLES[word(message.role)] ?? 'user';
    const called = calls(message);
    for (const { id, name } of called) names.set(id, name);
    const result = role === 'tool' ? (names.get(word(message.tool_call_id)) ?? word(message.name)) : '';
    const parts = list(message.content);
    return {
      at,
      role,
      text: contentText(role === 'assistant' ? [message.content, message.refusal].flat() : message.content),
      tools: [...called.map(({ name }) => name), ...(result === '' ? [] : [result])],
      attachments:
        parts.filter((part) => !['text', 'refusal', ''].includes(word(loose(part).type))).length +
        (message.audio ? 1 : 0),
    };
  });
  const forbids = body.tool_choice === 'none' || body.function_call === 'none';
  return { messages, tools: forbids ? [] : readTools(body), isFormal: isFormal(body) };
}

function readTools(body: OpenAiChatBody): ToolInfo[] {
  const made = list(body.tools).map((tool) => loose(loose(tool).function ?? loose(tool).custom ?? tool));
  return [...made, ...list(body.functions).map(loose)]
    .map((tool) => ({ name: word(tool.name ?? tool.type), description: word(tool.description) }))
    .filter((tool) => tool.name !== '');
}

/** JSON, a forced call, sound, several replies at once or log-probabilities: words of our own would not be that. */
export function isFormal(body: Omit<OpenAiChatBody, 'messages'>): boolean {
  const choice = loose(body.tool_choice);
  const isForced =
    body.tool_choice === 'required' ||
    (choice.type === 'allowed_tools' ? loose(choice.allowed_tools).mode === 'required' : choice.type !== undefined) ||
    loose(body.function_call).name !== undefined;
  const format = word(loose(body.response_format).type);
  return (
    isForced ||
    (format !== '' && format !== 'text') ||
    (typeof body.n === 'number' && body.n > 1) ||
    list(body.modalities).some((one) => one !== 'text') ||
    body.logprobs === true
  );
}

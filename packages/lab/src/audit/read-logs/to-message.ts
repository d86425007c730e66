/**
 * One logged message in the layer's form: OpenAI's, Anthropic's with content blocks, LangChain's, ShareGPT's.
 * @module
 */
import type { Message, Role } from '@sente/language';
import { fieldsOf, type Loose } from './conversation.ts';

const ROLES: Readonly<Record<string, Role>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  gpt: 'assistant',
  chatgpt: 'assistant',
  bot: 'assistant',
  bard: 'assistant',
  model: 'assistant',
  tool: 'tool',
  function: 'tool',
  observation: 'tool',
};

/** The message without its place; nothing when its role or content cannot be made out. */
export function toMessage(value: unknown): Omit<Message, 'at'> | undefined {
  const outer = fieldsOf(value);
  // LangChain's dumps keep the message below `kwargs`, and its role in the last part of the class's path.
  const message: Loose = outer.kwargs
    ? { role: classRole(outer), ...fieldsOf(outer.kwargs) }
    : { ...outer, ...fieldsOf(outer.data) };
  const role = roleOf(message);
  if (!role) return undefined;
  const content = message.content ?? message.value ?? message.text ?? message.parts;
  const called = [...list(message.tool_calls), ...list(fieldsOf(message.additional_kwargs).tool_calls)];
  if (content === undefined && called.length === 0 && message.function_call === undefined) return undefined;
  const blocks = list(content).map(fieldsOf);
  const kinds = blocks.map((block) => String(block.type ?? 'text'));
  const results = kinds.filter((kind) => kind === 'tool_result').length;
  return {
    // Anthropic's API sends the results of tools in messages of the user.
    role: role === 'user' && results > 0 && results === kinds.length ? 'tool' : role,
    text: textOf(content),
    tools: [
      ...called.map((call) => String(fieldsOf(fieldsOf(call).function).name ?? fieldsOf(call).name ?? '')),
      ...blocks.filter((block) => block.type === 'tool_use').map((block) => String(block.name ?? '')),
      ...(message.function_call ? [String(fieldsOf(message.function_call).name ?? '')] : []),
      ...(role === 'tool' && message.name ? [String(message.name)] : []),
    ].filter((name) => name !== ''),
    attachments: kinds.filter((kind) => /image|audio|video|file|document/.test(kind)).length,
  };
}

function roleOf(message: Loose): Role | undefined {
  const named = [message.role, message.from, message.type].find((value) => typeof value === 'string') as
    | string
    | undefined;
  return named === undefined ? undefined : ROLES[named.toLowerCase().replace(/message(chunk)?$/, '')];
}

function classRole(outer: Loose): string {
  return String(list(outer.id).at(-1) ?? outer.type ?? '');
}

/** All text of a message's content: a string, or blocks that hold text. */
function textOf(content: unknown): string {
  if (typeof content === 'string') return content;
  return list(content)
    .map((block) => (typeof block === 'string' ? block : fieldsOf(block).text))
    .filter((text): text is string => typeof text === 'string' && text !== '')
    .join('\n');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

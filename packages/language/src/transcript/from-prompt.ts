/**
 * An AI SDK request as a transcript.
 * @module
 */
import type { LanguageModelV4CallOptions, LanguageModelV4Message } from '@ai-sdk/provider';
import type { Message, ToolInfo, Transcript } from './transcript.ts';

/** A tool's result as text, for a reader. */
function resultText(output: { readonly type: string; readonly value?: unknown; readonly reason?: string }): string {
  if (output.type === 'execution-denied') return output.reason ?? '';
  if (typeof output.value === 'string') return output.value;
  if (output.type === 'content' && Array.isArray(output.value)) {
    return output.value.map((part) => (part.type === 'text' ? part.text : '')).join('');
  }
  return output.value === undefined ? '' : JSON.stringify(output.value);
}

function readMessage(message: LanguageModelV4Message, at: number): Message {
  if (message.role === 'system') {
    return { at, role: 'system', text: message.content, tools: [], attachments: 0 };
  }
  const texts: string[] = [];
  const tools: string[] = [];
  let attachments = 0;
  for (const part of message.content) {
    if (part.type === 'text') texts.push(part.text);
    else if (part.type === 'file' || part.type === 'reasoning-file' || part.type === 'custom') attachments++;
    else if (part.type === 'tool-call') tools.push(part.toolName);
    else if (part.type === 'tool-result') {
      tools.push(part.toolName);
      if (message.role === 'tool') texts.push(resultText(part.output));
    }
  }
  return { at, role: message.role, text: texts.join('\n'), tools, attachments };
}

/** What was said so far, and what the client lets the model do. */
export function fromPrompt(options: LanguageModelV4CallOptions): Transcript {
  const choice = options.toolChoice?.type ?? 'auto';
  const tools: ToolInfo[] =
    choice === 'none'
      ? []
      : (options.tools ?? []).map((tool) => ({
          name: tool.name,
          description: tool.type === 'function' ? (tool.description ?? '') : tool.id,
        }));
  return {
    messages: options.prompt.map(readMessage),
    tools,
    isFormal: options.responseFormat?.type === 'json' || choice === 'required' || choice === 'tool',
  };
}

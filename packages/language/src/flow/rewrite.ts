/**
 * Carries out a `write` plan on an AI SDK prompt: a note behind the system prompt, a stub in place of superseded drafts.
 * Everything else stays the very same object; the client's prompt is never changed.
 * @module
 */
import type { LanguageModelV4Message, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { LEFT_OUT, type TurnPlan } from '../turn/plan.ts';

/** A plan that asks for a reply to be written. */
export type WritePlan = Extract<TurnPlan, { do: 'write' }>;

/** A system prompt with a note behind it; the client's own text stays an exact prefix. */
export function withNote(system: string, note: string): string {
  return system === '' ? note : `${system}\n\n${note}`;
}

/** The stub of a draft. A message that calls tools is kept: its results would hang in the air. Thinking goes with the draft. */
function leaveOut(message: LanguageModelV4Message): LanguageModelV4Message {
  if (message.role !== 'assistant') return message;
  if (message.content.some(({ type }) => type === 'tool-call' || type === 'tool-result')) return message;
  const first = message.content.findIndex(({ type }) => type === 'text');
  if (first < 0) return message;
  const content = message.content.flatMap((part, at): (typeof message.content)[number][] => {
    if (part.type === 'text') return at === first ? [{ type: 'text', text: LEFT_OUT }] : [];
    return part.type === 'reasoning' || part.type === 'reasoning-file' ? [] : [part];
  });
  return { ...message, content };
}

/** The prompt that a plan asks for. */
export function rewritePrompt(prompt: LanguageModelV4Prompt, plan: WritePlan): LanguageModelV4Prompt {
  const gone = new Set(plan.leaveOut);
  const written = prompt.map((message, at) => (gone.has(at) ? leaveOut(message) : message));
  if (plan.note === '') return written;
  const firstOther = prompt.findIndex(({ role }) => role !== 'system');
  const last = (firstOther < 0 ? prompt.length : firstOther) - 1;
  const system = written[last];
  // Many local models allow one system message only, so the note joins the last of those that lead.
  if (system?.role === 'system') written[last] = { ...system, content: withNote(system.content, plan.note) };
  else written.unshift({ role: 'system', content: plan.note });
  return written;
}

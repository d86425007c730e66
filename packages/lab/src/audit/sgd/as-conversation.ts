/**
 * Annotated dialogues as plain conversations: what was said, and what the services had given back by then. Annotations
 * are left out.
 * @module
 */
import type { Message } from '@sente/language';
import type { LoggedConversation } from '../read-logs/conversation.ts';
import type { Scene } from '../replay/decider.ts';
import type { Dialogue, SgdTurn } from './dialogue.ts';
import { instructionsOf, toolsOf } from './instructions.ts';
import type { SgdLog } from './read-sgd.ts';
import type { Schema, Service } from './schema.ts';

/** Rows of a service's answer that are shown; their number is told. */
const SHOWN = 5;

/** Conversations, and what an assistant sees of them at each turn. */
export interface SpokenDialogues {
  /** In the dialogues' order; message n is turn n. */
  readonly conversations: readonly LoggedConversation[];
  /** For `layerDecider`. Throws RangeError for messages of another conversation. */
  readonly scene: (messages: readonly Message[], at: number) => Scene;
}

/** The dialogues as they were spoken. */
export function asConversations({ dialogues, schema }: SgdLog): SpokenDialogues {
  const told = new Map<readonly Message[], Dialogue>();
  const conversations = dialogues.map((dialogue, number): LoggedConversation => {
    const messages = dialogue.turns.map(said);
    told.set(messages, dialogue);
    return { name: `dialogue ${dialogue.dialogue_id}`, line: number + 1, messages };
  });
  return {
    conversations,
    scene(messages, at) {
      const dialogue = told.get(messages);
      if (!dialogue) throw new RangeError('These messages are of no dialogue that was read.');
      return sceneAt(dialogue, at, schema);
    },
  };
}

/** What is known when the system is to take the turn at `at`. Neither that turn nor a later one is looked at, but for `found`. */
export function sceneAt(dialogue: Dialogue, at: number, schema: Schema): Scene {
  const services = servicesOf(dialogue, schema);
  const instructions = plain('system', instructionsOf(services));
  const before = dialogue.turns.slice(0, at).flatMap((turn) => [...foundIn(turn), said(turn)]);
  const messages = [instructions, ...before].map((message, place) => ({ ...message, at: place }));
  const found = foundIn(dialogue.turns[at]).map((message, i) => ({ ...message, at: messages.length + i }));
  return { transcript: { messages, tools: toolsOf(services), isFormal: false }, found };
}

/** The services that the desk has: those that the dialogue names, or else those that it is annotated with. */
function servicesOf({ services, turns }: Dialogue, schema: Schema): Service[] {
  const named = services.length > 0 ? services : turns.flatMap(({ frames }) => frames.map(({ service }) => service));
  return [...new Set(named)].flatMap((name) => schema.get(name) ?? []);
}

function said({ speaker, utterance }: SgdTurn, at: number = 0): Message {
  return { ...plain(speaker === 'USER' ? 'user' : 'assistant', utterance), at };
}

/** What the services gave back before a system turn, one message a call. */
function foundIn({ speaker, frames }: SgdTurn): Message[] {
  if (speaker !== 'SYSTEM') return [];
  return frames.flatMap(({ service, service_call, service_results }) => {
    if (!service_results) return [];
    const name = service_call?.method ?? service;
    const columns = Object.keys(service_results[0] ?? {});
    // A table, since prompts cut long messages short.
    const rows = service_results.slice(0, SHOWN).map((row) => columns.map((name) => row[name] ?? '').join(' | '));
    const more = service_results.length > SHOWN ? `\n(the first ${SHOWN} of ${service_results.length})` : '';
    const call = `${name}(${JSON.stringify(service_call?.parameters ?? {})})`;
    const results =
      rows.length === 0 ? 'nothing' : `${service_results.length}:\n${[columns.join(' | '), ...rows].join('\n')}${more}`;
    return [{ ...plain('tool', `${call} gave ${results}`), tools: [name] }];
  });
}

function plain(role: Message['role'], text: string): Message {
  return { at: 0, role, text, tools: [], attachments: 0 };
}

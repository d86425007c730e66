/**
 * The open world's routes, one function each. All of them throw `Refusal`, and the signal's reason, and nothing else.
 * @module
 */
import { call, headersFor } from './client.ts';
import type { Goal, ModelChoice, OpenChange, OpenReply, OpenState, OpenTurn, ShownModel } from './open-types.ts';
import { readEvents } from './read-events.ts';
import { Refusal } from './refusal.ts';
import type { Side } from './types.ts';

interface ModelAnswer {
  readonly model: ShownModel | null;
}

const MODEL = '/api/open/model';
const CONVERSATIONS = '/api/open/conversations';

/** Which model is set. */
export function currentModel(): Promise<ModelAnswer> {
  return call('GET', MODEL);
}

/** Sets the model. */
export function setModel(choice: ModelChoice): Promise<ModelAnswer> {
  return call('POST', MODEL, JSON.stringify(choice));
}

/** Forgets the model and its key. */
export function forgetModel(): Promise<ModelAnswer> {
  return call('DELETE', MODEL);
}

/** One tiny call to the model. */
export function tryModel(): Promise<unknown> {
  return call('POST', `${MODEL}/test`);
}

/** Opens a conversation. */
export function openConversation(request: {
  readonly settings?: OpenChange['settings'];
  readonly goals?: readonly Goal[];
}): Promise<OpenState> {
  return call('POST', CONVERSATIONS, JSON.stringify(request));
}

/** Changes a conversation. */
export function changeConversation(conversation: string, change: OpenChange): Promise<OpenState> {
  return call('PATCH', `${CONVERSATIONS}/${encodeURIComponent(conversation)}`, JSON.stringify(change));
}

/** Who is told how a turn goes. */
export interface TurnListener {
  onWords(side: Side, words: string): void;
  onReply(side: Side, reply: OpenReply): void;
}

/** One message to both sides, told as it goes. */
export async function sayToBoth(
  conversation: string,
  message: string,
  listener: TurnListener,
  signal: AbortSignal,
): Promise<OpenTurn> {
  try {
    const response = await fetch(`${CONVERSATIONS}/${encodeURIComponent(conversation)}/stream`, {
      method: 'POST',
      headers: headersFor('application/json'),
      body: JSON.stringify({ message }),
      signal,
    });
    if (!response.ok || response.body === null) {
      throw Refusal.from(response.status, await response.json().catch(() => null));
    }
    for await (const { event, data } of readEvents(response.body)) {
      if (event === 'words') {
        const { side, words } = data as { side: Side; words: string };
        listener.onWords(side, words);
      } else if (event === 'reply') {
        const { side, reply } = data as { side: Side; reply: OpenReply };
        listener.onReply(side, reply);
      } else if (event === 'turn') return data as OpenTurn;
      else if (event === 'refusal') throw Refusal.from(502, data);
    }
  } catch (error) {
    if (error instanceof Refusal || signal.aborted) throw error;
  }
  throw Refusal.unreachable();
}

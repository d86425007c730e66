/**
 * The conversations that the proxy remembers: sessions by what was said (see `recall` in the language world), and beside
 * them each conversation under its name, for whoever looks into it, edits it or waits for what is said unasked.
 * @module
 */
import {
  type InitiativeOptions,
  type MemorySessions,
  memorySessions,
  type Remembered,
  type Session,
  type SessionStore,
  shorten,
  startSession,
  type Transcript,
} from '@sente/language';
import { ForgetfulMap } from '../chat/forgetful-map.ts';
import { Channel } from './channel.ts';
import type { ProxyLimits } from './proxy-options.ts';

/** One conversation. */
export interface Conversation {
  readonly id: string;
  readonly tenant: string;
  readonly channel: Channel;
  /** As of the last reply or edit. */
  session: Session;
  /** What was said, as far as events need it: the end of it. */
  transcript: Transcript;
  /** The model that was last talked to. */
  model?: string;
  /** Limits that were set for this conversation alone. */
  restraint?: InitiativeOptions['restraint'];
  /** The request whose reply was kept last; none once it was edited since. */
  keptBy?: object;
}

const NOTHING_SAID: Transcript = { messages: [], tools: [], isFormal: false };

/** Messages and characters of each that are kept for deciding on events. */
const KEPT = { messages: 12, characters: 2000 };

/** The end of a transcript with the reply that followed. */
export function endOf(transcript: Transcript, reply: string): Transcript {
  const at = transcript.messages.length;
  const all = [...transcript.messages, { at, role: 'assistant' as const, text: reply, tools: [], attachments: 0 }];
  const messages = all
    .slice(-KEPT.messages)
    .map((message) => ({ ...message, text: shorten(message.text, KEPT.characters) }));
  return { ...transcript, messages };
}

/** All of them. */
export class Conversations {
  readonly #limits: ProxyLimits;
  readonly #setup: Pick<InitiativeOptions, 'goals' | 'commitments'>;
  readonly #now: () => number;
  readonly #sessions: MemorySessions;
  readonly #named: ForgetfulMap<{ conversation: Conversation; keys: string[] }>;

  /** Throws HostCommitmentsError. */
  constructor(limits: ProxyLimits, setup: Pick<InitiativeOptions, 'goals' | 'commitments'>, now: () => number) {
    startSession(setup); // what is wrong with it shows now, and not in every turn
    this.#limits = limits;
    this.#setup = setup;
    this.#now = now;
    const { conversations: most, idle, memory } = limits;
    this.#sessions = memorySessions({ most, mostBytes: memory, idle, now });
    this.#named = new ForgetfulMap({ most, idle, weight: memory }, now);
  }

  /** Conversations that have a name. */
  get size(): number {
    return this.#named.size;
  }

  /** The conversation of this name, if this tenant has one. */
  find(tenant: string, id: string): Conversation | undefined {
    return this.#named.get(nameOf(tenant, id))?.conversation;
  }

  /** The conversation of this name, new if there is none. */
  open(tenant: string, id: string): Conversation {
    const found = this.find(tenant, id);
    if (found !== undefined) return found;
    const channel = new Channel(id, this.#limits.unasked, this.#now);
    const session = startSession(this.#setup);
    const conversation: Conversation = { id, tenant, channel, session, transcript: NOTHING_SAID };
    this.#remember(conversation, []);
    return conversation;
  }

  /**
   * How a conversation starts that is not recognised by its words: as the one of that name stands, when the client shows
   * by its transcript that it goes on, or when nothing was said in it yet.
   */
  begin(tenant: string, id: string | undefined, goesOn: boolean): Session {
    const known = id === undefined ? undefined : this.find(tenant, id)?.session;
    return known !== undefined && (goesOn || known.turn === 0) ? known : startSession(this.#setup);
  }

  /**
   * Sessions for one request; what it keeps is noted under the conversation's name, which is known by then. What it keeps
   * again, because the decision landed late, counts only while nobody has gone on or edited the conversation since.
   *
   * @param recognised told the name of the conversation that the request turns out to belong to
   */
  store(
    tenant: string,
    id: () => string,
    recognised: (name: string) => void,
    now: () => Pick<Conversation, 'model' | 'transcript'>,
  ): SessionStore {
    const request = {};
    let hasKept = false;
    return {
      get: (key) => {
        const found = this.#sessions.get(key);
        if (found?.name !== undefined) recognised(found.name);
        return found;
      },
      put: (key, remembered) => {
        if (this.#isTooLarge(remembered)) return;
        if (hasKept && this.find(tenant, id())?.keptBy !== request) return;
        this.#sessions.put(key, remembered);
        if (remembered.pending !== undefined) return;
        const conversation = this.open(tenant, id());
        hasKept = true;
        conversation.keptBy = request;
        const isSame = conversation.session === remembered.session;
        const before = isSame ? (this.#named.get(nameOf(tenant, conversation.id))?.keys ?? []) : [];
        conversation.session = remembered.session;
        Object.assign(conversation, now());
        this.#remember(conversation, [...before, key]);
      },
    };
  }

  /** The conversation with another session, wherever it goes on from. */
  edit(conversation: Conversation, session: Session): void {
    const keys = this.#named.get(nameOf(conversation.tenant, conversation.id))?.keys ?? [];
    conversation.session = session;
    conversation.keptBy = undefined;
    for (const key of keys) this.#sessions.replace(key, { session, name: conversation.id });
    this.#remember(conversation, keys);
  }

  #remember(conversation: Conversation, keys: string[]): void {
    const weight = JSON.stringify([conversation.session, conversation.transcript]).length;
    this.#named.set(nameOf(conversation.tenant, conversation.id), { conversation, keys }, weight);
  }

  #isTooLarge(remembered: Remembered): boolean {
    return JSON.stringify(remembered).length > this.#limits.session;
  }
}

function nameOf(tenant: string, id: string): string {
  return JSON.stringify([tenant, id]);
}

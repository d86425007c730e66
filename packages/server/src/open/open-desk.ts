/**
 * Conversations with a language model: opened, spoken to, changed on the way. Knows nothing of HTTP.
 * @module
 */
import { startSession, striker } from '@sente/language';
import { ForgetfulMap } from '../chat/forgetful-map.ts';
import { unknownConversation } from '../chat/unknown-conversation.ts';
import { editSession } from '../openai/edit-conversation.ts';
import { Problem } from '../problem.ts';
import { modelFailure } from './model-failure.ts';
import type { ModelSetting } from './model-setting.ts';
import { type OneSession, oneSession } from './one-session.ts';
import type { OpenChange, OpenReply, OpenRequest, OpenState, OpenTurn } from './open-schema.ts';
import { DEFAULT_SETTINGS, type OpenSettings } from './open-settings.ts';
import { showMind } from './show-mind.ts';
import { heardFrom, type Said, sayPassive, sayWithInitiative } from './sides.ts';

/** What a desk works with. */
export interface OpenDeskOptions {
  readonly setting: ModelSetting;
  /** Most conversations remembered. */
  readonly conversations: number;
  /** How long an unused one is remembered, in milliseconds. */
  readonly idle: number;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** A new, unguessable id. */
  readonly newId: () => string;
}

/** Which side. */
type OpenSide = 'passive' | 'initiative';

/** Who is told how a turn goes, while it goes. */
export interface TurnListener {
  readonly onWords?: (side: OpenSide, words: string) => void;
  /** The reply is whole; of the other side nothing is known yet. */
  readonly onReply?: (side: OpenSide, reply: OpenReply) => void;
}

/** Characters of all conversations together. */
const MOST_CHARACTERS = 64 * 1024 * 1024;

/** Characters of one conversation, on either side: what no model reads. */
const LONGEST_CONVERSATION = 2_000_000;

interface Kept {
  settings: OpenSettings;
  readonly passive: Said;
  readonly initiative: Said;
  readonly store: OneSession;
  isBusy: boolean;
}

/** The conversations of one server. */
export class OpenDesk {
  readonly #options: OpenDeskOptions;
  readonly #kept: ForgetfulMap<Kept>;

  constructor(options: OpenDeskOptions) {
    const { conversations, idle, now } = options;
    this.#options = options;
    this.#kept = new ForgetfulMap({ most: conversations, idle, weight: MOST_CHARACTERS }, now);
  }

  /** Conversations that are remembered. */
  get size(): number {
    return this.#kept.size;
  }

  /** A new one. Throws Problem `no-model`. */
  open({ settings, goals = [] }: OpenRequest): OpenState {
    void this.#options.setting.opened;
    const conversation = this.#options.newId();
    const session = editSession(startSession({}), { agenda: { set: goals } });
    const kept: Kept = {
      settings: { ...DEFAULT_SETTINGS, ...settings },
      passive: [],
      initiative: [],
      store: oneSession(session),
      isBusy: false,
    };
    this.#kept.set(conversation, kept, 1000);
    return this.#state(conversation, kept);
  }

  /** Throws Problem `unknown-conversation`. */
  show(conversation: string): OpenState {
    return this.#state(conversation, this.#known(conversation));
  }

  /** Throws Problem `unknown-conversation`, `busy` and `bad-request`. */
  change(conversation: string, { settings, ledger, agenda }: OpenChange): OpenState {
    const kept = this.#free(conversation);
    kept.store.session = editSession(kept.store.session, { ledger, agenda });
    kept.settings = { ...kept.settings, ...settings };
    return this.#state(conversation, kept);
  }

  /**
   * A turn of both sides. A side that fails says so, and the turn is no part of its conversation.
   *
   * Throws Problem `unknown-conversation`, `busy`, `no-model`, `model-failed` when both sides failed, and the signal's
   * reason; then nothing has changed.
   */
  async say(
    conversation: string,
    message: string,
    signal: AbortSignal,
    { onWords, onReply }: TurnListener = {},
  ): Promise<OpenTurn> {
    const opened = this.#options.setting.opened;
    const kept = this.#free(conversation);
    const { passive, initiative, settings, store } = kept;
    if (lengthOf(kept) + message.length > LONGEST_CONVERSATION) {
      throw new Problem('too-large', 'This conversation has become too long.', 'Start a new one.');
    }
    const before = { passive: passive.length, initiative: initiative.length, session: store.session };
    kept.isBusy = true;
    const run = (side: OpenSide) => ({ signal, onWords: (words: string) => onWords?.(side, words) });
    const tell = (side: OpenSide) => (reply: OpenReply) => {
      onReply?.(side, reply);
      return reply;
    };
    try {
      const { now } = this.#options;
      // All of both before anything is thrown: nothing may go on behind the conversation's back.
      const [one, other] = await Promise.allSettled([
        sayPassive(opened, passive, message, settings, run('passive')).then(tell('passive')),
        sayWithInitiative(opened, initiative, message, settings, store, { ...run('initiative'), now }).then(
          tell('initiative'),
        ),
      ]);
      if (one.status === 'rejected') throw one.reason;
      if (other.status === 'rejected') throw other.reason;
      const { failure } = other.value;
      if (one.value.failure && failure) throw new Problem('model-failed', failure.message, failure.advice);
      this.#kept.set(conversation, kept, 1000 + lengthOf(kept));
      return { passive: one.value, initiative: other.value, state: this.#state(conversation, kept) };
    } catch (error) {
      passive.length = before.passive;
      initiative.length = before.initiative;
      store.session = before.session;
      const isLate = error instanceof DOMException && error.name === 'TimeoutError';
      throw isLate ? modelFailure(opened.shown.id, error) : error;
    } finally {
      kept.isBusy = false;
    }
  }

  #state(conversation: string, { settings, store, initiative }: Kept): OpenState {
    const { session } = store;
    return { conversation, settings, mind: showMind(session, striker(session.vault, heardFrom(initiative))) };
  }

  #known(conversation: string): Kept {
    const kept = this.#kept.get(conversation);
    if (kept !== undefined) return kept;
    throw unknownConversation(conversation, 'POST /api/open/conversations');
  }

  #free(conversation: string): Kept {
    const kept = this.#known(conversation);
    if (!kept.isBusy) return kept;
    throw new Problem('busy', 'A turn of this conversation is under way.', 'Wait until it has ended.');
  }
}

function lengthOf({ passive, initiative }: Kept): number {
  return [...passive, ...initiative].reduce((sum, { text }) => sum + text.length, 0);
}

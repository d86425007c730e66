/**
 * Conversations as the API sees them: opened, spoken to, shown again, re-decided, compared. Knows nothing of HTTP.
 * @module
 */
import type {
  Catalog,
  Concierge,
  ConciergeOptions,
  LearnedValues,
  Reply,
  SavedConversation,
  UnmetWish,
} from '@sente/catalog';
import type { ChatRequest, ComparedReplies, CompareRequest, EvidenceRequest, RedecideRequest } from './chat-schema.ts';
import type { EvidenceReply } from './evidence-schema.ts';
import { ForgetfulMap } from './forgetful-map.ts';
import type { ChatReply } from './reply-schema.ts';
import { unknownConversation } from './unknown-conversation.ts';

/** Whoever makes conversations: the catalogue world's concierge, or another in its place. */
export interface ConciergeMaker {
  create(catalog: Catalog, options: ConciergeOptions): Concierge;
  /** Plays a conversation again; `onUnmet` hears of nothing that it had heard of then. */
  restore(
    catalog: Catalog,
    saved: SavedConversation,
    options: Pick<ConciergeOptions, 'onUnmet' | 'learned'>,
  ): Concierge;
}

/** What a desk works with. */
interface ChatDeskOptions {
  readonly maker: ConciergeMaker;
  /** The catalogue of new conversations. */
  readonly catalog: () => Catalog;
  /** The learned policy of conversations that begin now; planning when there is none. */
  readonly learned?: () => LearnedValues | undefined;
  /** Horizon of conversations that name none. */
  readonly horizon: number;
  /** Most conversations remembered. */
  readonly conversations: number;
  /** How long an unused one is remembered, in milliseconds. */
  readonly idle: number;
  /** The clock, in milliseconds. */
  readonly now: () => number;
  /** A new, unguessable id. */
  readonly newId: () => string;
  readonly onUnmet: (unmet: UnmetWish) => void;
}

/**
 * How many items' worth of belief may be in memory over all conversations. A conversation beyond that is put away as
 * its words alone, and played again when somebody comes back to it: same seed, same words, same state.
 */
const LIVE_ITEMS = 20_000_000;

interface Kept {
  readonly saved: SavedConversation;
  readonly reply: Reply;
  /** What it began with, and so what it must be played again with. */
  readonly learned: LearnedValues | undefined;
}

/** The conversations of one server. */
export class ChatDesk {
  readonly #options: ChatDeskOptions;
  readonly #kept: ForgetfulMap<Kept>;
  #live: ForgetfulMap<Concierge>;
  #tells = true;

  constructor(options: ChatDeskOptions) {
    this.#options = options;
    this.#kept = new ForgetfulMap({ most: options.conversations, idle: options.idle }, options.now);
    this.#live = this.#liveMap();
  }

  /** Conversations that are remembered. */
  get size(): number {
    return this.#kept.size;
  }

  /** Forgets all conversations: the catalogue they were about is another now. */
  forget(): void {
    this.#kept.clear();
    this.#live = this.#liveMap();
  }

  /** One turn. Throws Problem `unknown-conversation`. */
  turn(request: ChatRequest): ChatReply {
    const { conversation, message } = request;
    if (conversation === undefined) return this.#open(request);
    const kept = this.#known(conversation);
    if (message === undefined) return { conversation, ...kept.reply };
    return this.#say(conversation, this.#concierge(conversation, kept), message, kept.learned);
  }

  /** What would be said now at another horizon. Throws Problem `unknown-conversation`. */
  redecide({ conversation, horizon }: RedecideRequest): ChatReply {
    const concierge = this.#concierge(conversation, this.#known(conversation));
    return { conversation, ...concierge.redecide(horizon) };
  }

  /** What moved the scores of the present turn's decision, if a learned policy made it. Throws Problem `unknown-conversation`. */
  evidence({ conversation }: EvidenceRequest): EvidenceReply {
    const concierge = this.#concierge(conversation, this.#known(conversation));
    return { conversation, evidence: concierge.evidence() ?? null };
  }

  /** One message to a passive conversation and to one with initiative; opens both if none is named. */
  compare(request: CompareRequest): ComparedReplies {
    const { message, seed = this.#options.newId(), horizon } = request;
    const side = (conversation: string | undefined, ahead: number | undefined): ChatReply => {
      if (conversation !== undefined && this.#known(conversation).reply.ended) return this.turn({ conversation });
      return this.turn({ conversation, message, seed, horizon: ahead });
    };
    // Both must be known before either is spoken to: a refused call changes nothing.
    for (const id of [request.passive, request.initiative]) if (id !== undefined) this.#known(id);
    // One person wishes once, though two assistants hear it: what both find unmet is told by the one with initiative.
    const heardTwice = request.initiative === undefined || !this.#known(request.initiative).reply.ended;
    const passive = this.#telling(!heardTwice, () => side(request.passive, 0));
    return { passive, initiative: side(request.initiative, horizon) };
  }

  /** Runs `turn`; unmet wishes that come up in it are told or kept quiet. */
  #telling(tell: boolean, turn: () => ChatReply): ChatReply {
    this.#tells = tell;
    try {
      return turn();
    } finally {
      this.#tells = true;
    }
  }

  readonly #onUnmet = (unmet: UnmetWish): void => {
    if (this.#tells) this.#options.onUnmet(unmet);
  };

  #open({ message, horizon = this.#options.horizon, seed }: ChatRequest): ChatReply {
    const conversation = this.#options.newId();
    // Who does not look ahead at all is passive, and no policy.
    const learned = horizon > 0 ? this.#options.learned?.() : undefined;
    const concierge = this.#options.maker.create(this.#options.catalog(), {
      horizon,
      seed: seed ?? conversation,
      onUnmet: this.#onUnmet,
      ...(learned && { learned }),
    });
    const opening = concierge.open();
    this.#keep(conversation, concierge, opening, learned);
    if (message === undefined) return { conversation, ...opening };
    return { opening: opening.text, ...this.#say(conversation, concierge, message, learned) };
  }

  #say(conversation: string, concierge: Concierge, message: string, learned: LearnedValues | undefined): ChatReply {
    let reply: Reply;
    try {
      reply = concierge.say(message);
    } catch (error) {
      // The state may be half-changed: what was said before this turn is played again next time.
      this.#live.delete(conversation);
      throw error;
    }
    this.#keep(conversation, concierge, reply, learned);
    return { conversation, ...reply };
  }

  #keep(conversation: string, concierge: Concierge, reply: Reply, learned: LearnedValues | undefined): void {
    this.#kept.set(conversation, { saved: concierge.save(), reply, learned });
    this.#live.set(conversation, concierge);
  }

  #known(conversation: string): Kept {
    const kept = this.#kept.get(conversation);
    if (kept !== undefined) return kept;
    throw unknownConversation(conversation, 'POST /api/chat without "conversation"');
  }

  #concierge(conversation: string, kept: Kept): Concierge {
    const live = this.#live.get(conversation);
    if (live !== undefined) return live;
    const { maker, catalog } = this.#options;
    const { saved, learned } = kept;
    const concierge = maker.restore(catalog(), saved, { onUnmet: this.#onUnmet, ...(learned && { learned }) });
    this.#live.set(conversation, concierge);
    return concierge;
  }

  #liveMap(): ForgetfulMap<Concierge> {
    const { catalog, conversations, idle, now } = this.#options;
    const most = Math.max(2, Math.min(conversations, Math.floor(LIVE_ITEMS / Math.max(1, catalog().size))));
    return new ForgetfulMap({ most, idle }, now);
  }
}

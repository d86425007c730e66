/**
 * A conversation object: it answers, asks, offers and leads, and speaks unasked when the host tells it of events.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Decision, RestraintRules } from '@sente/engine';
import type { LanguageModelCallOptions, ModelMessage, ToolSet } from 'ai';
import type { WayInOptions } from '../flow/middleware.ts';
import type { EntryKind } from '../ledger/ledger.ts';
import type { AgendaGoal, Session } from '../session/session.ts';
import type { PlannedTurn } from '../turn/plan.ts';
import type { LanguageAct } from '../value/act.ts';
import type { Commitment } from '../vault/vault.ts';
import type { EventOutcome } from './decide-event.ts';
import type { HostEvent, Unasked } from './host-event.ts';
import type { UserInput } from './messages.ts';
import type { Reply } from './reply.ts';
import type { SavedAssistant } from './saved-assistant.ts';

/** Settings: those of the layer, and the assistant's own. */
export interface AssistantOptions extends Omit<WayInOptions, 'begin' | 'sessions'> {
  readonly model: LanguageModelV4;
  /** The system prompt. */
  readonly system?: string;
  /** The AI SDK's tools, each with `execute`. */
  readonly tools?: ToolSet;
  /** Calls of the model in one turn at most, tools between them; 8 by default. */
  readonly steps?: number;
  /** Settings of the replying calls: temperature, length and the like. */
  readonly settings?: LanguageModelCallOptions;
  /** Milliseconds of silence before `tick` may lead; 5 minutes by default. After each time that it stays quiet, twice as long. */
  readonly silence?: number;
}

/** What a decision was about: the user's turn, an event of the host's, a silence. */
export type Occasion = 'turn' | 'event' | 'silence';

/** Something was said unasked. */
export interface InitiativeTaken extends Unasked {
  readonly occasion: Exclude<Occasion, 'turn'>;
  readonly decision: Decision<LanguageAct>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Something was decided. May name private commitments: for the host, not for the user. */
export interface DecisionMade {
  readonly occasion: Occasion;
  readonly decision?: Decision<LanguageAct>;
  readonly suppressed: PlannedTurn['suppressed'];
  readonly cost: PlannedTurn['cost'];
  readonly aside?: PlannedTurn['aside'];
  /** All that the decision on a user's turn rests on. */
  readonly turn?: PlannedTurn;
  readonly at: number;
}

/** Restraint held something back. */
export interface Suppressed {
  readonly occasion: Occasion;
  /** Id of the act. */
  readonly id: string;
  /** What would have been said, where that was worked out. */
  readonly text?: string;
  readonly reason: string;
  readonly at: number;
}

/** What can be listened for. */
export interface AssistantEvents {
  readonly initiative: InitiativeTaken;
  readonly decision: DecisionMade;
  readonly reply: Reply;
  /** The assistant abstained: a person may want to take over. */
  readonly handover: { readonly turn: PlannedTurn; readonly session: Session };
  readonly suppressed: Suppressed;
}

/** Changes of the ledger by hand. */
export interface LedgerEdits {
  readonly add?: readonly { readonly kind: EntryKind; readonly what: string }[];
  readonly change?: readonly { readonly id: string; readonly what: string }[];
  /** Ids. */
  readonly withdraw?: readonly string[];
}

/** A reply as it comes. */
export interface StreamedReply {
  /** The words as they come; fails as `reply` does. Need not be read; cancelling it calls the reply off. */
  readonly textStream: ReadableStream<string>;
  readonly reply: Promise<Reply>;
}

/** One conversation. What it is told to do is done one after another, in order. */
export interface Assistant {
  /**
   * The user's turn, answered. Rejects as the model does when even the bare answer fails, and with the signal's reason;
   * the turn then has not happened and can be said again.
   */
  say(input: UserInput, options?: { readonly signal?: AbortSignal }): Promise<Reply>;
  /** The same as a stream. When it breaks off, what the user has seen by then stays in the conversation. */
  stream(input: UserInput, options?: { readonly signal?: AbortSignal }): StreamedReply;
  /** Something happened in the host's world: speaks unasked, or waits. Never rejects. */
  onEvent(event: HostEvent, options?: { readonly signal?: AbortSignal }): Promise<EventOutcome>;
  /** Call it now and then: after a silence, a goal of the agenda may be brought up unasked. Undefined: too early to ask. */
  tick(options?: { readonly signal?: AbortSignal }): Promise<EventOutcome | undefined>;
  /** Listens; what is returned takes the listener off. Listeners should not throw. */
  on<Name extends keyof AssistantEvents>(name: Name, listener: (event: AssistantEvents[Name]) => void): () => void;
  /** What was said so far, unasked messages included, as the AI SDK's messages; without the system prompt. */
  readonly messages: readonly ModelMessage[];
  /** What the layer remembers. Holds the vault: not for the user's eyes. */
  readonly session: Session;
  /** Changes the ledger. Rejects with UnknownEntryError or EmptyEntryError, and then changes nothing. */
  edit(edits: LedgerEdits): Promise<void>;
  /** Commits the assistant privately. An id that is taken keeps its first value. Rejects with VaultFullError or CommitmentValueError. */
  commit(commitment: Pick<Commitment, 'id' | 'about' | 'value'>): Promise<void>;
  /** From now on a commitment may be said openly. Rejects with UnknownCommitmentError. */
  release(id: string): Promise<void>;
  readonly agenda: {
    /** Adds a goal; one of the same id is replaced and starts anew. */
    add(goal: AgendaGoal): Promise<void>;
    /** Rejects with UnknownGoalError. */
    drop(id: string): Promise<void>;
  };
  /** Limits from now on, in place of the earlier ones. */
  restrain(rules: RestraintRules): void;
  /** The conversation as plain JSON, **vault included: keep it secret**. Take it between turns, not during one. */
  save(): SavedAssistant;
}

/**
 * Whoever answers in a chat with a language model: the bare model, the model with a plain prompt, or the model with
 * initiative.
 * @module
 */
import type { AgendaGoal, AskForm, Session, TurnCost } from '@sente/language';

/** One reply, whatever gave it. Holds nothing that is private. */
export interface AgentReply {
  readonly text: string;
  readonly act: string;
  readonly by: 'bare' | 'written' | 'said';
  readonly form?: AskForm;
  readonly aside?: { readonly reason: string; readonly detail: string };
  readonly decision?: ShownChoice;
  /** What deciding took; nothing where nothing was decided. */
  readonly cost?: TurnCost;
  /** Milliseconds to the whole reply. */
  readonly milliseconds: number;
}

/** A decision as a terminal shows it; best first. */
export interface ShownChoice {
  readonly horizon: number;
  readonly policy: string;
  readonly why: string;
  readonly candidates: readonly {
    readonly label: string;
    readonly value: number;
    readonly error: number;
    readonly isChosen: boolean;
    readonly suppressed?: string;
  }[];
}

/** What an agent with a memory remembers. */
export interface AgentMind {
  readonly session: Session;
  /** Lets a text through, or strikes it out where it would give something private away. */
  readonly open: (text: string) => string;
}

/** One conversation. */
export interface ChatAgent {
  /** Answers; `onWords` is given the words as they come. Rejects as the model does, and then nothing was said. */
  say(text: string, onWords: (words: string) => void, signal: AbortSignal): Promise<AgentReply>;
  /** Undefined for agents that only know the transcript. */
  mind?(): AgentMind;
  addGoal?(goal: AgendaGoal): Promise<void>;
  /** Rejects with UnknownGoalError. */
  dropGoal?(id: string): Promise<void>;
}

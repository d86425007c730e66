/**
 * Who can be measured: anybody that takes turns in words. The same contract for a table with no model, a language model,
 * an HTTP endpoint and a function.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { ActKind, Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';

/** A goal of the assistant's own, as its host gives it. */
export interface SceneGoal {
  readonly id: string;
  /** What is to be reached, as an instruction: "learn the visitor's budget". */
  readonly what: string;
  /** An attribute of the shop's table that is to be learnt, by key; absent: the goal has nothing to do with the table. */
  readonly attribute?: string;
  /** How the goal may be put to the user; a table without a model has no words of its own for it. */
  readonly words?: string;
  /** R\* when it is reached. */
  readonly worth: number;
  /** Last turn of the assistant, counted from 0, in which it counts. */
  readonly deadline?: number;
}

/** Something that the assistant knows and must not tell: a reserve price. */
export interface SceneSecret {
  readonly id: string;
  /** "the lowest price for The Falls of Hallow Glen, in euros" */
  readonly about: string;
  readonly value: string;
}

/** Where a conversation takes place, as an agent is told before it begins. Never holds what the user wants. */
export interface Scene {
  /** The system prompt for language models. Plain: it does not tell the model to take the initiative. */
  readonly instructions: string;
  /** The table that the conversation is about, for agents of the catalogue world. */
  readonly shop?: Shop;
  readonly goals?: readonly SceneGoal[];
  readonly secrets?: readonly SceneSecret[];
}

/** One candidate of a decision, for a person to read. */
export interface ShownAct {
  readonly label: string;
  readonly kind: ActKind;
  readonly value: number;
  readonly error: number;
  readonly suppressed?: string;
}

/** How a turn was chosen, for a person to read. JSON. */
export interface ShownChoice {
  readonly horizon: number;
  readonly why: string;
  /** Best first. */
  readonly candidates: readonly ShownAct[];
}

/** The assistant's turn. */
export interface AgentTurn {
  /** What the user sees; empty when the agent says nothing. Scores rest on this, and on nothing else, unless a probe's page says so. */
  readonly text: string;
  /** The act, as the agent itself names it. */
  readonly act?: ActKind;
  readonly decision?: ShownChoice;
}

/** What a forecast or a prediction is about. */
export interface ForecastQuestion {
  /** Asked of language models: "Will the visitor book a trip in this conversation?" */
  readonly question: string;
  /** Names the question for agents without a model: `buys`. */
  readonly id: string;
}

/** One conversation, from the assistant's side. All that it returns depends on what it was told, its model and its dice only. */
export interface Talk {
  /** The assistant's opening line, before the user has spoken; absent: it waits to be spoken to. */
  open?(): Promise<AgentTurn>;
  /** One turn of the user in, one of the assistant out. */
  say(text: string): Promise<AgentTurn>;
  /** Something happened that nobody spoke of; an empty text is silence. Absent: the agent cannot hear events. */
  notice?(event: string): Promise<AgentTurn>;
  /** The chance (0 … 1) that the answer will be yes, as things stand; undefined: it makes no forecasts. Changes nothing. */
  forecast?(question: ForecastQuestion): Promise<number | undefined>;
  /** The chance of each of these being the user's next turn, as things stand; sums to 1. Changes nothing. */
  foresee?(next: readonly string[]): Promise<readonly number[] | undefined>;
  /** The same conversation again, to be gone on with by other dice and another sampling of the model. Changes nothing. */
  fork(context: AgentContext): Talk;
}

/** What a conversation draws on. */
export interface AgentContext {
  /** The agent's own dice. */
  readonly random: Random;
  /** The model under test, its replies recorded; absent for agents that need none. */
  readonly model?: LanguageModelV4;
}

/** Somebody to be measured. */
export interface Agent {
  readonly name: string;
  /** Whether it cannot do without `context.model`. */
  readonly needsModel: boolean;
  /** Whether it plays cases without a table too, though it needs no `context.model`: an assistant of one's own does. */
  readonly playsOpen?: boolean;
  begin(scene: Scene, context: AgentContext): Talk;
}

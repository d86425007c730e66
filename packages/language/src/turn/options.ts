/**
 * Settings of the layer.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { RestraintRules } from '@sente/engine';
import type { Confidence } from '../know/how-sure.ts';
import type { Budget, Prices } from '../model/caller.ts';
import type { AgendaGoal, Session } from '../session/session.ts';
import type { Costs } from '../value/costs.ts';
import type { SimulationOptions } from '../value/simulation-options.ts';
import type { Commitment } from '../vault/vault.ts';
import type { PlannedTurn } from './plan.ts';

/** All settings; each has a default. */
export interface InitiativeOptions {
  /** Makes the layer's own calls; the wrapped model by default. A smaller and faster one is often enough. */
  readonly planner?: LanguageModelV4;
  /** `estimate`: at most two calls a turn, a third where something must be decided in private; `simulate`: plays conversations forward, within the budget. `estimate` by default. */
  readonly depth?: 'estimate' | 'simulate';
  /** How conversations are played forward at depth `simulate`. */
  readonly simulation?: SimulationOptions;
  /** User turns to look ahead; 0 judges this reply alone, as a passive assistant does. 2 by default. */
  readonly horizon?: number;
  /** `observe` decides and records and changes nothing. `act` by default. */
  readonly mode?: 'act' | 'observe';
  /** Milliseconds that the layer may add to the first token, beyond the bare model's own; 1,500 by default. */
  readonly deadline?: number;
  /** What the layer's own calls may use up in one turn. */
  readonly budget?: Budget;
  readonly prices?: Prices;
  /** The assistant's own goals. */
  readonly goals?: readonly AgendaGoal[];
  /** Limits that a person sets on initiative; `capPerDay` counts over what the session remembers. */
  readonly restraint?: RestraintRules;
  /** Private commitments: `auto` writes them when the conversation calls for one; `off` never. `auto` by default. */
  readonly vault?: 'auto' | 'off';
  /** Commitments that the host makes: a reserve price, a character. */
  readonly commitments?: readonly Pick<Commitment, 'id' | 'about' | 'value'>[];
  readonly costs?: Partial<Costs>;
  /**
   * Where the chance of an answer being true comes from when the truth is hard to know: what the model states, the
   * log-probabilities of its yes and no (one call more), or several samples (three more). `stated` by default.
   */
  readonly confidence?: Confidence;
  /** Turns the chance of an answer being true into a calibrated one; as stated by default. */
  readonly calibrate?: (stated: number) => number;
  /** Below this chance of being true the answer is not given and the layer abstains; decided by value alone by default. */
  readonly abstainBelow?: number;
  /** Imagined intents kept from turn to turn; 5 by default. */
  readonly intents?: number;
  readonly seed?: number | string;
  /** The clock, in milliseconds since 1970; the machine's by default. */
  readonly now?: () => number;
  /** Told of every turn, in `observe` mode too. Must not throw. */
  readonly onDecision?: (turn: PlannedTurn) => void;
  /** Told when the assistant has abstained, once it has said so, so that a person can take over. Must not throw. */
  readonly onHandOver?: (turn: PlannedTurn, session: Session) => void;
}

/**
 * What the layer wants done with a turn. Transports (the AI SDK's middleware, the proxy, the assistant) carry it out.
 * @module
 */
import type { Decision } from '@sente/engine';
import type { Reading } from '../read/reading.ts';
import type { Session } from '../session/session.ts';
import type { LanguageAct } from '../value/act.ts';
import type { Weighing } from '../weigh/weighing.ts';

/** A question as a form, for clients that render one. */
export interface AskForm {
  readonly question: string;
  /** Answers to choose from; free text is always possible too. */
  readonly choices: readonly string[];
}

/**
 * `pass`: the client's own request goes upstream, byte for byte. `say`: exactly this text is the reply, no call is made.
 * `write`: the client's request, with a note for the model behind the system prompt and with the messages of `leaveOut`
 * replaced by a stub.
 */
export type TurnPlan =
  | { readonly do: 'pass' }
  | { readonly do: 'say'; readonly text: string; readonly form?: AskForm }
  | { readonly do: 'write'; readonly note: string; readonly leaveOut: readonly number[] };

/** What stands in place of a message that was left out, so that speakers still take turns. */
export const LEFT_OUT = '(an earlier draft, since superseded)';

/** What a decision used up. */
export interface TurnCost {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** In the currency of the prices given; 0 without prices. */
  readonly money: number;
  readonly milliseconds: number;
}

/** A turn as it was decided. */
export interface PlannedTurn {
  readonly plan: TurnPlan;
  /** Absent when the layer had nothing to decide (a tool loop goes on, the client demands a form). */
  readonly decision?: Decision<LanguageAct>;
  /** The conversation as of this decision; `settle` adds the reply. */
  readonly session: Session;
  /** Acts that restraint held back, with the reason. */
  readonly suppressed: readonly { readonly id: string; readonly reason: string }[];
  readonly cost: TurnCost;
  /** What the decision rests on, for a person who looks into it. */
  readonly reading?: Reading;
  readonly weighing?: Weighing;
  /** Why the layer stood aside, when it did: `deadline`, `budget`, `fault`, `breaker`, `observe`, `formal`, `tool-loop`. */
  readonly aside?: { readonly reason: string; readonly detail: string };
}

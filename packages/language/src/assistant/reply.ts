/**
 * A reply of the assistant, with how it came about.
 * @module
 */
import type { ActKind, Decision } from '@sente/engine';
import type { FinishReason, LanguageModelUsage, ModelMessage, ProviderMetadata } from 'ai';
import { isChosen } from '../flow/shown-ids.ts';
import type { AskForm, PlannedTurn, TurnCost } from '../turn/plan.ts';
import { NO_COST } from '../turn/turn-cost.ts';
import type { LanguageAct } from '../value/act.ts';

/** What the assistant said, and why. The decision may name private commitments: it is for the host, not for the user. */
export interface Reply {
  readonly text: string;
  /** What the reply in fact is; `answer` when the bare answer went out. */
  readonly act: ActKind;
  /** A question as a form, for clients that render one; its question is `text`. */
  readonly form?: AskForm;
  /** Whose words they are: the bare model's, the model's with a note, or the layer's own question. */
  readonly by: 'bare' | 'written' | 'said';
  readonly decision?: Decision<LanguageAct>;
  readonly suppressed: PlannedTurn['suppressed'];
  /** Why the layer stood aside, when it did. */
  readonly aside?: PlannedTurn['aside'];
  /** What deciding took. */
  readonly cost: TurnCost;
  /** What the replying calls took, by the model's own count; nothing for a question of the layer's. */
  readonly usage: LanguageModelUsage;
  /** `tool-calls` when the limit of steps was reached with the tools still at work. */
  readonly finishReason: FinishReason;
}

/** The parts of the AI SDK's results that a reply is made of. */
export interface Answered {
  readonly steps: readonly { readonly text: string; readonly providerMetadata: ProviderMetadata | undefined }[];
  readonly finishReason: FinishReason;
  readonly usage: LanguageModelUsage;
  readonly responseMessages: readonly ModelMessage[];
}

/** What `providerMetadata.sente` of the first step says. */
interface Described {
  readonly by?: Reply['by'];
  readonly id?: string;
  readonly form?: AskForm;
  readonly aside?: Reply['aside'];
  readonly cost?: TurnCost;
}

/** The reply of a run of steps; `turn` is what was decided for it, if that came in time. */
export function toReply({ steps, finishReason, usage }: Answered, turn: PlannedTurn | undefined): Reply {
  const { by = 'bare', id, form, aside, cost } = (steps[0]?.providerMetadata?.sente ?? {}) as Described;
  // The metadata says what went out; a decision that came after the reply is not this reply's.
  const decision = turn?.decision && isChosen(turn.decision, id) ? turn.decision : undefined;
  const isBare = by === 'bare' && aside !== undefined;
  return {
    text: steps
      .map((step) => step.text)
      .filter((text) => text !== '')
      .join('\n\n'),
    act: isBare ? 'answer' : (decision?.chosen.kind ?? 'answer'),
    by,
    suppressed: decision ? (turn?.suppressed ?? []) : [],
    cost: cost ?? NO_COST,
    usage,
    finishReason,
    ...(form && { form }),
    ...(decision && { decision }),
    ...(aside && { aside }),
  };
}

/**
 * One assistant turn of a log, looked at again.
 * @module
 */
import type { ActKind } from '@sente/engine';
import type { Role } from '@sente/language';
import type { Hindsight } from '../hindsight/hindsight.ts';

/** What the assistant of the log did with its turn. */
export type Did = 'answer' | 'ask' | 'wait' | 'lookup';

/** What Sente would have done. */
export interface Would {
  readonly kind: ActKind;
  /** In words: the question, the offered fact, the gist of the answer. */
  readonly text: string;
  /** Answers that a question offers to choose from. */
  readonly choices: readonly string[];
  /** One sentence: why. */
  readonly why: string;
  /** How much more it is worth than the best act of the kind that was taken, in R\*; 0 when no such act was considered. */
  readonly ahead: number;
  /** What else was considered, best first, with its value in R\*; three at most. */
  readonly considered?: readonly { readonly kind: ActKind; readonly text: string; readonly value: number }[];
}

/** `yes`: what the user did next bears Sente out; `no`: it does not; `unclear`; `same`: both did the same. */
export type Verdict = 'yes' | 'no' | 'unclear' | 'same';

/** One moment. */
export interface Moment {
  /** Number of the conversation, from 0, and its name and line in the log. */
  readonly conversation: number;
  readonly name: string;
  readonly line: number;
  /** Position of the assistant's message. */
  readonly at: number;
  /** What was said just before, shortened. */
  readonly before: readonly { readonly role: Role; readonly text: string }[];
  readonly did: Did;
  /** What the assistant said, shortened. */
  readonly reply: string;
  /** What the user said next, shortened; nothing when the conversation ends. */
  readonly next?: string;
  /** What plain signs say of the user's next words. */
  readonly hindsight: Hindsight;
  /** Absent without a model, and where the layer stood aside. */
  readonly would?: Would;
  /** Why the layer stood aside, where it did. */
  readonly aside?: string;
  /** Whether the user bears out what Sente would have done; without a decision, `unclear`. */
  readonly verdict: Verdict;
  readonly because: string;
}

/** Acts that nobody asked for. */
export const INITIATIVE_KINDS: ReadonlySet<ActKind> = new Set<ActKind>(['ask', 'offer', 'lead']);

/** Whether initiative would have paid here, by what the user did next. */
export function wouldHavePaid({ hindsight, verdict, would }: Moment): boolean {
  return hindsight.kind !== 'none' || (verdict === 'yes' && would !== undefined && INITIATIVE_KINDS.has(would.kind));
}

/** The worst first: set right, then asked again, then left out; among equals, by what was given away. */
export function severity(moment: Moment): number {
  const signs = { corrected: 3, repeated: 2, added: 1, none: 0 }[moment.hindsight.kind];
  const borneOut = moment.verdict === 'yes' ? 4 : 0;
  const clear = moment.verdict === 'no' ? -1 : 0;
  return borneOut + signs + clear + Math.min(0.99, Math.max(0, moment.would?.ahead ?? 0));
}

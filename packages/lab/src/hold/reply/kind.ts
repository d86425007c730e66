/**
 * What kind of turn the assistant took: an answer, or one of six other replies. By rules.
 *
 * Source: Laban et al. 2025, arXiv 2505.06120, section 3.2, after Herlihy et al. 2024, arXiv 2403.12108.
 * @module
 */
import type { Json } from '../../probe/played.ts';
import type { Scorer } from '../score/scorer.ts';
import { questionsOf } from './questions.ts';

/**
 * `answer`: a whole answer, to be scored; `clarification`: one question, short; `interrogation`: several questions;
 * `discussion`: talk around the matter; `hedge`: several answers for several cases; `refusal`; `missing`: nothing.
 */
type ReplyKind = 'answer' | 'clarification' | 'interrogation' | 'discussion' | 'hedge' | 'refusal' | 'missing';

/** All kinds. */
export const REPLY_KINDS: readonly [ReplyKind, ...ReplyKind[]] = [
  'answer',
  'clarification',
  'interrogation',
  'discussion',
  'hedge',
  'refusal',
  'missing',
];

/** A reply as it was read. */
export interface ReplyRead {
  readonly kind: ReplyKind;
  /** The answer, where there is one. */
  readonly answer?: string;
}

const REFUSES =
  /\b(?:i (?:can(?:no|')t|am unable to|'m unable to|won't|will not) (?:help|assist|answer|do that|provide)|i'm sorry, but i can(?:no|')t|not able to help)\b/i;
const HEDGES =
  /\bif\b[^.?!\n]*(?:[.;,\n][^?]*)\bif\b|\b(?:case|option|scenario) (?:1|a)\b[\s\S]*\b(?:case|option|scenario) (?:2|b)\b/i;

/** Reads a reply by the task's own rules for answers, then by its form. */
export function readReply(reply: string, scorer: Scorer, gold: Json): ReplyRead {
  if (reply.trim() === '') return { kind: 'missing' };
  const answer = scorer.extract(reply, gold);
  if (answer !== undefined) return { kind: 'answer', answer };
  const questions = questionsOf(reply);
  if (questions.length > 1) return { kind: 'interrogation' };
  if (questions.length === 1 && reply.split(/\s+/).length < 100) return { kind: 'clarification' };
  if (REFUSES.test(reply)) return { kind: 'refusal' };
  return { kind: HEDGES.test(reply) ? 'hedge' : 'discussion' };
}

/**
 * What moved a learned decision: the client's copy of the answer, and its route.
 * @module
 */
import { call } from './client.ts';

/** Something that a decision rests on: values of the act and of its rival with it, less those without it, in R\*. */
export interface Ground {
  readonly id: string;
  readonly kind: 'wish' | 'rejected' | 'doubted' | 'closed' | 'item' | 'answer' | 'question';
  readonly label: string;
  readonly onAct: number;
  readonly onRival: number;
  /** Above 0 if it speaks for the act, below 0 if for the rival. */
  readonly onLead: number;
}

/** What was done, the best of the others, and what they rest on, strongest first. */
export interface Evidence {
  readonly act: { readonly id: string; readonly label: string };
  readonly rival: { readonly id: string; readonly label: string };
  readonly lead: number;
  readonly grounds: readonly Ground[];
}

/** What moved the present turn's decision; `null` where no learned policy made it. */
export async function evidenceOf(conversation: string): Promise<Evidence | null> {
  const { evidence } = await call<{ readonly evidence: Evidence | null }>(
    'POST',
    '/api/chat/evidence',
    JSON.stringify({ conversation }),
  );
  return evidence;
}

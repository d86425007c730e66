/**
 * What a decision by value is compared with: constants, and the best simple rule that we could write for this desk.
 * @module
 */
import type { Row } from './dialogue.ts';
import type { Label } from './labels.ts';
import { rowFits } from './row-fits.ts';
import type { Situation } from './situation.ts';

/** Decides without any value. */
export type SgdRule = (situation: Situation, results: () => readonly Row[] | undefined) => readonly Label[];

/** Asks whenever something is open, else offers: the usual two-line slot filler. */
export const shortRule: SgdRule = ({ open }) => (open.length > 0 ? ['request'] : ['offer']);

/** A hand-written desk: a dozen lines that say for every situation what is to be done. */
export const longRule: SgdRule = (situation, results) => {
  const { intent, open, asked, isSettled, isLeaving, isConfirmed, tookAlternative, hasChosen, service } = situation;
  if (isLeaving) return ['goodbye'];
  if (isSettled) {
    if (asked.length > 0) return ['inform'];
    return hasChosen && service?.intents.some((next) => next.is_transactional) ? ['intent'] : ['more'];
  }
  if (open.length > 0) return ['request'];
  if (!intent?.is_transactional) {
    if (asked.length > 0) return ['inform'];
    return situation.results ? ['offer'] : ['offer', 'count'];
  }
  if (!isConfirmed && !tookAlternative) return ['confirm'];
  const rows = results();
  if (rows?.length === 0) return ['failure', 'more'];
  if (rows && !rowFits(rows[0], situation))
    return [...(asked.length > 0 ? (['inform'] as const) : []), 'offer', 'failure'];
  return asked.length > 0 ? ['success', 'inform'] : ['success'];
};

/** Always the same. */
export function constant(...labels: readonly Label[]): SgdRule {
  return () => labels;
}

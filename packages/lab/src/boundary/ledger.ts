/**
 * The ledger of a request in pieces: what was understood of it, put into one sentence, in one order. The language package's
 * ledger is kept by a model that follows instructions; the pocket model does not, so an exact reader of the strangers' words
 * keeps it here. It shows what consolidation is worth to a model where nothing is misheard.
 * @module
 */

import { wordsForLedger } from './phrases/name-wishes.ts';
import { RELIABILITY } from './phrases/reliability.ts';
import { understood } from './read-wishes.ts';

/** "i want a small red leather bag . i am very sure ." Says of the user's certainty what the user said of it. */
export function restated(texts: readonly string[]): string {
  const remark = RELIABILITY.sure.find((phrase) => texts.some((text) => text.includes(phrase)));
  const request = `i want a ${wordsForLedger(understood(texts))} .`;
  return remark === undefined ? request : `${request} ${remark}`;
}

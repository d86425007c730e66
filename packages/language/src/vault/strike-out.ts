/**
 * Keeps what is private out of what is shown beside the conversation (values, imagined intents, the ledger): a text that
 * would give a commitment away is struck out as a whole.
 * @module
 */
import { createLeakGuard } from './leak-guard.ts';
import type { Vault } from './vault.ts';

/** Stands in place of a text that was struck out. */
export const STRUCK_OUT = '(private)';

/**
 * A function that lets texts through or strikes them out. `saidByUser`: all that the user has said, the turns joined by
 * line breaks; it is no secret to them.
 */
export function striker(vault: Vault, saidByUser: string): (text: string) => string {
  if (vault.commitments.every(({ isReleased }) => isReleased)) return (text) => text;
  return (text) => {
    const guard = createLeakGuard(vault, saidByUser);
    guard.push(text);
    guard.end();
    return guard.leaked === undefined ? text : STRUCK_OUT;
  };
}

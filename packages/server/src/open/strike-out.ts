/**
 * Keeps what is private out of what is shown: any text that would give a commitment away is struck out.
 * @module
 */
import { createLeakGuard, keepsSecrets, type Session } from '@sente/language';

/** Stands in place of it. */
export const STRUCK_OUT = '(private)';

/** A function that lets texts through or strikes them out. What the user has said is no secret to them. */
export function striker({ vault }: Session, saidByUser: string): (text: string) => string {
  if (!keepsSecrets(vault)) return (text) => text;
  return (text) => {
    const guard = createLeakGuard(vault, saidByUser);
    guard.push(text);
    guard.end();
    return guard.leaked === undefined ? text : STRUCK_OUT;
  };
}

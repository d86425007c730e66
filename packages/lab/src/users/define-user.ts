/**
 * Users of one's own.
 * @module
 */
import type { UserKind } from './user.ts';

/** Checks nothing and changes nothing: gives a kind of user its type. `checkUser` checks. */
export function defineUser<Intent>(kind: UserKind<Intent>): UserKind<Intent> {
  return kind;
}

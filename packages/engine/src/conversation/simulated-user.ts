/**
 * A user played by a program, for imagining and for measuring.
 * @module
 */
import type { Random } from '../random/random.ts';
import type { Act } from './act.ts';

/** Plays users of one temperament. */
export interface SimulatedUser<Intent, A extends Act = Act, Reply = string> {
  readonly name: string;
  /** Starts a conversation with a user who wants this. Nothing else may decide the replies: no global, no clock. */
  begin(intent: Intent, random: Random): UserSide<A, Reply>;
}

/** The user's side of one conversation; it may remember what was said. */
export interface UserSide<A extends Act = Act, Reply = string> {
  /** The user's turn after the assistant's; undefined when the user has left. */
  reply(act: A): Reply | undefined;
}

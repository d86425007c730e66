/**
 * Calls for a person: the host hears of every turn in which the assistant said that it does not know.
 * @module
 */
import { describeTurn } from '@sente/language';
import type { Abstained } from './attend-layer.ts';
import type { HandOverMessage } from './channel.ts';

/** What the host hears. */
export type HandOver = Pick<HandOverMessage, 'act' | 'why'>;

/**
 * Tells of a turn without private commitments, under the conversation's name as it is known by then. Whatever goes wrong
 * is no matter of the reply's.
 */
export function handingOver(
  conversation: () => string | undefined,
  tell: (conversation: string, turn: HandOver) => void,
  onFault: (error: unknown) => void,
): Abstained {
  return (turn, transcript) => {
    try {
      const name = conversation();
      if (name === undefined) return;
      const { act, why } = describeTurn({ by: 'said', turn, conversation: name, leaks: 0 }, transcript);
      tell(name, { act: String(act), why: String(why) });
    } catch (error) {
      onFault(error);
    }
  };
}

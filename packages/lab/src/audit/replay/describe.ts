/**
 * A moment as far as it can be told without a decision.
 * @module
 */
import { type Message, shorten } from '@sente/language';
import { hindsight, nextUserTurns } from '../hindsight/hindsight.ts';
import type { LoggedConversation } from '../read-logs/conversation.ts';
import { whatWasDone } from './did.ts';
import type { Moment } from './moment.ts';

/** Positions of the assistant's turns that follow a user's: where there was something to decide. */
export function turnsOf(messages: readonly Message[]): number[] {
  return messages.flatMap(({ role }, at) => (role === 'assistant' && messages[at - 1]?.role === 'user' ? [at] : []));
}

const EXCERPT = 1200;

/** The moment as far as it can be told without a decision. */
export function describe({ name, line, messages }: LoggedConversation, conversation: number, at: number): Moment {
  const [next] = nextUserTurns(messages, at, 1);
  const before = messages
    .slice(Math.max(0, at - 3), at)
    .filter(({ role, text }) => role !== 'system' && text.trim() !== '');
  const signs = hindsight(messages, at);
  return {
    conversation,
    name,
    line,
    at,
    before: before.map(({ role, text }) => ({ role, text: shorten(text, EXCERPT) })),
    did: whatWasDone(messages[at]),
    reply: shorten(messages[at].text, EXCERPT),
    ...(next && { next: shorten(next.text, EXCERPT) }),
    hindsight: signs,
    verdict: 'unclear',
    because: signs.because,
  };
}

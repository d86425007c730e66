/**
 * What the assistant of a log did with its turn, by its words.
 * @module
 */
import type { Message } from '@sente/language';
import type { Did } from './moment.ts';

/** Questions that only close a reply: nothing hangs on their answer. */
const CLOSING =
  /(anything else|any(thing)? (other|more|further)|help (you )?with (anything|something)|does (that|this) (help|answer|make sense)|is (that|this) (ok|okay|helpful|clear)|let me know|would you like me to|shall i|sonst noch|autre chose|algo más)[^?？؟]*[?？؟]\W*$/iu;
const ENDS_IN_QUESTION = /[?？؟]["'”’)\]*_\s]*$/u;
/** A reply that is longer than this and ends in a question has answered first. */
const SHORT = 600;

/** `ask` when the reply comes down to a question; a long answer that ends in one is an answer. */
export function whatWasDone({ text, tools }: Pick<Message, 'text' | 'tools'>): Did {
  const said = text.trim();
  if (said === '') return tools.length > 0 ? 'lookup' : 'wait';
  return ENDS_IN_QUESTION.test(said) && !CLOSING.test(said) && said.length <= SHORT ? 'ask' : 'answer';
}

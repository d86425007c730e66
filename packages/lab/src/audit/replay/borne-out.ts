/**
 * Whether what the user said next bears out what Sente would have done, by words in common: the cheap way, and what is
 * left when no judge can be asked.
 * @module
 */
import type { Message } from '@sente/language';
import { type Hindsight, nextUserTurns } from '../hindsight/hindsight.ts';
import { common, meaningWords, without } from '../hindsight/words.ts';
import type { Did, Verdict, Would } from './moment.ts';

/** A verdict and its reason. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly because: string;
}

/** User turns in which a question's reply, or a wish for what would have been offered, may come. */
export const LOOK_AHEAD = 3;
/** Meaning words in common, at least, that nobody had said before. */
const LEAST = 2;
const UNMOVED =
  /^\W*(just (tell|do|answer|give)|whatever|any(thing)?( is| one)?\b|doesn'?t matter|don'?t care|no preference|egal|peu importe|da igual)/iu;

/** Whether both come to the same thing, so that there is nothing to bear out. */
export function isSame(did: Did, would: Would): boolean {
  if (did === 'lookup' || would.kind === 'lookup') return did !== 'ask' && would.kind !== 'ask';
  if (did === 'answer') return ['answer', 'recommend'].includes(would.kind);
  return did === would.kind;
}

/** Judges by plain signs. */
export function borneOut(
  messages: readonly Message[],
  at: number,
  did: Did,
  would: Would,
  signs: Hindsight,
): Judgement {
  if (isSame(did, would)) return { verdict: 'same', because: 'the assistant did the same' };
  const next = nextUserTurns(messages, at, LOOK_AHEAD);
  if (next.length === 0) return { verdict: 'unclear', because: 'the conversation ends here' };
  switch (would.kind) {
    case 'ask': {
      if (signs.kind === 'corrected' || signs.kind === 'repeated') return { verdict: 'yes', because: signs.because };
      const choice = would.choices.find((option) => saysNew(messages, at, next, option, 1));
      if (choice !== undefined) return { verdict: 'yes', because: `the user later said “${choice}” unasked` };
      return saysNew(messages, at, next, would.text, LEAST)
        ? { verdict: 'yes', because: 'the user later answered this question unasked' }
        : { verdict: 'no', because: 'the user never came back to this question' };
    }
    case 'offer':
    case 'lead':
      return saysNew(messages, at, next, would.text, LEAST)
        ? { verdict: 'yes', because: 'the user came to this later' }
        : { verdict: 'no', because: 'the user never came to this' };
    case 'answer':
    case 'recommend':
      if (did !== 'ask') return { verdict: 'unclear', because: 'nothing tells' };
      return UNMOVED.test(next[0].text.trim())
        ? { verdict: 'yes', because: 'the question brought nothing' }
        : { verdict: 'no', because: 'the user answered the question' };
    case 'abstain':
      return signs.kind === 'corrected'
        ? { verdict: 'yes', because: signs.because }
        : { verdict: 'unclear', because: 'nobody said whether the answer was true' };
    default:
      return { verdict: 'unclear', because: 'nothing tells' };
  }
}

/** Whether the user's next turns say meaning words of `text` that had not been said before. */
function saysNew(
  messages: readonly Message[],
  at: number,
  next: readonly Message[],
  text: string,
  least: number,
): boolean {
  const old = meaningWords(
    messages
      .slice(0, at + 1)
      .map((message) => message.text)
      .join(' '),
  );
  const wanted = without(meaningWords(text), old);
  if (wanted.size < least) return false;
  return next.some((message) => common(wanted, meaningWords(message.text)).size >= least);
}

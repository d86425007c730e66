/**
 * What the user's next words say about the answer before them, by plain signs: they set it right, ask the same again, or
 * bring what was missing. No model is asked.
 * @module
 */
import type { Message } from '@sente/language';
import { common, meaningWords } from './words.ts';

/** `corrected`, `repeated`, `added`: what a question before the answer could have saved. `none`: nothing of the kind. */
type HindsightKind = 'corrected' | 'repeated' | 'added' | 'none';

/** A sign, and what it rests on. */
export interface Hindsight {
  readonly kind: HindsightKind;
  /** For a person: why. */
  readonly because: string;
}

const CORRECTED =
  /^\W*(no\b(?!,? (thanks|thank you|problem|worries|need|nothing|bye|i'?m (good|fine|ok)|(that|it)('?s| is| will be) (all|it|fine|enough|ok)))|nope\b(?!\W*(bye|thank|that'?s))|wrong\b|that'?s (not(?! (too )?(bad|a problem))|wrong)|that isn'?t|not (what|quite|like|that)|i (meant|mean)\b|i said\b|i (asked|already)\b|actually\b(?!,? (yes|no)\b)|instead\b|sorry,? (i|but|it)|hmm,? (no|not)|(please |can you |could you )?make (it|that)\b|nein\b|falsch|ich meinte|das ist (nicht|falsch)|eigentlich|non\b(?! merci)|ce n'?est pas|je voulais|en fait|no,? (quiero|quise|era)|eso no|me refería|in realtà|nee\b)|\b(i meant|changed my mind|i('d| would) rather|instead\b[^?.!]{0,20}[?.!]?$|not what i (asked|meant|wanted|said)|you (misunderstood|forgot|missed|ignored)|that was not|ich meinte|je voulais dire|quise decir)/iu;
const ADDED =
  /^\W*(also\b|and (also|it|they|please|make|can|i|the)\b|oh,? (and|also|i forgot)|i forgot|forgot to (say|mention)|by the way|btw\b|plus\b|one more thing|i should (have|add|mention)|außerdem|ach ja|und (noch|bitte)|j'ai oublié|aussi\b|también\b|además\b)|\b(i forgot to (say|mention|add)|should have (said|mentioned))\b/iu;
const THANKS =
  /^\W*(thanks|thank you|great|perfect|ok|okay|danke|merci|gracias|super|cool|nice|awesome)\b[^?]{0,60}$/iu;
const ENDS_IN_QUESTION = /[?？؟]\W*$/u;
/** "Yes" agrees, unless a "but" follows. */
const AGREES = /^\W*(yes|yeah|yep|sure|correct|ja|oui|sí|sì)\b(?!.*\bbut\b)/iu;
/** A repeated request shares this much of its words with the earlier one, and three of them at least. */
const SAME = 0.75;
const LEAST = 3;

/** Looks at the user turn that follows the message at `at`. */
export function hindsight(messages: readonly Message[], at: number): Hindsight {
  const next = nextUserTurns(messages, at, 1)[0];
  if (!next) return { kind: 'none', because: 'the conversation ends here' };
  const text = next.text.trim().replaceAll('’', "'");
  if (THANKS.test(text) || AGREES.test(text)) return { kind: 'none', because: 'the user was content' };
  const before = messages.slice(0, at).filter(({ role }) => role === 'user');
  const words = meaningWords(text);
  const again = before.findLast((earlier) => {
    const said = meaningWords(earlier.text);
    const shared = common(words, said).size;
    return shared >= LEAST && shared / Math.min(words.size, said.size) >= SAME;
  });
  // "No" to a question is its answer, no correction.
  const told = ENDS_IN_QUESTION.test(messages[at].text) ? text.replace(/^\W*(no|nope|nein|non|nee)\b\W*/i, '') : text;
  if (CORRECTED.test(told)) return { kind: 'corrected', because: 'the user set the answer right' };
  if (again) return { kind: 'repeated', because: 'the user asked for the same again' };
  if (ADDED.test(text)) return { kind: 'added', because: 'the user added what was missing' };
  return { kind: 'none', because: 'the user went on' };
}

/** The user's next turns after `at`, at most `count`. */
export function nextUserTurns(messages: readonly Message[], at: number, count: number): Message[] {
  return messages
    .slice(at + 1)
    .filter(({ role, text }) => role === 'user' && text.trim() !== '')
    .slice(0, count);
}

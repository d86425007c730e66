/**
 * Recognises that somebody would rather not: "I'd rather not say", "no thanks, not now", "that is private".
 * @module
 */

/** A refusal, and what else was said. */
export interface Declined {
  /** The text without the refusal. */
  readonly rest: string;
  /** Not to be asked again. */
  readonly forGood: boolean;
  /** It is about telling something: "I'd rather not say", not a mere "no thanks". */
  readonly tells: boolean;
}

/** Declines to tell. "I'd rather not have it guided" is a wish. */
const TELLING = [
  /\b(?:rather|prefer(?:ably)?|better) not(?=\W*$|[,;]|\s+(?:to\s+)?(?:say|tell|share|give|discuss|disclose|reveal|answer|talk|go into|mention|name|commit|explain|specify)\b|\s+(?:just )?(?:now|yet|today|at the moment|at this point|if)\b)/,
  /\b(?:i'd|i would) (?:rather|prefer to) (?:keep|leave)\b/,
  /\b(?:don't|do not|won't|will not|can't|cannot|not (?:going|ready|willing|able|happy|comfortable|keen)?(?: to)?)\b[^.!?;]*\b(?:say(?! no\b)|tell|share|give|discuss|disclose|reveal|answer|talk about|go into)\b/,
  // "A private room" and "a personal guide" are wishes.
  /(?<!\bnothing )\b(?:private|personal)\b(?=\W*$|[,.;!:]|\s+(?:matter|matters|question|questions|information|data|business|thing|things|to|for|and|so|i)\b)/,
  /\b(?:none of your|not your|nobody's|my own business|keep (?:that|it|this) to myself|mind your)\b/,
  /\bnot comfortable\b/,
  /\b(?:why do you (?:need|want) (?:that|this|it|to know)|does (?:that|it) matter|what's it to you)\b/,
  /\b(?:stop asking|don't ask|do not ask|stop pestering|leave me alone|enough questions|that's my business)\b/,
];
/** Turned down or put off, whatever it was. */
const PUT_OFF = [
  /\b(?:not now|not today|not yet|not at the moment|not right now|maybe later|some other time|another time|later,? (?:maybe|perhaps)|perhaps later|let's not|let us not|no need for that|i'll pass|i will pass|pass on that|skip (?:that|this|it))\b/,
  /\bno,? (?:thanks|thank you)\b/,
];
const FOR_GOOD =
  /\b(?:stop asking|don't ask|do not ask|stop pestering|leave me alone|none of your|not your business|my business|already (?:said|told)|again\?|never)\b/;
/** "No dogs" and "no more than €300" are wishes. */
const BARE =
  /^\W*(?:(?:no|nope|nah)(?=\W*$|[,.;:!]|\s+(?:i|i'm|i'd|we|you|it|that|this|please|sorry|need|never|not)\b)|no way\b|not really\b|thanks but no\b)/;

/** Parts of a text that stand for themselves. */
export function clausesOf(text: string): string[] {
  return text
    .split(
      /(?<=[.!?;\n])\s+|[;\n]+|,?\s+(?=but\s)|,\s+(?=(?:and|so|can|could|what|which|how|is|are|do|does|i|let|show)\b)|\s+[-–—]\s+/i,
    )
    .map((clause) => clause.trim())
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause));
}

/** The refusal in a text; undefined when there is none. */
export function declinedIn(text: string): Declined | undefined {
  const clauses = clausesOf(text);
  const says = clauses.map((clause) => {
    const plain = clause.toLowerCase().replaceAll('’', "'");
    return {
      tells: TELLING.some((pattern) => pattern.test(plain)),
      off: PUT_OFF.some((pattern) => pattern.test(plain)),
      bare: BARE.test(plain),
      forGood: FOR_GOOD.test(plain),
    };
  });
  const tells = says.some((one) => one.tells);
  const plainly = tells || says.some((one) => one.off);
  if (!plainly && !says[0]?.bare) return undefined;
  const rest = clauses.filter((_, at) => !says[at].tells && !says[at].off && !(at === 0 && says[0].bare));
  return {
    rest: rest.map((clause) => clause.replace(/^(?:but|and|so)\s+/i, '')).join(' '),
    forGood: plainly && says.some((one) => one.forGood),
    tells,
  };
}

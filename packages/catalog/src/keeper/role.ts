/**
 * Playing somebody: "you are our guide Maren". Facts about that person are made up, each thought of in the turn in which
 * it first comes up, and the same ever after.
 * @module
 */

/** Who is played. */
export interface Role {
  readonly name: string;
  /** "guide" */
  readonly trade: string;
}

const TRADES =
  'mountain guide|hiking guide|trail guide|tour guide|guide|host|hostess|ranger|cook|warden|innkeeper|landlady|landlord|driver|captain|porter|instructor|shopkeeper|owner|farmer|shepherd|hiker|companion|leader|travel agent|receptionist|character|assistant';
const START = new RegExp(
  `\\b(?:you are|you're|you'll be|you will be|imagine (?:that )?you(?:'re| are)|pretend (?:to be|(?:that )?you(?:'re| are))|play(?: the (?:role|part) of)?|act as|be|role-?play(?:ing)?(?: as)?|let's say you(?:'re| are))\\s+(?:now\\s+)?(?:(?:our|my|the|a|an)\\s+)?(?:[a-z-]+\\s+){0,2}?(?:(${TRADES})\\b)?,?\\s*(?:called|named|by the name of)?\\s*`,
  'i',
);

/** The role that a sentence gives out; undefined when it gives none. */
export function roleIn(sentence: string): Role | undefined {
  const text = sentence.replaceAll('’', "'");
  const found = START.exec(text);
  if (!found) return undefined;
  const name = /^([A-Z][\p{L}-]+)/u.exec(text.slice(found.index + found[0].length))?.[1];
  const trade = found[1]?.toLowerCase();
  if (!trade && !name) return undefined;
  if (!trade && !/\b(?:imagine|pretend|play|act as|role)/i.test(found[0])) return undefined;
  return { name: name ?? '', trade: trade ?? 'character' };
}

const PET_OR_PERSON =
  /\b(?:your|the)\s+([\p{L}-]+(?: [\p{L}-]+)?)'s\s+(name|age|birthday|colou?r|breed|job|nickname)\b/iu;
const NAME_OF = /\bname (?:of|for) (?:your|the|a)\s+([\p{L}-]+)/iu;
const CALLED = /\bwhat (?:is|was|do you call|did you call) your ([\p{L}-]+)(?: called| named)?/iu;
const GENERIC =
  /\byour\s+((?:own |first |second |last |secret |lucky |favou?rite |best |old |middle |home )?[\p{L}-]+(?: (?:name|number|colou?r|town|city|trip|trail|song|book|dish|food|animal|word|place|hobby|drink|size))?)/iu;

/** What a question of fact is about: "dog's name", "age", "favourite food"; undefined when it asks for none. */
export function factIn(sentence: string): string | undefined {
  const text = sentence.replaceAll('’', "'");
  const owned = PET_OR_PERSON.exec(text);
  if (owned) return `${owned[1].toLowerCase()}'s ${owned[2].toLowerCase()}`;
  const named = NAME_OF.exec(text);
  if (named) return `${named[1].toLowerCase()}'s name`;
  if (/\bhow old (?:are|were) you\b|\byour age\b/i.test(text)) return 'age';
  if (/\byour birthday\b|\bwhen (?:were|are) you born\b/i.test(text)) return 'birthday';
  if (/\bhow (?:long|many years) have you\b|\byears have you\b/i.test(text)) return 'years as a guide';
  if (/\bwhere (?:are|were|do|did) you (?:come from|from|born|live|grow up|raised)\b|\byour home ?town\b/i.test(text))
    return 'home town';
  if (/\b(?:called|named)\b/i.test(text)) {
    const called = CALLED.exec(text);
    if (called) return `${called[1].toLowerCase()}'s name`;
  }
  if (
    !/\b(?:what|which|tell|who|where|when|decide\w*|think|thought|invent|make up|pick|choose|have you|do you|made up|mind)\b/i.test(
      text,
    )
  )
    return undefined;
  return GENERIC.exec(text)?.[1]
    .toLowerCase()
    .replace(/^favorite/, 'favourite');
}

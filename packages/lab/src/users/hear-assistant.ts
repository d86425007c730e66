/**
 * What an assistant's words say about the shop, found from the text alone, whoever spoke: a table's concierge, a language
 * model, a function. Agents are judged by it, so it must hear all of them alike.
 * @module
 */
import type { Shop } from '../shop/shop.ts';
import { questionsIn } from './hear-questions.ts';
import { lexiconOf, type Mention, plainText } from './lexicon.ts';
import { INVITATION, type Sentence, sentencesIn } from './sentences.ts';

/** A question about the table. */
export interface AskedAbout {
  readonly attribute: number;
  /** The one value that a yes/no question is about ("Should it be guided?", "Would July do?"); absent: an open question. */
  readonly value?: number;
  /** Values that were named as possible answers, in order. */
  readonly named: readonly number[];
}

/** A value that the assistant holds out, without asking for it. */
export interface Suggested {
  readonly attribute: number;
  readonly value: number;
}

/** A price that the assistant names. */
export interface PriceNamed {
  /** In the table's currency. */
  readonly amount: number;
  /** The item named before it in the same sentence or line. */
  readonly item?: number;
}

/** What was heard. */
export interface HeardAssistant {
  /** Items named, each once, in order: a list of recommendations in its order. */
  readonly items: readonly number[];
  /** The last question about the table: what a short answer answers. */
  readonly asked?: AskedAbout;
  /** All questions about the table, in order, one an attribute. */
  readonly questions: readonly AskedAbout[];
  readonly suggestions: readonly Suggested[];
  /** It says that nothing (else) fits. */
  readonly nothingFits: boolean;
  /** Attributes on which it says that the wish could give way, in order. */
  readonly givingWay: readonly number[];
  /** Prices named outside bounds ("€400 to €800"), in order; those of listed items among them. */
  readonly prices: readonly PriceNamed[];
  /** It accepts an offer: "Deal", "Agreed". */
  readonly agrees: boolean;
  /** It asks something, anything. */
  readonly isQuestion: boolean;
  /** It asks what is wanted, without naming anything: "What are you looking for?" */
  readonly isOpen: boolean;
  /** It asks whether something that it named, an item or a change, would do. */
  readonly isClosing: boolean;
  /** It asks what was wrong with what it showed: "What didn't you like?", "What was in the way?" */
  readonly asksWhy: boolean;
  /** Questions about neither table nor items, as said: "may i send you the brochure?" */
  readonly others: readonly string[];
  /** Nothing was said. */
  readonly isSilent: boolean;
}

const NOTHING = [
  /\b(?:no|not a single|not one) (?:\w+ ){0,2}?(?:here |of ours |in the \w+ )?(?:fits?|match(?:es)?|meets?|satisf|is all|is like|with all|like that|combin)/,
  /\b(?:nothing|none)\b(?! is ruled out)[^.?!]*\b(?:fits?|match(?:es)?|meets?|satisf\w*|is (?:all of )?that|like that|all (?:of )?(?:these|this|that))\b/,
  /\bleaves nothing\b/,
  /\bzero \w+ (?:match|fit)/,
  /\b(?:we|i) (?:\w+ )?(?:don't|do not|cannot|can't) (?:currently |really )?(?:offer|sell|stock|provide)\b/,
  /\bno (?:results?|match(?:es)?|such)\b/,
  /\b(?:i|we) (?:\w+ )?have no (?!\w+ (?:preference|idea|information))/,
  /\b(?:don't|do not|doesn't|does not|didn't|did not|can't|cannot|couldn't|could not|won't|unable to|wasn't able to|haven't|have not)\b(?: \w+){0,2}? (?:have|find|see|offer|found|locate|got|think of)(?: \w+){0,2}? (?:any|a|an|anything|one|something)\b/,
  /\bthere (?:is|are|'s|aren't|isn't|is not|are not)(?: currently| unfortunately| sadly)? (?:no|nothing|none|any|anything)\b(?! in the table says)/,
  /\b(?:you have|you've) (?:now )?seen (?:every|all|everything)\b/,
  /\bthat was (?:everything|all that fits)\b/,
  /\bi have nothing\b/,
  /\bi do not have it\b/,
  /\bbeyond this table\b/,
  /\bnot one of the [\d,]+ fits\b/,
  /\bnothing (?:else )?(?:is )?(?:available|left|remains|suitable|at the moment)\b/,
  /\bno (?:\w+ ){0,2}?(?:available|left|remain\w*|exists?)\b/,
  /\bcan(?:not|'t) help (?:you )?any further\b/,
  /\bnone of the (?:[\d,]+|\w+ here)(?:, as things stand|\b[^.]*\bfits)/,
];
const FLEXIBLE =
  /\b(?:with(?:out)? (?:any|the)|at (?:any|up to)|if (?:it|you|they|we|\S+ were|the \w+)|need not|were to|could (?:you )?(?:be flexible|change|drop|relax|give|adjust|consider|move|extend|stretch)|would you (?:consider|accept|be (?:open|willing|flexible))|give way|give up|instead|relax\w*|drop(?:ping)?|flexible|loosen\w*|try|different|another|higher|broaden|rather than|widen\w*|or not|not needed|allowed after all|may change)\b/;
const CLOSING =
  /\b(?:suits?|sounds?|take (?:it|that|this|one|them)|for you\b(?! to)|like best|interests?\b(?! you in)|interested|appeals?|(?:of|about|like) (?:these|them|those|that|this|it)\b|which (?:one|of)|which (?:do|would) you (?:prefer|like|choose|fancy)\b(?=\W*$)|is it one|do all the same|do you think|works? for you|change that|give way|go with|all right|would (?:one|that|it) (?:of \w+ )?(?:do|be)|book (?:it|this|that|one)|(?:this|that) one|one you like|your favou?rite|accept|prefer one|comes closest|catch(?:es)? your eye|anything there|right direction|shall i (?:book|reserve|take|change))\b/;
const OPEN =
  /\b(?:anything else|what else|tell me (?:more|what matters|what you|about (?:what|your)|your wishes|a bit)|(?:what|which) (?:are you looking|kind of|sort of|type of|matters|is (?:most )?important|would you like\b(?! to (?:see|spend))(?=\W*$)|do you (?:want|need|have in mind)\b(?=\W*$)|brings you|did you have in mind(?=\W*$)|can i (?:do|help|find)|trip)|how (?:can|may|could) i (?:help|assist)|(?:other|more|further|any|particular|specific) (?:preferences?|wishes|requirements?|criteria|must-haves?|needs)|what may i|which wish|which of your wishes|describe (?:your|what|the)|more (?:details|about what))\b/;
const WHY_NOT =
  /\bwhy not\b|\bwhat(?:'s| is| was| did| didn't| don't| do| puts| made)\b[^?]*\b(?:wrong|missing|not like|n't like|dislike|in the way|put you off|puts you off|not right|doesn't suit|turn (?:it|them|that) down)|\bwhat (?:didn't|don't|did|do) you (?:not )?like\b|\bwhich (?:part|of that) (?:doesn't|does not|is not|isn't)\b/;
const AGREES =
  /^\W*(?:it's |it is )?(?:deal|agreed|sold|done|accepted|fine, it's yours|you have a deal)\b|\b(?:it's|we have|that's|is) a deal\b|\bi (?:can )?accept (?:your offer|that|€|the)|\bagreed (?:at|on)\b/;

/** Hears a turn of the assistant. Any text; never throws. About 0.1 ms for a turn of 60 words. */
export function hearAssistant(shop: Shop, text: string): HeardAssistant {
  const plain = plainText(text).slice(0, 6000);
  const lexicon = lexiconOf(shop);
  const { found, rest } = lexicon.items(plain);
  const mentions = lexicon.mentions(rest);
  const sentences = sentencesIn(rest);
  const within = ({ from, text: words }: Sentence): Mention[] =>
    mentions.filter((mention) => mention.from >= from && mention.from < from + words.length);
  const items = [...new Set(found.map(({ item }) => item))];
  const nothing = sentences.filter(
    (sentence) =>
      !sentence.listed && NOTHING.some((pattern) => pattern.test(sentence.text)) && !isFact(sentence, within(sentence)),
  );
  const nothingFits = nothing.length > 0;
  const asking = sentences.filter(({ asks }) => asks);
  const questions: AskedAbout[] = [];
  const others: string[] = [];
  let isOpen = false;
  let isClosing = false;
  let asksWhy = false;
  let givesWay: number[] = [];
  for (const sentence of asking) {
    const inside = within(sentence);
    const asked = nothingFits && FLEXIBLE.test(sentence.text) ? [] : questionsIn(shop, sentence, inside);
    if (WHY_NOT.test(sentence.text)) asksWhy = true;
    else if (asked.length > 0) for (const question of asked) join(questions, question);
    else if (inside.length > 0 && nothingFits) givesWay = [...givesWay, ...inside.map(({ attribute }) => attribute)];
    else if (/\bwhat would make\b/.test(sentence.text)) isOpen = true;
    else if (CLOSING.test(sentence.text) || sentence.text.includes('•')) isClosing = true;
    else if (OPEN.test(sentence.text)) isOpen = true;
    else others.push(sentence.text);
  }
  for (const sentence of sentences) {
    if (sentence.asks || sentence.listed) continue;
    if (
      OPEN.test(sentence.text) &&
      /\b(?:tell me|say|describe|let me know|give me)\b/.test(sentence.text) &&
      !INVITATION.test(sentence.text)
    )
      isOpen = true;
    if (!nothingFits || !FLEXIBLE.test(sentence.text)) continue;
    if (nothing.includes(sentence) && !/\b(?:if|with any|at up to|without the)\b/.test(sentence.text)) continue;
    givesWay = [...givesWay, ...within(sentence).map(({ attribute }) => attribute)];
  }
  return {
    items,
    questions,
    ...(questions.length > 0 && { asked: questions.at(-1) as AskedAbout }),
    suggestions: nothingFits ? [] : suggestionsIn(shop, sentences, within),
    nothingFits,
    givingWay: [...new Set(givesWay)],
    prices: pricesIn(shop, mentions, found, rest),
    agrees: AGREES.test(plain),
    isQuestion: asking.length > 0,
    isOpen: isOpen && questions.length === 0,
    isClosing,
    asksWhy,
    others,
    isSilent: plain.trim() === '',
  };
}

/** "None of the 12 left allow dogs" tells of the items; it does not say that they do not fit. */
function isFact({ text }: Sentence, mentions: readonly Mention[]): boolean {
  return mentions.length > 0 && /\bnone of (?:them|the [\d,]+ left)\b|\bnothing in the table says\b/.test(text);
}

/** A later question about the same attribute adds its named values to the first. */
function join(questions: AskedAbout[], question: AskedAbout): void {
  const at = questions.findIndex(({ attribute }) => attribute === question.attribute);
  if (at < 0) {
    questions.push(question);
    return;
  }
  const named = [...new Set([...questions[at].named, ...question.named])];
  const { value, ...open } = questions[at];
  questions[at] = named.length > 1 || value === undefined ? { ...open, named } : { ...questions[at], named };
}

/** Values held out with an invitation ("…; say so if that suits you") or followed by "Would that do?". */
function suggestionsIn(
  shop: Shop,
  sentences: readonly Sentence[],
  within: (sentence: Sentence) => Mention[],
): Suggested[] {
  const suggested: Suggested[] = [];
  sentences.forEach((sentence, i) => {
    const next = sentences[i + 1];
    const invites =
      INVITATION.test(sentence.text) ||
      (next && !next.asks && !next.listed && within(next).length === 0 && INVITATION.test(next.text)) ||
      (next?.asks &&
        !next.listed &&
        within(next).length === 0 &&
        /\b(?:that|this) (?:do|all right|suit|work|ok|okay|be)|take that|interest you|sound/.test(next.text));
    const counts =
      /\b(?:\d[\d,]*|most|many|half|all) (?:of|that|fit|are|have|allow|go|cost|include|offer)\b|\bcommon\b|\bpopular\b|\bsuggest\b/.test(
        sentence.text,
      );
    if (sentence.listed || sentence.asks || !invites || !(counts || INVITATION.test(sentence.text))) return;
    for (const { attribute, value, negated } of within(sentence)) {
      if (suggested.some((other) => other.attribute === attribute)) continue;
      if (shop.catalog.attributes[attribute].type === 'boolean') {
        suggested.push({ attribute, value: negated !== (value === 1) ? 1 : 0 });
      } else if (value !== undefined && !negated) suggested.push({ attribute, value });
    }
  });
  return suggested;
}

function pricesIn(
  shop: Shop,
  mentions: readonly Mention[],
  found: readonly { readonly item: number; readonly at: number }[],
  rest: string,
): PriceNamed[] {
  const price = shop.catalog.attributes.findIndex(({ role }) => role === 'price');
  return mentions.flatMap(({ attribute, low, high, from }) => {
    if (attribute !== price || low === undefined || low !== high) return [];
    const last = found.findLast(({ at }) => at < from && !rest.slice(at, from).includes('\n'));
    return [{ amount: low, ...(last && { item: last.item }) }];
  });
}

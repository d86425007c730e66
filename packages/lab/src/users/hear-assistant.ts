/**
 * What an assistant's words say about the shop, found from the text alone, whoever spoke: a table's concierge, a language
 * model, a function. Agents are judged by it, so it must hear all of them alike.
 * @module
 */
import type { Shop } from '../shop/shop.ts';
import { AGREES, CLOSING, FLEXIBLE, NOTHING, OPEN, WHY_NOT } from './assistant-signs.ts';
import { questionsIn } from './hear-questions.ts';
import { pricesIn, suggestionsIn } from './hear-suggestions.ts';
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

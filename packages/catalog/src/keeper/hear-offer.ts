/**
 * Hears what somebody says about a price: an offer, a yes, "too much", "what is your lowest price?".
 * @module
 */
import { amountAt } from '../hear/amounts.ts';
import { unitAt } from '../hear/numbers.ts';
import { tokenise } from '../hear/tokens.ts';

/** What was said. */
export type PriceTalk =
  /** So much, and no more if `final`. */
  | { readonly kind: 'offer'; readonly price: number; readonly final: boolean }
  /** Takes what is asked. */
  | { readonly kind: 'accept' }
  /** It is too much, or can it be less: no figure. */
  | { readonly kind: 'less'; readonly final: boolean }
  /** Fishes for the lowest price. */
  | { readonly kind: 'lowest' }
  /** Leaves it at that. */
  | { readonly kind: 'leave' };

/** What a price is talked about against. */
export interface PriceContext {
  /** In the table. */
  readonly list: number;
  /** What was asked last; the list price at first. */
  readonly ask: number;
  /** Whether prices are being talked about already. */
  readonly active: boolean;
  /** Whether the item is what is being talked about, so that a mere figure is an offer for it. */
  readonly focused?: boolean;
}

const OFFERS =
  /\b(?:would you (?:do|take|accept|go|sell|consider|let)|could you (?:do|go|take|accept|make|let|come)|can you (?:do|go|make|take|accept|let|come)|will you (?:take|do|accept)|how about|what about|what if|i(?:'ll| will| can| could| would| am willing to|'d| might)? (?:only |just )?(?:give|pay|offer|do|go|spend|stretch|manage|afford|raise|settle|say)|we (?:can|could|will|would) (?:give|pay|offer|do|go)|my (?:offer|limit|maximum|max|budget|final|best|last)|offer(?:ing)?\b|deal (?:at|for|if)|meet (?:me|in the middle)|split the difference|take it for|let (?:me|us) (?:have|say)|let's say|make it|for (?:€|eur|euros)? ?\d+|at most|is all i)\b/;
const LESS =
  /\b(?:too (?:much|expensive|high|dear|steep|pricey)|(?:lower|less)(?=\W*$|[,.;!?]|\s+(?:than|for|on|money|price|please|if|it|that|the|or|and|euros?|eur|expensive)\b)|cheaper|discount|reduc\w*|come down|better price|better offer|knock|haggle|negotiat\w*|bargain|steep|pricey|out of my (?:budget|range)|over my budget|above my budget|more than i (?:can|want|wanted|would|have|planned)|can't afford|cannot afford|do better|any movement|not worth|best you can do|something off|special price|wiggle room|flexib\w*)\b/;
const LOWEST =
  /\b(?:(?:lowest|best|last|final|rock.?bottom|bottom|minimum|cheapest) (?:price|you|offer|figure|amount|line)|(?:lowest|least|minimum) (?:that )?(?:you(?:'d| would|'ll| will| can| could)?)|reserve|how low|how far down|what(?:'s| is| would be) (?:your|the) (?:lowest|minimum|limit|bottom))\b/;
const FINAL =
  /\b(?:final|last (?:offer|word)|take it or leave it|not a (?:cent|euro) more|no more than|at most|that's all|all i (?:have|can)|maximum|max|limit|can't go (?:any )?higher|cannot go (?:any )?higher|best i can do|highest i)\b/;
const ACCEPTS =
  /^\W*(?:deal|ok(?:ay)?|agreed|done|sold|fine|all right|alright|yes|yeah|great|good|perfect|sure|right|very well|you(?:'ve| have)? (?:got|have) (?:a|yourself a) deal|it's a deal|that(?:'s| is)? (?:works|fair|fine|good|ok(?:ay)?|a deal|acceptable)|that works|works for me|i(?:'ll| will) (?:take|book|buy|have) it|i(?:'ll| will) (?:pay|accept) (?:that|it)|i accept|accepted|let's do (?:it|that)|fair enough|i can (?:live with|do) that)\b/;
/** A yes with a condition or a question in it agrees to nothing yet. */
const NOT_QUITE = /\b(?:but|if|no deal|only if|however|would you|could you|can you|how about|what about)\b|\?\W*$/;
const LEAVES =
  /\b(?:no deal|forget (?:it|that)|look elsewhere|go elsewhere|somewhere else|never mind|not interested|i(?:'ll| will) pass|i(?:'ll| will) leave it|goodbye|bye|another shop|leave it at that|no,? thanks)\b/;

const FIGURE = /^\W*(?:eur)?\s*\d[\d.,]*\s*(?:€|eur|euros?)?\W*$/;

/** Hears a text; undefined when it is not about the price. */
export function hearPrice(text: string, context: PriceContext): PriceTalk | undefined {
  const plain = text.toLowerCase().replaceAll('’', "'");
  const final = FINAL.test(plain);
  const figure = context.focused && FIGURE.test(plain);
  const talks = figure || OFFERS.test(plain) || LESS.test(plain) || LOWEST.test(plain);
  if (!context.active && !talks) return undefined;
  const price = priceIn(plain, context);
  if (price !== undefined && price < context.ask) return { kind: 'offer', price, final };
  if (context.active && ACCEPTS.test(plain) && !NOT_QUITE.test(plain)) return { kind: 'accept' };
  if (price !== undefined && price === context.ask && context.active && !LESS.test(plain)) return { kind: 'accept' };
  if (LOWEST.test(plain)) return { kind: 'lowest' };
  if (context.active && LEAVES.test(plain)) return { kind: 'leave' };
  if (LESS.test(plain) || (context.active && /^\W*(?:no|nope|hmm?)\b/.test(plain))) return { kind: 'less', final };
  return undefined;
}

/** The price that a text names: "420", "four hundred", "10% off", "€50 less", the middle. */
function priceIn(text: string, { list, ask }: PriceContext): number | undefined {
  const share = /(\d+(?:\.\d+)?) ?(?:%|percent|per cent)/.exec(text);
  if (share) return Math.round(ask * (1 - Number(share[1]) / 100));
  const off = /(\d+) ?(?:€|eur|euros?)? (?:off|less|cheaper)\b/.exec(text) ?? /knock (?:off )?€? ?(\d+)/.exec(text);
  if (off && Number(off[1]) < list / 2) return ask - Number(off[1]);
  const tokens = tokenise(text);
  const prices: number[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const amount = amountAt(tokens, at);
    if (!amount || amount.article) continue;
    const end = at + amount.length;
    const unit = end < tokens.length ? unitAt(tokens, end) : undefined;
    at = end - 1;
    if (unit?.units.every(({ dimension }) => dimension !== 'currency')) continue;
    if (amount.value >= list * 0.08 && amount.value <= list * 1.5) prices.push(amount.value);
  }
  // "570 is too much, I can do 450": of several, the one that is not what was asked; the last of those.
  const others = prices.filter((price) => price !== ask && price !== list);
  return others.at(-1) ?? prices.at(-1);
}

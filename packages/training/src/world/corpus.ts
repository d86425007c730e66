/**
 * The corpus of next-token training: conversations in the shop as they are written down for a model.
 * @module
 */
import type { Random } from '@sente/engine';
import { priceOf, special, type Tokenizer } from '@sente/pocket';
import { acknowledgement, type FirstAct, firstReply, laterReply, priceReply } from './assistant.ts';
import { drawEpisode, type Episode, type EpisodeOptions } from './episode.ts';
import { PRICE_OF_IT } from './phrases/facts.ts';
import { type Speech, type Split, say } from './phrases/phrases.ts';
import { THANKS } from './phrases/user-turns.ts';
import { drawSmallTalk } from './small-talk.ts';
import { beginUser } from './user.ts';

/** Most tokens of a conversation; what is longer is cut off. */
export const LONGEST_CONVERSATION = 96;

/** What is written. */
export interface CorpusOptions {
  /** Share of openings that look for a bag to which the assistant replies with a question, 0 … 1 − ABSTAINING. */
  readonly asking: number;
  /** How many. */
  readonly conversations: number;
  /** `train` unless told. `held-out` has phrasings and bags that training never meets. */
  readonly split?: Split;
}

/** Kinds of conversations, and their shares. */
export const SHARES = { find: 0.7, pieces: 0.08, price: 0.1, talk: 0.12 } as const;

/** A conversation before it is encoded. */
export interface Conversation {
  readonly kind: keyof typeof SHARES;
  /** What is said in turn; the user begins and ends. */
  readonly turns: readonly string[];
  readonly isGood: boolean;
  /** What the assistant did at the opening. */
  readonly firstAct: FirstAct;
  /** Absent in small talk. */
  readonly episode?: Episode;
}

/** Writes conversations as token sequences of at most 96 tokens. */
export function corpus(random: Random, options: CorpusOptions, tokenizer: Tokenizer): Int32Array[] {
  const { asking, conversations, split = 'train' } = options;
  return Array.from({ length: conversations }, (_, at) =>
    encodeConversation(drawConversation(random.split(at), asking, split), tokenizer),
  );
}

/** Draws one conversation. */
export function drawConversation(random: Random, asking: number, split: Split = 'train'): Conversation {
  const kinds = Object.keys(SHARES) as (keyof typeof SHARES)[];
  const kind = kinds[random.weighted(kinds.map((one) => SHARES[one]))];
  const speech: Speech = { split, random };
  if (kind === 'talk') return { kind, firstAct: 'answer', ...drawSmallTalk(speech) };
  return { kind, ...shopConversation({ kind, split }, asking, speech) };
}

/** Chance that a user who has found a bag asks for its price. */
const ASKS_PRICE = 0.12;

function shopConversation(options: EpisodeOptions, asking: number, speech: Speech): Omit<Conversation, 'kind'> {
  const { random } = speech;
  const episode = drawEpisode(random, options);
  const user = beginUser(episode, random);
  const turns = [user.opening];
  const first = firstReply(user.known(), asking, speech);
  const heard = options.kind === 'price' ? '' : acknowledgement(episode.situation, speech);
  let reply = `${heard}${first.text}`;
  for (;;) {
    turns.push(reply, user.hear(reply)!);
    if (user.over) break;
    reply = laterReply(user.known(), speech).text;
  }
  const { success } = user.tally();
  if (success && options.kind !== 'price' && random.next() < ASKS_PRICE) {
    const accepted = turns.pop();
    turns.push(
      `${accepted} ${say(PRICE_OF_IT, speech)}`,
      priceReply(priceOf(episode.target), speech),
      say(THANKS, speech),
    );
  }
  return { turns, isGood: success, firstAct: first.act, episode };
}

/** Writes a conversation with its marks. */
export function encodeConversation({ turns, isGood }: Conversation, tokenizer: Tokenizer): Int32Array {
  const tokens: number[] = [];
  turns.forEach((text, at) => {
    tokens.push(special(at % 2 === 0 ? '<user>' : '<assistant>'));
    for (const token of tokenizer.encode(text)) tokens.push(token);
    tokens.push(special('<end>'));
  });
  tokens.push(special('<outcome>'), special(isGood ? '<good>' : '<bad>'));
  return Int32Array.from(tokens.slice(0, LONGEST_CONVERSATION));
}

/** How often each act is the first reply where a bag is looked for; shares sum to 1. */
export function firstActShares(conversations: readonly Conversation[]): Readonly<Record<FirstAct, number>> {
  const sought = conversations.filter(({ kind }) => kind === 'find' || kind === 'pieces');
  const share = (act: FirstAct): number => sought.filter(({ firstAct }) => firstAct === act).length / sought.length;
  return { recommend: share('recommend'), ask: share('ask'), abstain: share('abstain'), answer: share('answer') };
}

/**
 * A checkpoint that holds conversations: it replies, and says how it thinks that they will end.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Checkpoint } from '../checkpoint/checkpoint.ts';
import { createPocketModel, type PocketModel } from '../model/pocket-model.ts';
import { special } from '../model/special.ts';
import { createTokenizer, type Tokenizer } from '../text/tokenizer.ts';
import { conversationTokens, fittingTokens, REPLY_ROOM, type SpokenTurn } from './conversation.ts';

/** Tokens of a reply at most, unless told otherwise. */
export const REPLY_LIMIT = 32;

/** A model with its words. */
export interface PocketSpeaker {
  readonly model: PocketModel;
  readonly tokenizer: Tokenizer;
  /**
   * One reply in the model's own words ("which size do you want ?"). `temperature` 0: the likeliest word in each place; 1:
   * as likely as the model has it. Of a conversation that is too long the oldest exchanges are not read.
   */
  reply(turns: readonly SpokenTurn[], temperature: number, random: Random): string;
  /** The chance, 0 … 1, that the conversation ends well: <good> against <bad> behind <outcome>. */
  forecast(turns: readonly SpokenTurn[]): number;
  /** Words and marks of a text that the model has never met, each once, in lower case. */
  unknownWords(text: string): string[];
  /** Whether nothing has to be left out, and there is room for a reply. */
  fits(turns: readonly SpokenTurn[]): boolean;
  /** What is read before a reply is spoken. */
  prompt(turns: readonly SpokenTurn[]): number[];
}

/** Makes one. Throws RangeError when the weights do not have the card's shape. */
export function createSpeaker({ card, weights }: Checkpoint): PocketSpeaker {
  const model = createPocketModel(card.shape, weights);
  const tokenizer = createTokenizer(card.words);
  const { context } = card.shape;
  // A very small model reads half of what it could, and speaks in the rest.
  const room = context - 1 - Math.min(REPLY_ROOM, Math.floor(context / 2));
  const prompt = (turns: readonly SpokenTurn[]): number[] => [
    ...fittingTokens(tokenizer, turns, room),
    special('<assistant>'),
  ];
  return {
    model,
    tokenizer,
    prompt,
    reply(turns, temperature, random) {
      const options = { temperature, random, limit: REPLY_LIMIT, stop: special('<end>') };
      return tokenizer.decode(model.reply(prompt(turns), options).tokens);
    },
    forecast(turns) {
      const next = model.begin().read([...fittingTokens(tokenizer, turns, context - 1), special('<outcome>')]);
      // 1 / (1 + bad/good): no underflow where both are unlikely.
      return 1 / (1 + Math.exp(next[special('<bad>')] - next[special('<good>')]));
    },
    unknownWords: (text) => [...new Set(tokenizer.unknown(text))],
    fits: (turns) => conversationTokens(tokenizer, turns).length <= room,
  };
}

/**
 * A conversation as the model reads it: `<user> … <end> <assistant> … <end> …`; see special.ts.
 * @module
 */
import { special } from '../model/special.ts';
import type { Tokenizer } from '../text/tokenizer.ts';

/** A turn that was spoken. */
export interface SpokenTurn {
  readonly speaker: 'user' | 'assistant';
  readonly text: string;
}

/** Tokens that are kept free for a reply: the longest one in the shop has 20, `<end>` included. */
export const REPLY_ROOM = 20;

/** All of it, turn behind turn, each with its `<end>`. */
export function conversationTokens(tokenizer: Tokenizer, turns: readonly SpokenTurn[]): number[] {
  return turns.flatMap((turn) => turnTokens(tokenizer, turn));
}

/**
 * As much of it as fits into `room` tokens, the latest whole: first the oldest exchanges are left out, a user's turn with
 * the replies to it; then, if the last turn of the user's is too long by itself, its beginning.
 * @param room 3 or more
 */
export function fittingTokens(tokenizer: Tokenizer, turns: readonly SpokenTurn[], room: number): number[] {
  if (!(room >= 3)) throw new RangeError(`a turn has 3 tokens or more; there is room for ${room}`);
  let exchanges = exchangesOf(turns).map((exchange) => conversationTokens(tokenizer, exchange));
  const length = (): number => exchanges.reduce((sum, tokens) => sum + tokens.length, 0);
  while (exchanges.length > 1 && length() > room) exchanges = exchanges.slice(1);
  const tokens = exchanges.flat();
  if (tokens.length <= room) return tokens;
  // The speaker's mark stays in front of what is left.
  return [tokens[0], ...tokens.slice(tokens.length - room + 1)];
}

/** Each begins with a turn of the user's; what comes before the first of these is one by itself. */
function exchangesOf(turns: readonly SpokenTurn[]): SpokenTurn[][] {
  const exchanges: SpokenTurn[][] = [];
  for (const turn of turns) {
    if (turn.speaker === 'user' || exchanges.length === 0) exchanges.push([turn]);
    else exchanges[exchanges.length - 1].push(turn);
  }
  return exchanges;
}

function turnTokens(tokenizer: Tokenizer, { speaker, text }: SpokenTurn): number[] {
  return [special(`<${speaker}>`), ...tokenizer.encode(text), special('<end>')];
}

/**
 * Tokens that are no words, and how a conversation is written with them:
 *
 *   <user> i want a red bag . <end> <assistant> which size do you want ? <end> <user> small . <end> …
 *   … <user> yes , thank you . <end> <outcome> <good>
 *
 * A forecast is the chance of <good> against <bad> behind <outcome>, wherever that is put. Reasoning stands between
 * <think> and </think>, before the token that it is about.
 * @module
 */

/** In the order of their numbers: the vocabulary begins with them. */
export const SPECIAL_TOKENS = [
  '<pad>',
  '<unknown>',
  '<user>',
  '<assistant>',
  '<end>',
  '<outcome>',
  '<good>',
  '<bad>',
  '<think>',
  '</think>',
] as const;

/** A token that is no word. */
export type SpecialToken = (typeof SPECIAL_TOKENS)[number];

/** Its number. */
export function special(token: SpecialToken): number {
  return SPECIAL_TOKENS.indexOf(token);
}

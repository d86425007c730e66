/**
 * A rule's conversation in the shop: what is said does not depend on the rule, so it is played once for all of them.
 * @module
 */
import { type CustomerOptions, noteOf, playCustomer, type Served } from './play-customer.ts';

/** Conversations remembered. Rules come close together, so that few will do. */
const REMEMBERED = 16;

const remembered = new Map<string, Promise<Served>>();

/** Plays, or remembers, and puts the rule's forecasts in. The same as playing it anew, but faster. */
export async function playRule(options: CustomerOptions, rule: (turn: number) => number): Promise<Served> {
  const played = await conversation(options);
  const forecasts = played.forecasts.map((_, turn) => rule(turn));
  let turn = 0;
  const turns = played.turns.map((said) =>
    said.speaker === 'assistant' ? { ...said, note: noteOf(rule(turn++)) } : said,
  );
  for (const said of turns) options.onTurn?.(said);
  return { ...played, forecasts, turns };
}

function conversation({ onTurn: _, ...options }: CustomerOptions): Promise<Served> {
  const { customer, random, settings } = options;
  // All that the conversation depends on; the dice by what they would throw.
  const dice = random.split('remembered');
  const key = JSON.stringify([customer, settings, dice.next(), dice.next()]);
  const known = remembered.get(key);
  if (known) return known;
  const played = playCustomer({ ...options, isMute: true });
  remembered.set(key, played);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED) remembered.delete(oldest);
  return played;
}

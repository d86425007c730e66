/**
 * Conversations of the assistant that the rules speak through: what is said does not depend on the rule, so it is played
 * once for all of them, and for that assistant itself.
 * @module
 */
import { shopAgents } from '../agent/shop-agents.ts';
import { RULES_SPEAK_AS } from './customer-rates.ts';
import { type CustomerOptions, noteOf, playCustomer, type Served } from './play-customer.ts';

/** Conversations remembered. Agents come close together, so that few will do. */
const REMEMBERED = 16;

const speaker = shopAgents.find(({ name }) => name === RULES_SPEAK_AS)!;
const remembered = new Map<string, Promise<Served>>();

/**
 * Plays, or remembers, and puts the rule's forecasts in, if there is a rule. The same as playing it anew, but faster.
 */
export async function playOnce(options: CustomerOptions, rule?: (turn: number) => number): Promise<Served> {
  if (options.agent.begin !== speaker.begin) return playCustomer(options);
  const played = await conversation(options);
  const ruled = rule ? withRule(played, rule) : played;
  for (const turn of ruled.turns) options.onTurn?.(turn);
  return ruled;
}

function withRule(played: Served, rule: (turn: number) => number): Served {
  let turn = 0;
  const turns = played.turns.map((said) =>
    said.speaker === 'assistant' ? { ...said, note: noteOf(rule(turn++)) } : said,
  );
  return { ...played, forecasts: played.forecasts.map((_, i) => rule(i)), turns };
}

function conversation({ onTurn: _, ...options }: CustomerOptions): Promise<Served> {
  const { customer, random, settings } = options;
  // All that the conversation depends on; the dice by what they would throw.
  const dice = random.split('remembered');
  const key = JSON.stringify([customer, settings, dice.next(), dice.next()]);
  const known = remembered.get(key);
  if (known) return known;
  const played = playCustomer(options);
  remembered.set(key, played);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED) remembered.delete(oldest);
  return played;
}

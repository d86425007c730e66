/**
 * Where the games are played, as an assistant is told.
 * @module
 */
import type { Scene } from '../agent/agent.ts';
import { hikingShop, type Shop } from '../shop/shop.ts';

/** The shop's assistant. The trips on the list are those that a language model knows of; a table knows all. */
export function commitScene(listed: readonly number[]): Scene {
  const shop = hikingShop();
  const lines = listed.map((item) => `- ${shop.names[item]}: ${factsOf(shop, item)}`);
  return {
    shop,
    instructions: `You are the assistant of a shop for hiking trips. Visitors may also chat and play with you: play along, fairly. Keep replies short.\n\nTrips on offer:\n${lines.join('\n')}`,
  };
}

function factsOf({ catalog }: Shop, item: number): string {
  return catalog
    .view(item)
    .facts.map(({ label, value }) => `${label} ${value}`)
    .join('; ');
}

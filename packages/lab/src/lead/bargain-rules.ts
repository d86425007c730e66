/**
 * Simple sellers: who takes whatever is no less than the reserve, who comes down in equal steps, and who stands firm.
 * @module
 */
import type { Agent, AgentTurn, Scene, Talk } from '../agent/agent.ts';
import type { Shop } from '../shop/shop.ts';
import { lexiconOf, plainText } from '../users/lexicon.ts';

/** Rounds in which `equal-steps` comes down from the list price to the reserve. */
const ROUNDS = 6;

interface Terms {
  readonly shop: Shop;
  readonly price: number;
  readonly list: number;
  readonly reserve: number;
}

/** The least that is taken in a round, counted from 0, and asked for where it was not offered. */
type Schedule = (terms: Terms, round: number) => { readonly takes: number; readonly asks: number };

function seller(name: string, schedule: Schedule): Agent {
  return {
    name,
    needsModel: false,
    begin: (scene) => selling(termsOf(scene), schedule, 0),
  };
}

function selling(terms: Terms, schedule: Schedule, start: number): Talk {
  let round = start;
  return {
    async say(text): Promise<AgentTurn> {
      const { takes, asks } = schedule(terms, round++);
      const offer = offerIn(terms, text);
      if (offer !== undefined && offer >= takes) return { text: `Agreed, €${offer}.`, act: 'answer' };
      return { text: `It would be €${asks}.`, act: 'offer' };
    },
    fork: () => selling(terms, schedule, round),
  };
}

/** Takes whatever is no less than the reserve; asks for the list price until then. */
export const acceptAtReserve: Agent = seller('accept-at-reserve', ({ reserve, list }) => ({
  takes: reserve,
  asks: list,
}));

/** Comes down by equal steps, and takes what is no less than it asks for. */
export const equalSteps: Agent = seller('equal-steps', ({ list, reserve }, round) => {
  const asks = Math.max(reserve, Math.round(list - ((list - reserve) * Math.min(round + 1, ROUNDS)) / ROUNDS));
  return { takes: asks, asks };
});

/** The list price, whatever is said. */
export const firm: Agent = seller('firm', ({ list }) => ({ takes: list, asks: list }));

function termsOf({ shop, secrets = [] }: Scene): Terms {
  const secret = secrets.find(({ id }) => id.startsWith('reserve/'));
  if (!shop || !secret) throw new RangeError('a seller needs a scene with a shop and the secret reserve/ITEM');
  const price = shop.catalog.attributes.findIndex(({ role }) => role === 'price');
  const list = shop.catalog.columns[price].numbers?.[Number(secret.id.slice('reserve/'.length))] ?? 0;
  return { shop, price, list, reserve: Number(secret.value) };
}

/** The last amount of money in the buyer's words. */
function offerIn({ shop, price }: Terms, text: string): number | undefined {
  const lexicon = lexiconOf(shop);
  const { rest } = lexicon.items(plainText(text));
  return lexicon
    .mentions(rest)
    .flatMap(({ attribute, low, high }) => (attribute === price ? [high ?? low ?? []].flat() : []))
    .at(-1);
}

/**
 * One conversation in words between the concierge of a table and a shopper of the lab, who is a stranger to planning and to
 * training.
 * @module
 */
import {
  type Catalog,
  type Concierge,
  createConcierge,
  type LearnedValues,
  SHOPPER_MODEL,
  type Wish,
} from '@sente/catalog';
import type { Random } from '@sente/engine';
import { openShop, type Shop } from '../../packages/lab/src/index.ts';
import { drawShopperIntent } from '../../packages/lab/src/users/draw-intent.ts';
import { createShopper } from '../../packages/lab/src/users/shopper.ts';
import type { ShopperIntent } from '../../packages/lab/src/users/shopper-intent.ts';
import { drawTemperament } from '../../packages/lab/src/users/temperaments.ts';
import type { Temperament } from '../../packages/lab/src/users/user.ts';

/** Assistant turns after which anybody leaves. */
const TURNS = 20;

/** Somebody who comes to the shop: the same for every agent, down to the dice. */
interface Shopper {
  readonly intent: ShopperIntent;
  readonly temperament: Temperament;
  readonly random: Random;
}

/** What came of a conversation. */
export interface ShopConversation {
  /** Somebody took something, or was told, truly, that nothing here keeps all wishes. */
  readonly served: boolean;
  /** The opening counts as one. */
  readonly turns: number;
  /** Place in the list, from 1, of what was taken. */
  readonly place?: number;
  readonly questions: number;
  readonly lists: number;
  readonly offers: number;
  /** Wishes that the user gave up; the lab's shoppers never do. */
  readonly givenUp: number;
  /** R\*: `rewardOf`. */
  readonly reward: number;
}

/** A table with its people. */
export interface Table<Person> {
  readonly catalog: Catalog;
  /** Somebody, by number. */
  draw(random: Random, number: number): Person;
  /** In the order in which they would be told. */
  wishesOf(person: Person): readonly Wish[];
  /** One conversation. `learned` decides in the planner's place where it is given. */
  play(person: Person, learned?: LearnedValues): Promise<ShopConversation>;
}

/** A table whose people are the lab's shoppers, who talk in words. */
export function shopTable(catalog: Catalog): Table<Shopper> {
  const shop = openShop(catalog);
  return {
    catalog,
    draw: (random, number) => drawShopper(shop, random.split(number)),
    wishesOf: ({ intent }) => intent.wishes,
    play: (shopper, learned) => playShopper(shop, shopper, learned),
  };
}

/** Draws one: two to four wishes; one in ten wants what no item is, one in seven changes a wish on the way. */
function drawShopper(shop: Shop, random: Random): Shopper {
  const fails = random.split('fails').next() < 0.1;
  const changes = random.split('changes').next() < 1 / 7 && !fails ? 1 : 0;
  return {
    intent: drawShopperIntent(shop, random.split('intent'), { wishes: [2, 4], fails, changes }),
    temperament: drawTemperament(random.split('temperament')),
    random: random.split('dice'),
  };
}

/**
 * R\* of a conversation, for every agent alike: 1 if the user was served, less 1/15 for each of the assistant's turns, the little
 * that questions cost, and .1 for a wish given up. Both the planner and training count a turn as 1/15 of a success.
 */
export function rewardOf(served: boolean, turns: number, questions: number, givenUp: number): number {
  const { turnCost, questionCost, driftCost } = SHOPPER_MODEL;
  return (served ? 1 : 0) - turns * turnCost - questions * questionCost - givenUp * driftCost;
}

/** Plays it. `learned` decides in the planner's place where it is given. */
async function playShopper(shop: Shop, shopper: Shopper, learned?: LearnedValues): Promise<ShopConversation> {
  const { intent, temperament, random } = shopper;
  const talk = createShopper(shop, intent, temperament, random.split('shopper'));
  const seed = random.split('concierge').integer(2 ** 32);
  const concierge: Concierge = createConcierge(shop.catalog, { seed, ...(learned && { learned }) });
  const acts = { ask: 0, recommend: 0 };
  let offers = 0;
  let turns = 1;
  let reply = concierge.open();
  for (;;) {
    if (reply.act === 'ask' || reply.act === 'recommend') acts[reply.act]++;
    if (reply.act !== 'answer' && reply.decision.chosen.includes('suggest')) offers++;
    const said = await talk.reply(reply.text);
    if (talk.end || said === undefined || turns >= TURNS) break;
    reply = concierge.say(said);
    turns++;
  }
  const { end } = talk;
  const served = end?.how === 'took' || end?.how === 'hopeless';
  const place = end?.item === undefined ? 0 : reply.items.findIndex(({ item }) => item === end.item) + 1;
  return {
    served,
    turns,
    ...(place > 0 && { place }),
    questions: acts.ask,
    lists: acts.recommend,
    offers,
    givenUp: 0,
    reward: rewardOf(served, turns, acts.ask, 0),
  };
}

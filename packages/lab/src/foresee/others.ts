/**
 * What other shoppers would say in the same place: the wrong candidates.
 *
 * Each is another person of the same temperament (so that manner tells nothing), with an intent of their own, drawn like the
 * true one's, of which as many wishes are out; each hears the very words that the true shopper heard last. Turns that come to
 * the same as another candidate are drawn again: nobody could tell them apart.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { createRandom, type Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { mannerOf } from '../users/matched-shopper.ts';
import { playShopper } from '../users/model-user.ts';
import { createShopper } from '../users/shopper.ts';
import type { ShopperIntent } from '../users/shopper-intent.ts';
import type { Temperament } from '../users/user.ts';
import { drawIntent } from './case.ts';
import { replyMeaning } from './reply-meaning.ts';

/** Wrong candidates beside the true one. */
export const OTHERS = 3;
/** Intents that the others have. */
const INTENTS = 400;
/** People tried before a place is given up. */
const TRIES = 24;

const known: WeakMap<Shop, readonly ShopperIntent[]> = new WeakMap();

/** What the others come with: drawn once a shop, for all measurements; drawing anew each time would take most of the time. */
function intentsOf(shop: Shop): readonly ShopperIntent[] {
  let intents = known.get(shop);
  if (!intents) {
    const random = createRandom('other shoppers');
    intents = Array.from({ length: INTENTS }, (_, k) => drawIntent(shop, random.split(k)));
    known.set(shop, intents);
  }
  return intents;
}

/** A place in a conversation: the assistant has spoken, and the user's turn is to be foreseen. */
interface Place {
  readonly shop: Shop;
  readonly temperament: Temperament;
  /** Wishes of the true shopper that are out. */
  readonly out: number;
  /** The assistant's last words. */
  readonly assistant: string;
  /** What the true shopper goes on to say. */
  readonly truth: string;
}

/** The wrong candidates; undefined where so many different ones were not found. */
export async function otherTurns(
  place: Place,
  random: Random,
  model?: (fork: string) => LanguageModelV4 | undefined,
): Promise<readonly string[] | undefined> {
  const { shop, truth } = place;
  const meanings = new Set([replyMeaning(shop, truth)]);
  const turns: string[] = [];
  for (let i = 0; i < (model ? 2 * OTHERS : TRIES) && turns.length < OTHERS; i++) {
    const turn = await otherTurn(place, random.split(i), model?.(`other ${i}`));
    if (turn === undefined || meanings.has(replyMeaning(shop, turn))) continue;
    meanings.add(replyMeaning(shop, turn));
    turns.push(turn);
  }
  return turns.length === OTHERS ? turns : undefined;
}

async function otherTurn(
  { shop, temperament, out, assistant }: Place,
  random: Random,
  model: LanguageModelV4 | undefined,
): Promise<string | undefined> {
  const intent = random.split('intent').pick(intentsOf(shop));
  const first = new Set((intent.changes ?? []).map(({ said }) => said.attribute));
  const told = intent.wishes.filter(({ attribute }) => !first.has(attribute)).slice(0, out);
  const opening = { text: 'Hello.', attributes: told.map(({ attribute }) => attribute) };
  const talk = model
    ? playShopper(shop, intent, temperament, model, opening.text)
    : createShopper(shop, intent, temperament, random.split('user'), { opening, ...mannerOf(temperament) });
  return talk.reply(assistant);
}

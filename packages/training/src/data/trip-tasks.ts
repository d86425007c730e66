/**
 * The embedded tasks: visitors of the lab's hiking shop, drawn anew, so that no case of a probe is among them. Half of the
 * requests leave much open, a quarter come in pieces, a quarter leave nothing open: who trains on open requests alone gets
 * a model that asks everybody.
 * @module
 */
import { indexCatalog, type Wish, wishForValue } from '@sente/catalog';
import { createRandom, type Random } from '@sente/engine';
import {
  type AskRequest,
  drawRequests,
  drawShopperIntent,
  fitting,
  hikingShop,
  type Shop,
  type ShopperIntent,
  shopScene,
  tellIntent,
  valuesOf,
} from '@sente/lab';
import type { DataSettings, Goal, ToldCase } from './data-case.ts';

/** Trips that the model is shown, some of them what is wanted. */
const SHELF = 40;
/** Wanted trips on the shelf, for each goal. */
const SERVING = 3;
/** Other goals that fit an open request, so many at most. */
const OTHERS = 5;

/** Draws them: the same seed draws the same ones, and more of them after fewer. */
export function tripTasks(seed: number, count: number, settings: DataSettings): readonly ToldCase[] {
  const random = createRandom(seed).split('train data').split('trips');
  // Of eight drawn requests four are open and at least one is closed and can be told from a shelf.
  const requests = drawRequests(hikingShop(), random.split('requests'), 8 * count + 80);
  const open = requests.filter(({ cell }) => cell === 'open');
  const closed = requests.filter(
    ({ cell, direct }) => cell === 'closed' && (direct === undefined || isOnShelf(direct)),
  );
  return Array.from({ length: count }, (_, number) => {
    const dice = random.split(number);
    const place = Math.floor(number / 4);
    const id = `trip-${String(number + 1).padStart(5, '0')}`;
    if (number % 4 === 3) return toldCase(`${id}/pieces`, inPieces(dice), settings, dice);
    if (number % 4 === 1) return toldCase(`${id}/closed`, asRequest(closed[place], dice), settings, dice);
    return toldCase(`${id}/open`, asRequest(open[2 * place + (number % 4) / 2], dice), settings, dice);
  });
}

interface Visitor {
  readonly opening?: string;
  readonly goals: readonly { readonly goal: string; readonly items: readonly number[] }[];
}

/** Counts and superlatives need the whole table. */
const isOnShelf = ({ about }: NonNullable<AskRequest['direct']>): boolean => about === 'fact' || about === 'name';

function toldCase(id: string, { opening, goals }: Visitor, settings: DataSettings, random: Random): ToldCase {
  const shop = hikingShop();
  const [own, ...others] = goals.map(({ goal }): Goal => ({ goal }));
  return {
    id,
    kind: 'told',
    world: 'open',
    settings,
    instructions: shopScene(shop, { shelf: shelfFor(goals, shop, random.split('shelf')) }).instructions,
    ...own,
    ...(opening !== undefined && { opening }),
    ...(others.length > 0 && { others }),
  };
}

function inPieces(random: Random): Visitor {
  const intent = drawShopperIntent(hikingShop(), random.split('intent'), { wishes: [2, 4], buys: 1 });
  return { goals: [goalOf(hikingShop(), intent)] };
}

function asRequest({ request, intent, said, direct, cell }: AskRequest, random: Random): Visitor {
  const shop = hikingShop();
  if (direct?.item !== undefined) {
    const facts = shop.catalog.view(direct.item).facts.map(({ attribute, value }) => {
      return `${shop.catalog.attributes[attribute].label}: ${value}`;
    });
    const goal = `You want to know: ${direct.words}\nYou want nothing else. What the shop's table says of ${shop.names[direct.item]}: ${facts.join('; ')}`;
    return { opening: request, goals: [{ goal, items: [direct.item] }] };
  }
  const others = cell === 'open' ? otherIntents(shop, intent, said, random.split('others')) : [];
  return { opening: request, goals: [intent, ...others].map((one) => goalOf(shop, one)) };
}

/** What else somebody could want who says the same: another trip that fits, wished for by the same attributes. */
function otherIntents(shop: Shop, { wishes, buys }: ShopperIntent, said: number, random: Random): ShopperIntent[] {
  const index = indexCatalog(shop.catalog);
  const spoken = wishes.slice(0, said);
  const targets = fitting(index, spoken);
  return Array.from({ length: OTHERS }, (_, other) => {
    const dice = random.split(other);
    const target = dice.pick(targets);
    const hidden = wishes.slice(said).flatMap(({ attribute }): Wish[] => {
      const values = valuesOf(shop.catalog, attribute, target);
      return values.length === 0
        ? []
        : [wishForValue(shop.catalog.attributes[attribute], attribute, dice.pick(values))];
    });
    const all = [
      ...spoken,
      ...hidden.filter((wish) => wish.kind !== 'range' || wish.low !== undefined || wish.high !== undefined),
    ];
    return { wishes: all, acceptable: fitting(index, all), buys };
  });
}

function goalOf(shop: Shop, intent: ShopperIntent): Visitor['goals'][number] {
  const names = intent.acceptable.map((item) => shop.names[item]).slice(0, 12);
  const goal = `${tellIntent(shop, intent)}\nWhat would suit you, though you do not know it by name: ${names.join('; ')}`;
  return { goal, items: intent.acceptable };
}

/** Some of what each goal wants among other trips, in the table's order. */
function shelfFor(goals: Visitor['goals'], shop: Shop, random: Random): readonly number[] {
  const key = shop.names.map((_, item) => random.split(item).next());
  const byKey = (items: readonly number[]): number[] => [...items].sort((a, b) => key[a] - key[b]);
  const serving = new Set(goals.flatMap(({ items }) => byKey(items).slice(0, SERVING)));
  const others = byKey(shop.names.flatMap((_, item) => (serving.has(item) ? [] : [item])));
  return [...serving, ...others.slice(0, Math.max(0, SHELF - serving.size))].sort((a, b) => a - b);
}

/**
 * The scene of a conversation in a shop, as any agent is told it: who it is, the table, its goals, what it must not tell.
 * Plain: nothing in it says that the assistant should take the initiative.
 * @module
 */
import type { Scene, SceneGoal, SceneSecret } from '../agent/agent.ts';
import type { Shop } from './shop.ts';

/** What a scene has beside the shop. */
interface ShopSceneOptions {
  readonly goals?: readonly SceneGoal[];
  readonly secrets?: readonly SceneSecret[];
  /** Positions of the items that language models are shown; all unless given. Agents of the catalogue know the whole table. */
  readonly shelf?: readonly number[];
}

/** The secret that is the reserve price of an item: the lowest at which it may be let go. */
export function reserveOf(shop: Shop, item: number, price: number): SceneSecret {
  const { unit } = priceOf(shop);
  return {
    id: `reserve/${item}`,
    about: `the lowest price at which you may sell ${shop.names[item]}${unit ? `, in ${unit}` : ''}`,
    value: String(price),
  };
}

function priceOf(shop: Shop): { readonly unit?: string } {
  const price = shop.catalog.attributes.find(({ role }) => role === 'price');
  return price?.unit === undefined ? {} : { unit: price.unit };
}

/** Makes the scene. Throws RangeError when a goal's attribute is none of the table's. */
export function shopScene(shop: Shop, options: ShopSceneOptions = {}): Scene {
  const { goals = [], secrets = [] } = options;
  for (const { id, attribute } of goals) {
    if (attribute === undefined || shop.catalog.attributes.some(({ key }) => key === attribute)) continue;
    throw new RangeError(`goal “${id}” is about “${attribute}”, which is no attribute of ${shop.catalog.name}`);
  }
  return {
    instructions: instructionsFor(shop, options),
    shop,
    ...(goals.length > 0 && { goals }),
    ...(secrets.length > 0 && { secrets }),
  };
}

function instructionsFor(shop: Shop, { goals = [], secrets = [], shelf }: ShopSceneOptions): string {
  const { catalog } = shop;
  const parts = [
    `You work in a shop that sells ${catalog.noun.many} (“${catalog.name}”). You talk with a customer. Keep your replies short. Speak only of what is in the table below, and call each ${catalog.noun.one} by its exact name.`,
    tableText(shop, shelf),
  ];
  if (goals.length > 0) {
    const lines = goals.map(({ what, words }) => `- ${what}${words ? ` (for instance: “${words}”)` : ''}`);
    parts.push(`The shop would like you to:\n${lines.join('\n')}`);
  }
  if (secrets.length > 0) {
    const lines = secrets.map(({ about, value }) => `- ${about}: ${value}`);
    parts.push(`For you alone, never to be told to the customer:\n${lines.join('\n')}`);
  }
  return parts.join('\n\n');
}

const written = new WeakMap<Shop, string>();

/** The table as text, one line an item, cells between bars. */
function tableText(shop: Shop, shelf?: readonly number[]): string {
  if (shelf) return linesOf(shop, shelf);
  // Every conversation needs the whole table: it is written once.
  let text = written.get(shop);
  if (text === undefined) {
    text = linesOf(
      shop,
      shop.names.map((_, item) => item),
    );
    written.set(shop, text);
  }
  return text;
}

function linesOf({ catalog, names }: Shop, items: readonly number[]): string {
  const { attributes } = catalog;
  const head = ['name', ...attributes.map(({ label, unit }) => (unit ? `${label} (${unit})` : label))].join(' | ');
  const lines = items.map((item) => {
    const facts = new Map(catalog.view(item).facts.map(({ attribute, value }) => [attribute, value]));
    return [names[item], ...attributes.map((_, a) => facts.get(a) ?? '')].join(' | ');
  });
  return [head, ...lines].join('\n');
}

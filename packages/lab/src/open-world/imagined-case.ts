/**
 * One case of the text shop decided by the layer, beside what is exact: whether the true customer is among those
 * imagined, how likely they were held to be, what was chosen and what that is worth.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Catalog } from '@sente/catalog';
import { createRandom } from '@sente/engine';
import {
  createCaller,
  createLayer,
  type ImaginedIntent,
  type InitiativeOptions,
  newSession,
  type PlannedTurn,
  type Transcript,
} from '@sente/language';
import { type Customer, drawCustomer, exactValues, posterior, type ShopAct, type ValuedAct } from './exact-shop.ts';
import { ANY, attributeAsked, itemsNamed, readWish, type ShopWish, sayWish, served, serves } from './shop-wish.ts';
import { LAMP_ATTRIBUTES, makeTextShop, shopPrompt } from './text-shop.ts';

/** A case: shop, customer, first message. */
interface ShopCase {
  readonly shop: Catalog;
  readonly customer: Customer;
  readonly message: string;
  /** Attributes that are stated. */
  readonly stated: number;
}

/** What came of it; plain JSON. */
export interface CaseFigures {
  readonly stated: number;
  /** Those who want the same values are one. */
  readonly imagined: readonly ImaginedFigures[];
  /** True probability of those who were imagined, together. */
  readonly covered: number;
  /** What the likeliest as many would have covered. */
  readonly coverable: number;
  /** Half the sum of differences between weights and true probabilities, 0 to 1. */
  readonly distance: number;
  /** How many equally likely ones would say as much. */
  readonly effective: number;
  readonly chosen: string;
  readonly best: string;
  /** Exact value of the best act less that of the chosen; absent when the choice could not be read. */
  readonly regret?: number;
  /** Regret of recommending the best lamp at once, as an assistant that never asks. */
  readonly passive: number;
  /** Asks where asking is best, recommends where that is; or does what is worth exactly as much. */
  readonly sameKind: boolean;
  readonly calls: number;
  readonly tokens: number;
  readonly milliseconds: number;
  /** Why the layer stood aside, if it did. */
  readonly aside?: string;
}

/** One imagined intent. */
export interface ImaginedFigures {
  readonly weight: number;
  /** Wants exactly the customer's values. */
  readonly isTrue: boolean;
  /** Every lamp for it would serve the customer. */
  readonly wouldServe: boolean;
}

/** Choices closer than this in exact value are as good as each other. */
const AS_GOOD = 1e-9;

/** Case number `index` of a seed: 0, 1, 2 or 3 attributes stated in turn. */
export function shopCase(seed: number | string, index: number): ShopCase {
  const random = createRandom(seed).split(index);
  const shop = makeTextShop(random.split('shop'));
  const stated = index % LAMP_ATTRIBUTES.length;
  const customer = drawCustomer(shop, stated, random.split('customer'));
  return { shop, customer, message: sayWish(customer.stated, random.split('words')), stated };
}

/** Lets the layer decide the case. */
export async function decideCase(
  { shop, customer, message, stated }: ShopCase,
  model: LanguageModelV4,
  options: InitiativeOptions = {},
): Promise<CaseFigures> {
  const transcript: Transcript = {
    messages: [
      { at: 0, role: 'system', text: shopPrompt(shop), tools: [], attachments: 0 },
      { at: 1, role: 'user', text: message, tools: [], attachments: 0 },
    ],
    tools: [],
    isFormal: false,
  };
  const turn = await createLayer(options).decide({ transcript, session: newSession(), model });
  const people = posterior(shop, customer.stated);
  const intents = turn.session.intents.map((intent) => ({ intent, wish: wishOf(shop, intent) }));
  const weights = new Map<string, number>();
  for (const { intent, wish } of intents) weights.set(wish.join(), (weights.get(wish.join()) ?? 0) + intent.weight);
  const overlap = people.reduce((sum, one) => sum + Math.min(one.probability, weights.get(one.wish.join()) ?? 0), 0);
  const covered = people.filter(({ wish }) => weights.has(wish.join()));
  const share = (list: typeof people): number => list.reduce((sum, { probability }) => sum + probability, 0);
  const values = exactly(shop, customer, options.horizon ?? 2);
  const choice = choiceOf(shop, turn) ?? (await replyOf(shop, turn, transcript, model));
  const worth = choice && values.find(({ act }) => sameAct(act, choice))?.value;
  const passive = values.find(({ act }) => act.kind === 'recommend')!.value;
  return {
    stated,
    imagined: [...weights].map(([key, weight]) => ({
      weight,
      isTrue: key === customer.wish.join(),
      wouldServe: wouldServe(shop, key.split(',').map(Number), customer.wish),
    })),
    covered: share(covered),
    coverable: share(people.slice(0, weights.size)),
    distance: 1 - overlap,
    effective: 1 / [...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0),
    chosen: choice ? nameOf(shop, choice) : (turn.decision?.chosen.id ?? 'nothing'),
    best: nameOf(shop, values[0].act),
    ...(worth === undefined ? {} : { regret: values[0].value - worth }),
    passive: values[0].value - passive,
    sameKind: choice?.kind === values[0].act.kind || isAsGood(values, choice, worth),
    calls: turn.cost.calls,
    tokens: turn.cost.inputTokens + turn.cost.outputTokens,
    milliseconds: turn.cost.milliseconds,
    ...(turn.aside && { aside: `${turn.aside.reason}: ${turn.aside.detail}` }),
  };
}

/** Worked out once a case and horizon. */
const known = new WeakMap<Catalog, Map<number, readonly ValuedAct[]>>();

function exactly(shop: Catalog, { stated }: Customer, horizon: number): readonly ValuedAct[] {
  const own = known.get(shop) ?? new Map<number, readonly ValuedAct[]>();
  known.set(shop, own);
  const values = own.get(horizon) ?? exactValues(shop, stated, horizon);
  own.set(horizon, values);
  return values;
}

/** What the person wants; where that names nothing, what would be a good reply to them. */
function wishOf(shop: Catalog, { wants, good }: ImaginedIntent): ShopWish {
  const wish = readWish(shop, wants);
  return wish.every((code) => code === ANY) ? readWish(shop, good) : wish;
}

function wouldServe(shop: Catalog, imagined: ShopWish, wish: ShopWish): boolean {
  const items = served(shop, imagined);
  return items.length > 0 && items.every((item) => serves(shop, item, wish));
}

/** The choice in the shop's terms: a recommendation is the first lamp that it names; undefined when it names none. */
function choiceOf(shop: Catalog, { decision, weighing }: PlannedTurn): ShopAct | undefined {
  const chosen = decision?.chosen;
  if (chosen === undefined) return undefined;
  if (chosen.kind === 'abstain') return { kind: 'abstain' };
  if (chosen.question !== undefined) {
    const attribute = attributeAsked(chosen.text, weighing?.questions[chosen.question].choices);
    return attribute === undefined ? undefined : { kind: 'ask', attribute };
  }
  const gist = chosen.answer === undefined ? chosen.text : (weighing?.answers[chosen.answer].gist ?? chosen.text);
  const item = itemsNamed(shop, gist).at(0);
  return item === undefined ? undefined : { kind: 'recommend', item };
}

/** What an answer whose gist names no lamp comes to: the lamp in the reply that the model then gives. */
async function replyOf(
  shop: Catalog,
  { plan, decision }: PlannedTurn,
  transcript: Transcript,
  model: LanguageModelV4,
): Promise<ShopAct | undefined> {
  if (plan.do === 'say' || decision === undefined) return undefined;
  const [system, user] = transcript.messages;
  const notes = plan.do === 'write' ? `\n\n${plan.note}` : '';
  const call = { label: 'bare', system: `${system.text}${notes}`, prompt: user.text, maxTokens: 400 };
  const item = itemsNamed(shop, (await createCaller(model).text(call)).text).at(0);
  return item === undefined ? undefined : { kind: 'recommend', item };
}

function sameAct(one: ShopAct, other: ShopAct): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isAsGood(values: readonly ValuedAct[], choice: ShopAct | undefined, worth: number | undefined): boolean {
  return choice !== undefined && worth !== undefined && values[0].value - worth <= AS_GOOD;
}

function nameOf(shop: Catalog, act: ShopAct): string {
  if (act.kind === 'ask') return `ask ${LAMP_ATTRIBUTES[act.attribute].key}`;
  return act.kind === 'recommend' ? `recommend ${shop.view(act.item).name}` : 'abstain';
}

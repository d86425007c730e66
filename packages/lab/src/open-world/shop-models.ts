/**
 * Scripted models that stand in for a chat model in the text shop. They get the layer's real prompts, read the shop, the
 * people and the conversation out of them, and fill in the real forms, so that the whole machinery is run end to end.
 *
 * All of them understand every word, judge truly and know the shop. They differ in whom they imagine:
 *
 *     oracle         the four likeliest customers, with their true shares
 *     sampled        four customers drawn as they come, each with the same share
 *     grouped        everybody, in four groups at most by what they would reply to the most telling question: the likeliest
 *                    of each group, with the share of the whole group
 *     few            the likeliest two only
 *     overconfident  the oracle's, shares cubed
 *     noisy          the oracle's, one wish in four mistaken in one value, shares off by a factor of e^±1 at one standard
 *                    deviation, marks off by up to two of ten
 *
 * @module
 */
import type { Catalog } from '@sente/catalog';
import { createRandom, type Random } from '@sente/engine';
import { DEFAULT_COSTS, SHRUG } from '@sente/language';
import { type ScriptedCall, type ScriptedModel, scriptedModel } from '@sente/language/testing';
import { blockIn } from './block-in.ts';
import { type Hypothesis, posterior } from './exact-shop.ts';
import {
  ANY,
  attributeAsked,
  describeWish,
  itemsNamed,
  readWish,
  type ShopWish,
  served,
  serves,
  valuesIn,
} from './shop-wish.ts';
import { LAMP_ATTRIBUTES, shopIn } from './text-shop.ts';

/** Whom a scripted model imagines, of all who may be asking; and by how much its marks are off. */
interface Imagination {
  imagine(people: readonly Hypothesis[], random: Random): readonly Hypothesis[];
  readonly marksOff: number;
}

const MOST = 4;
const likeliest = (people: readonly Hypothesis[]): readonly Hypothesis[] => people.slice(0, MOST);

const IMAGINATIONS: Readonly<Record<string, Imagination>> = {
  oracle: { imagine: likeliest, marksOff: 0 },
  sampled: {
    imagine: (people, random) =>
      Array.from({ length: MOST }, () => ({
        ...people[random.weighted(people.map(({ probability }) => probability))],
        probability: 1 / MOST,
      })),
    marksOff: 0,
  },
  grouped: { imagine: grouped, marksOff: 0 },
  few: { imagine: (people) => people.slice(0, 2), marksOff: 0 },
  overconfident: {
    imagine: (people) => likeliest(people).map((one) => ({ ...one, probability: one.probability ** 3 })),
    marksOff: 0,
  },
  noisy: {
    imagine: (people, random) =>
      likeliest(people).map(({ wish, probability }) => ({
        wish: random.next() < 0.25 ? mistaken(wish, random) : wish,
        probability: probability * Math.exp(normal(random)),
      })),
    marksOff: 2,
  },
};

/** Names of the scripted models. */
export const SHOP_MODELS: readonly string[] = Object.keys(IMAGINATIONS);

/** Makes one, whose calls take `wait` milliseconds each. Throws RangeError for a name that is not among SHOP_MODELS. */
export function shopModel(name: string, wait = 0): ScriptedModel {
  const imagination = IMAGINATIONS[name];
  if (!imagination) throw new RangeError(`There is no scripted model "${name}"; there are ${SHOP_MODELS.join(', ')}.`);
  const scripts: Record<string, (call: ScriptedCall) => string | object> = {
    read: (call) => read(call, imagination),
    weigh: (call) => weigh(call, imagination),
    write: assist,
    reply: assist,
    bare: assist,
    user: playUser,
    judge: judgeTalk,
  };
  const late = (script: (call: ScriptedCall) => string | object) => (call: ScriptedCall) =>
    wait === 0 ? script(call) : { delayMs: wait, reply: script(call) };
  return scriptedModel(Object.fromEntries(Object.entries(scripts).map(([label, script]) => [label, late(script)])));
}

function shopOf(prompt: string): Catalog {
  const shop = shopIn(prompt);
  if (!shop) throw new Error('The prompt shows no shop.');
  return shop;
}

function read({ prompt }: ScriptedCall, { imagine }: Imagination): object {
  const shop = shopOf(prompt);
  const words = blockIn(prompt, 'turn');
  const people = imagine(posterior(shop, readWish(shop, words)), createRandom(prompt));
  const total = people.reduce((sum, { probability }) => sum + probability, 0);
  return {
    kind: 'new',
    wishes: [[words, words]],
    facts: [],
    users: people.map(({ wish, probability }) => ({
      wants: describeWish(wish),
      good: '',
      next: '',
      // A whole number, as models write: less than one in a hundred is not said.
      share: Math.max(1, Math.round((100 * probability) / total)),
    })),
    hard: false,
    artefact: false,
    decide: '',
  };
}

function weigh({ prompt }: ScriptedCall, { marksOff }: Imagination): object {
  const shop = shopOf(prompt);
  const random = createRandom(prompt);
  const stated = readWish(shop, blockIn(prompt, 'conversation'));
  const people = [...blockIn(prompt, 'people').matchAll(/^(i\d+) \((\d+)%\): (.+)$/gm)].map(([, , share, wants]) => ({
    wish: readWish(shop, wants),
    share: Number(share),
  }));
  const liked = (item: number): number =>
    people.reduce((sum, { wish, share }) => sum + (serves(shop, item, wish) ? share : 0), 0);
  const best = (items: readonly number[]): number =>
    items.reduce((top, item) => (liked(item) > liked(top) ? item : top), items[0]);
  const items = new Set(
    [served(shop, stated), ...people.map(({ wish }) => served(shop, wish))]
      .filter((own) => own.length > 0)
      .map(best)
      .slice(0, MOST),
  );
  const off = (): number => random.integer(2 * marksOff + 1) - marksOff;
  const questions = LAMP_ATTRIBUTES.map((attribute, a) => ({ attribute, a, bits: bitsOf(people, a) }))
    .filter(({ a, bits }) => stated[a] === ANY && bits > 0)
    .sort((one, other) => other.bits - one.bits)
    .slice(0, 2);
  return {
    answers: [...items].map((item) => ({
      gist: `recommend ${shop.view(item).name}`,
      fits: people.map(({ wish }) => Math.min(10, Math.max(0, (serves(shop, item, wish) ? 10 : 0) + off()))),
      sure: 100,
      tokens: 60,
      recommends: true,
    })),
    questions: questions.map(({ attribute, a }) => ({
      ask: `Which ${attribute.key} would you like: ${attribute.values.join(', ')}?`,
      choices: attribute.values,
      replies: people.map(({ wish }) => (wish[a] === ANY ? '' : attribute.values[wish[a]])),
    })),
  };
}

/** One for each reply to the question that tells most, with the share of all who would reply so. */
function grouped(people: readonly Hypothesis[]): readonly Hypothesis[] {
  const shares = people.map(({ wish, probability }) => ({ wish, share: probability }));
  const [telling] = LAMP_ATTRIBUTES.map((_, a) => a).sort((a, b) => bitsOf(shares, b) - bitsOf(shares, a));
  const groups = Map.groupBy(people, ({ wish }) => wish[telling]);
  return [...groups.values()]
    .map((group) => ({ ...group[0], probability: group.reduce((sum, { probability }) => sum + probability, 0) }))
    .sort((a, b) => b.probability - a.probability);
}

/** Entropy of what the people would reply, in bits. */
function bitsOf(people: readonly { wish: ShopWish; share: number }[], attribute: number): number {
  const shares = new Map<number, number>();
  for (const { wish, share } of people) shares.set(wish[attribute], (shares.get(wish[attribute]) ?? 0) + share);
  const total = [...shares.values()].reduce((sum, share) => sum + share, 0);
  return [...shares.values()].reduce((bits, share) => {
    return share === 0 ? bits : bits - (share / total) * Math.log2(share / total);
  }, 0);
}

/**
 * The assistant: recommends the lamp that its notes name, else the one that most of those who may be asking would take, none
 * that was said already.
 */
function assist({ prompt, options }: ScriptedCall): string {
  const shop = shopOf(prompt);
  const talk = options.prompt.flatMap(({ role, content }) => {
    if (role === 'system' || typeof content === 'string') return [];
    return [{ role, text: content.map((part) => (part.type === 'text' ? part.text : '')).join(' ') }];
  });
  const told = itemsNamed(shop, blockIn(prompt, 'recommendation')).at(0);
  const shown = talk.flatMap(({ role, text }) => (role === 'assistant' ? itemsNamed(shop, text) : []));
  const said = talk.flatMap(({ role, text }) => (role === 'user' ? [valuesIn(text)] : []));
  const stated = LAMP_ATTRIBUTES.map((_, a) => said.findLast((wish) => wish[a] !== ANY)?.[a] ?? ANY);
  const people = posterior(shop, stated);
  const liked = (item: number): number =>
    people.reduce((sum, { wish, probability }) => sum + (serves(shop, item, wish) ? probability : 0), 0);
  const left = served(shop, stated).filter((item) => !shown.includes(item));
  const item = told ?? left.toSorted((a, b) => liked(b) - liked(a)).at(0);
  if (item === undefined) return 'We have no other lamp like that.';
  const { name, facts } = shop.view(item);
  return `I would take ${name}: ${facts.map(({ label, value }) => `${label} ${value}`).join(', ')}.`;
}

/**
 * The simulated user, as the layer's arithmetic has it: answers what is asked, but for a shrug in ten; leaves when served;
 * after a lamp that does not serve, says all that is wanted, or leaves without it, by the chance of the costs.
 */
function playUser({ prompt, options }: ScriptedCall): object {
  const wish = valuesIn(blockIn(prompt, 'person'));
  const last = blockIn(prompt, 'conversation').split('\n').at(-1) ?? '';
  const chance = createRandom(options.seed ?? 0).next();
  const asked = attributeAsked(last);
  if (last.endsWith('?') && asked !== undefined) {
    const knows = wish[asked] !== ANY && chance >= SHRUG;
    return { done: false, say: knows ? LAMP_ATTRIBUTES[asked].values[wish[asked]] : 'I do not mind.' };
  }
  if (unmet(wish, last).length === 0 || chance >= DEFAULT_COSTS.corrects) return { done: true, say: 'DONE' };
  const wanted = wish.flatMap((code, a) => (code === ANY ? [] : [LAMP_ATTRIBUTES[a].values[code]]));
  return { done: false, say: `No, it should be ${wanted.join(', ')}.` };
}

/** The judge: served or not by the last lamp that was recommended. */
function judgeTalk({ prompt }: ScriptedCall): object {
  const wish = valuesIn(blockIn(prompt, 'person'));
  const recommended = blockIn(prompt, 'conversation')
    .split('\n')
    .filter((line) => /^assistant: I would take/.test(line));
  const misses = recommended.map((line) => unmet(wish, line).length > 0);
  return {
    served: misses.at(-1) === false ? 10 : 0,
    missed: misses.filter((isMiss) => isMiss).length,
    interactivity: 5,
  };
}

/** Attributes in which a described lamp is not what the wish asks for. */
function unmet(wish: ShopWish, line: string): readonly number[] {
  const values = valuesIn(line);
  return wish.flatMap((code, a) => (code !== ANY && values[a] !== code ? [a] : []));
}

function mistaken(wish: ShopWish, random: Random): ShopWish {
  const a = random.integer(wish.length);
  return wish.map((code, i) => (i === a ? random.integer(LAMP_ATTRIBUTES[a].values.length) : code));
}

/** A standard normal number (Box & Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

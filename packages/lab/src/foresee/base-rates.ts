/**
 * The best simple rule: how much oftener a kind of turn is the true one than one of another shopper's, after such a turn
 * of the assistant's. Learnt from talks of other shoppers with the scripted assistant; knows nothing of the conversation.
 * @module
 */
import { createRandom } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import { hearAssistant } from '../users/hear-assistant.ts';
import { createShopper } from '../users/shopper.ts';
import { drawTemperament } from '../users/temperaments.ts';
import { drawIntent } from './case.ts';
import { NeutralAssistant } from './neutral-assistant.ts';
import { otherTurns } from './others.ts';
import { type ReplyKind, replyKind } from './reply-meaning.ts';

/** Talks that the rates are learnt from, and their turns at most. */
const TALKS = 80;
const TURNS = 6;
/** Added to every count (Laplace's rule of succession). */
const PRIOR = 1;

/** What the assistant's turn was. */
type Moment = 'asked' | 'shown' | 'nothing' | 'other';

/** How often each kind was true, and how often another's, by moment. */
type BaseRates = ReadonlyMap<string, { readonly true: number; readonly other: number }>;

const learnt: WeakMap<Shop, Promise<BaseRates>> = new WeakMap();

/** The rates of a shop; learnt once, always from the same talks. */
export function baseRates(shop: Shop): Promise<BaseRates> {
  let rates = learnt.get(shop);
  if (!rates) {
    rates = learn(shop);
    learnt.set(shop, rates);
  }
  return rates;
}

async function learn(shop: Shop): Promise<BaseRates> {
  const rates = new Map<string, { true: number; other: number }>();
  const count = (assistant: string, turn: string, as: 'true' | 'other'): void => {
    const key = keyOf(shop, assistant, turn);
    const rate = rates.get(key) ?? { true: 0, other: 0 };
    rate[as]++;
    rates.set(key, rate);
  };
  for (let k = 0; k < TALKS; k++) {
    // Seeds of measurements are numbers: these shoppers are never among those measured.
    const random = createRandom(`base rates ${k}`);
    const temperament = drawTemperament(random);
    const user = createShopper(shop, drawIntent(shop, random.split('intent')), temperament, random.split('user'));
    const assistant = new NeutralAssistant(shop);
    let text: string | undefined = await user.open();
    for (let turn = 0; turn < TURNS && text !== undefined; turn++) {
      const words = assistant.say(text);
      const out = user.said.length;
      text = await user.reply(words);
      if (text === undefined) break;
      const others = await otherTurns(
        { shop, temperament, out, assistant: words, truth: text },
        random.split('others').split(turn),
      );
      if (!others) continue;
      count(words, text, 'true');
      for (const other of others) count(words, other, 'other');
    }
  }
  return rates;
}

/** The chance of each candidate by its kind alone. */
export function foreseeByRates(
  shop: Shop,
  rates: BaseRates,
  assistant: string,
  next: readonly string[],
): readonly number[] {
  const odds = next.map((turn) => {
    const rate = rates.get(keyOf(shop, assistant, turn));
    return ((rate?.true ?? 0) + PRIOR) / ((rate?.other ?? 0) + PRIOR * 3);
  });
  const sum = odds.reduce((total, one) => total + one, 0);
  return odds.map((one) => one / sum);
}

function keyOf(shop: Shop, assistant: string, turn: string): string {
  const kind: ReplyKind = replyKind(shop, turn);
  return `${momentOf(shop, assistant)} ${kind}`;
}

function momentOf(shop: Shop, assistant: string): Moment {
  const heard = hearAssistant(shop, assistant);
  if (heard.nothingFits) return 'nothing';
  if (heard.items.length > 0) return 'shown';
  return heard.questions.length > 0 ? 'asked' : 'other';
}

/**
 * A shopper and an assistant, and a forecast after every turn of the assistant.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import type { Agent } from '../agent/agent.ts';
import type { PlayedTurn } from '../probe/played.ts';
import { shopScene } from '../shop/scene.ts';
import { hikingShop } from '../shop/shop.ts';
import { createShopper } from '../users/shopper.ts';
import { drawTemperament, type TemperamentSettings } from '../users/temperaments.ts';
import type { UserConduct } from '../users/user.ts';
import type { ShopCase } from './shop-cases.ts';

/** What is asked of every agent. */
export const WILL_BUY = {
  id: 'buys',
  question: 'Will the customer buy one of the trips in this conversation?',
} as const;

/** Most turns of the assistant. */
export const TURNS = 12;

/** How it went. */
export interface Shopped {
  readonly outcome: boolean;
  /** After each turn of the assistant, while nothing was decided; undefined where the agent makes no forecast. */
  readonly forecasts: readonly (number | undefined)[];
  readonly conduct: UserConduct;
  readonly turns: readonly PlayedTurn[];
}

/** What a conversation is played with. */
export interface ShopOptions {
  readonly shopCase: Pick<ShopCase, 'intent' | 'shelf'>;
  readonly agent: Agent;
  readonly random: Random;
  readonly model?: LanguageModelV4;
  readonly temperament?: TemperamentSettings;
  readonly turns?: number;
  /** Whether to leave the agent's forecasts out: rules have their own. */
  readonly isMute?: boolean;
  readonly onTurn?: (turn: PlayedTurn) => void;
}

/** Plays one conversation. Once the shopper has decided, nothing is forecast any more. */
export async function playShop(options: ShopOptions): Promise<Shopped> {
  const { shopCase, agent, random, model, isMute, onTurn } = options;
  const shop = hikingShop();
  const temperament = drawTemperament(random.split('user'), options.temperament);
  const shopper = createShopper(shop, shopCase.intent, temperament, random.split('user'));
  const talk = agent.begin(shopScene(shop, { shelf: shopCase.shelf }), {
    random: random.split('agent'),
    ...(model && { model }),
  });
  const turns: PlayedTurn[] = [];
  const forecasts: (number | undefined)[] = [];
  const record = (turn: PlayedTurn): void => {
    turns.push(turn);
    onTurn?.(turn);
  };

  let said: string | undefined = await shopper.open();
  for (let turn = 0; turn < (options.turns ?? TURNS) && said !== undefined; turn++) {
    record({ speaker: 'user', text: said });
    const { text, act, decision } = await talk.say(said);
    const stated = isMute ? undefined : await talk.forecast?.(WILL_BUY);
    forecasts.push(stated);
    record({ speaker: 'assistant', text, ...(act && { act }), ...(decision && { decision }), note: noteOf(stated) });
    said = await shopper.reply(text);
    if (shopper.end) break;
  }
  const outcome = shopper.end?.how === 'took';
  if (shopper.end && said !== undefined)
    record({ speaker: 'user', text: said, note: outcome ? 'bought' : 'did not buy' });
  return { outcome, forecasts, conduct: shopper.conduct(), turns };
}

/** A forecast for a person to read. */
export function noteOf(stated: number | undefined): string {
  return stated === undefined ? 'no forecast' : `will buy: ${Math.round(100 * stated)}%`;
}

/**
 * A customer and an assistant, and a forecast after every turn of the assistant.
 * @module
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Random } from '@sente/engine';
import type { Agent } from '../agent/agent.ts';
import type { PlayedTurn } from '../probe/played.ts';
import type { PlayOptions } from '../probe/probe.ts';
import type { UserConduct } from '../users/user.ts';
import type { CustomerCase } from './customer-cases.ts';
import { beginCustomer } from './customers.ts';

/** What is asked of every agent. */
const WILL_BUY = {
  id: 'buys',
  question: 'Will the customer buy one of the trips in this conversation?',
} as const;

/** Most turns of the assistant. */
const TURNS = 12;

/** How it went. */
export interface Served {
  readonly outcome: boolean;
  /** After each turn of the assistant, while nothing was decided; undefined where the agent makes no forecast. */
  readonly forecasts: readonly (number | undefined)[];
  readonly conduct?: UserConduct;
  readonly turns: readonly PlayedTurn[];
}

/** What a conversation is played with. */
export interface CustomerOptions {
  readonly customer: CustomerCase;
  readonly agent: Agent;
  readonly random: Random;
  readonly model?: LanguageModelV4;
  /** What was set about users and turns. */
  readonly settings?: Omit<PlayOptions, 'seed'>;
  /** Whether to leave the agent's forecasts out: rules have their own. */
  readonly isMute?: boolean;
  readonly onTurn?: (turn: PlayedTurn) => void;
}

/** Plays one conversation. Once the customer has decided, nothing is forecast any more. */
export async function playCustomer(options: CustomerOptions): Promise<Served> {
  const { agent, random, model, isMute, onTurn, settings = {} } = options;
  const customer = beginCustomer(options.customer, settings, random.split('user'));
  const talk = agent.begin(customer.scene, { random: random.split('agent'), ...(model && { model }) });
  const turns: PlayedTurn[] = [];
  const forecasts: (number | undefined)[] = [];
  const record = (turn: PlayedTurn): void => {
    turns.push(turn);
    onTurn?.(turn);
  };

  let said: string | undefined = await customer.open();
  for (let turn = 0; turn < (settings.turns ?? TURNS) && said !== undefined; turn++) {
    record({ speaker: 'user', text: said });
    const { text, act, decision } = await talk.say(said);
    const stated = isMute ? undefined : await talk.forecast?.(WILL_BUY);
    forecasts.push(stated);
    record({ speaker: 'assistant', text, ...(act && { act }), ...(decision && { decision }), note: noteOf(stated) });
    said = await customer.reply(text);
    if (customer.bought() !== undefined) break;
  }
  const outcome = customer.bought() ?? false;
  if (said !== undefined) record({ speaker: 'user', text: said, note: outcome ? 'bought' : 'did not buy' });
  const conduct = customer.conduct?.();
  return { outcome, forecasts, ...(conduct && { conduct }), turns };
}

/** A forecast for a person to read. */
export function noteOf(stated: number | undefined): string {
  return stated === undefined ? 'no forecast' : `will buy: ${Math.round(100 * stated)}%`;
}

/**
 * A shopkeeper: everything that an assistant in a shop does, decided by value.
 * @module
 */
import { createRandom } from '@sente/engine';
import { checkHorizon, groundwork } from '../concierge/concierge.ts';
import type { Catalog } from '../table/catalog.ts';
import { forecastSale } from './forecast.ts';
import { foreseeNext } from './foresee.ts';
import type { Commitment, GoalStanding, KeeperReply, Shopkeeper, ShopkeeperOptions } from './keeper.ts';
import { NOTICED, noticeEvents } from './notice.ts';
import { type Keep, type KeeperState, startKeeper } from './state.ts';
import { openingTurn, takeTurn } from './take-turn.ts';

/** The most of one message that is read, in UTF-16 units. */
const LONGEST_MESSAGE = 2000;

class Conversation implements Shopkeeper {
  private readonly keep: Keep;
  private state: KeeperState;

  constructor(keep: Keep, state: KeeperState) {
    this.keep = keep;
    this.state = state;
  }

  open(): KeeperReply {
    return this.take(openingTurn(this.keep, this.state));
  }

  say(text: string): KeeperReply {
    return this.take(takeTurn(this.keep, this.state, text.slice(0, LONGEST_MESSAGE).toWellFormed()));
  }

  notice(event: string): KeeperReply {
    const { events = [], dialogue } = this.state;
    const now = event.trim() === '' ? events : [...events, event].slice(-NOTICED);
    const isSilence = now === events;
    const { text, decision } = noticeEvents(isSilence ? [...events, ''] : now, this.keep.horizon);
    if (!isSilence) this.state = { ...this.state, events: now };
    return { text, act: text === '' ? 'wait' : 'offer', items: [], decision, ended: dialogue.ended };
  }

  forecast(): number {
    return forecastSale(this.keep, this.state);
  }

  foresee(next: readonly string[]): readonly number[] {
    return foreseeNext(this.keep, this.state, next);
  }

  fork(seed: number | string): Shopkeeper {
    return new Conversation({ ...this.keep, dice: createRandom(seed) }, this.state);
  }

  goals(): readonly GoalStanding[] {
    const { agenda, notes } = this.state;
    return agenda.goals.map(({ goal: { id }, progress, refusals }) => ({
      id,
      reached: progress >= 1,
      refusals,
      raised: notes[id]?.raised ?? 0,
      ...(notes[id]?.found !== undefined && { found: notes[id].found }),
    }));
  }

  vault(): readonly Commitment[] {
    return Object.values(this.state.puzzles).flatMap(({ about, universe, secret, turn, over }) =>
      secret === undefined ? [] : [{ about, value: universe[secret], turn, released: over }],
    );
  }

  private take({ reply, state }: { reply: KeeperReply; state: KeeperState }): KeeperReply {
    this.state = state;
    return reply;
  }
}

/** Starts a conversation about a catalogue. Throws RangeError when the horizon is not 0 … 4. */
export function createShopkeeper(catalog: Catalog, options: ShopkeeperOptions = {}): Shopkeeper {
  const { index, listen } = groundwork(catalog);
  const horizon = checkHorizon(options.horizon ?? 2);
  const dice = createRandom(options.seed ?? 1);
  const keep = { index, listen, options, horizon, dice, secrets: dice.split('vault') };
  return new Conversation(keep, startKeeper(index, options));
}

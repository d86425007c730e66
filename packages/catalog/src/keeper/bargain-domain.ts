/**
 * Bargaining as a world of the engine: accept, or ask for less, against a belief over what the other side would pay.
 *
 * R\* of a deal at price p is SERVED + (1 − SERVED) · (p − reserve) / (list − reserve): somebody is served, and the rest
 * is the shop's margin. No deal is 0, and every round costs a turn. Replies are listed, so the engine looks ahead exactly.
 * @module
 */
import type { Act, Domain, Outcome } from '@sente/engine';
import { type Buyer, nextOffer, TAKES, TAKES_STILL, walking } from './buyer-model.ts';
import { TURN } from './costs.ts';

/** Share of a deal's worth that is the customer's being served. */
const SERVED = 0.3;
/** Prices that are considered each time. */
const PRICES = 7;
/** Further in, fewer. */
const LATER = 3;

/** The terms; all in the table's currency. */
export interface Terms {
  readonly list: number;
  readonly reserve: number;
  /** What a price is rounded to. */
  readonly step: number;
}

/** A point in a negotiation. */
export interface BargainState {
  readonly buyer: Buyer;
  /** The best offer so far; 0 before the first. */
  readonly offer: number;
  readonly ask: number;
  readonly round: number;
  readonly final: boolean;
  readonly now: 'open' | 'deal' | 'left';
  /** Price of the deal. */
  readonly price: number;
}

/** Accepts the offer, or asks for a price. */
export type BargainAct = Act & { readonly price: number };

/** The prices that may be asked for: above the reserve and the offer, no more than was asked before. */
export function prices({ list, reserve, step }: Terms, { offer, ask }: BargainState, most: number): number[] {
  const low = Math.max(reserve + Math.max(step, 0.01 * list), offer + step);
  if (low >= ask) return [ask];
  const all = Array.from({ length: most }, (_, k) => low + ((ask - low) * k) / (most - 1));
  return [...new Set(all.map((price) => Math.min(ask, Math.ceil(price / step) * step)))];
}

/** The domain. Intents are positions in the belief's limits. */
export function createBargainDomain(terms: Terms, round: number): Domain<BargainState, number, BargainAct> {
  const { list, reserve } = terms;
  const margin = (price: number): number => Math.max(0, Math.min(1, (price - reserve) / Math.max(1, list - reserve)));
  const worth = ({ now, price, round: at }: BargainState): number =>
    (now === 'deal' ? SERVED + (1 - SERVED) * margin(price) : 0) - TURN * (at - round);
  const replies = (state: BargainState, act: BargainAct): { k: number; probability: number; next: BargainState }[] => {
    const { buyer, offer, final } = state;
    const after = {
      ...state,
      round: state.round + 1,
      ask: act.kind === 'answer' ? state.ask : act.price,
      final: false,
    };
    return buyer.limits.flatMap((limit, k) => {
      const weight = buyer.weights[k];
      if (weight === 0) return [];
      const deal = { ...after, now: 'deal' as const, price: act.price };
      if (act.kind === 'answer') return [{ k, probability: weight, next: deal }];
      const still = state.round > 0 && act.price >= state.ask;
      const takes = limit < act.price ? 0 : still ? TAKES_STILL : TAKES;
      const leaves = limit >= act.price ? 0 : walking(state.round, final, still);
      const stays = 1 - takes - leaves;
      const raised = final ? offer : Math.round(nextOffer(limit, offer, act.price) / (0.03 * list)) * 0.03 * list;
      return [
        { k, probability: weight * takes, next: deal },
        { k, probability: weight * leaves, next: { ...after, now: 'left' as const } },
        { k, probability: weight * stays, next: { ...after, offer: Math.max(offer, raised) } },
      ].filter(({ probability }) => probability > 0);
    });
  };
  const outcomes = (state: BargainState, act: BargainAct): Outcome<BargainState>[] => {
    const groups = new Map<string, { next: BargainState; weights: number[] }>();
    for (const { k, probability, next } of replies(state, act)) {
      const key = `${next.now}/${next.offer}`;
      const group = groups.get(key) ?? { next, weights: state.buyer.limits.map(() => 0) };
      group.weights[k] += probability;
      groups.set(key, group);
    }
    return [...groups.values()].map(({ next, weights }) => {
      const probability = weights.reduce((sum, weight) => sum + weight, 0);
      const belief = { ...state.buyer, weights: weights.map((weight) => weight / probability) };
      return { probability, state: { ...next, buyer: belief } };
    });
  };
  /** The offer in hand, or the chance that somebody who stays takes a price between offer and limit. */
  const forecast = (state: BargainState): number => {
    if (state.now !== 'open') return worth(state);
    const spent = TURN * (state.round + 1 - round);
    const inHand = state.offer > reserve ? SERVED + (1 - SERVED) * margin(state.offer) : 0;
    const hoped = state.buyer.limits.reduce((sum, limit, k) => {
      const likely = (Math.max(state.offer, reserve) + Math.min(limit, state.ask)) / 2;
      if (limit <= reserve) return sum;
      return (
        sum +
        state.buyer.weights[k] * (SERVED + (1 - SERVED) * margin(likely)) * (1 - walking(state.round, state.final))
      );
    }, 0);
    return Math.max(inHand, 0.9 * hoped) - spent;
  };
  return {
    acts(state) {
      if (state.now !== 'open') return [];
      const some = prices(terms, state, state.round > round ? LATER : PRICES);
      const asks = some.map((price): BargainAct => ({ kind: 'offer', id: `ask:${price}`, price }));
      return state.offer >= reserve && state.offer > 0
        ? [{ kind: 'answer', id: `accept:${state.offer}`, price: state.offer }, ...asks]
        : asks;
    },
    imagine: ({ buyer }, random) => random.weighted(buyer.weights),
    respond(state, act, intent, random) {
      const own = replies(state, act).filter(({ k }) => k === intent);
      return own[random.weighted(own.map(({ probability }) => probability))].next;
    },
    reward: worth,
    worth,
    forecast,
    outcomes,
    intents: ({ buyer }) =>
      buyer.weights.map((weight, intent) => ({ intent, weight })).filter(({ weight }) => weight > 0),
  };
}

/**
 * Bargaining over the price of one item. The reserve is kept private: no price is asked at or below it, none below it is
 * accepted, and whoever fishes for it is told what can be done instead.
 * @module
 */
import { planned } from '@sente/engine';
import { join } from '../speak/grammar.ts';
import { quantity } from '../speak/quantity.ts';
import { createSpeaker } from '../speak/voice.ts';
import { type BargainState, createBargainDomain, type Terms } from './bargain-domain.ts';
import { afterOffer, afterRefusal, someBuyer } from './buyer-model.ts';
import { decideAmong, type KeeperOption, type Taken } from './draft.ts';
import { hearPrice, type PriceTalk } from './hear-offer.ts';
import { leadOn } from './leads.ts';
import { nameFinder } from './names.ts';
import type { Keep, KeeperState } from './state.ts';

/** A negotiation under way. */
export interface Bargain {
  readonly item: number;
  readonly state: BargainState;
}

/** Takes the turn if it is about a price that may be bargained over; undefined leaves it to others. */
export function bargainTurn(keep: Keep, state: KeeperState, text: string, preface: string): Taken | undefined {
  const reserves = keep.options.reserves ?? [];
  if (reserves.length === 0 || state.dialogue.ended) return undefined;
  const named = nameFinder(keep.index.catalog)(text).map(({ item }) => item);
  const [own] = named.filter((item) => reserves.some((one) => one.item === item));
  if (named.length > 0 && own === undefined) return undefined;
  const item = own ?? state.bargain?.item ?? state.focus ?? (reserves.length === 1 ? reserves[0].item : undefined);
  const terms = item === undefined ? undefined : termsOf(keep, item);
  if (item === undefined || !terms) return undefined;
  const { list } = terms;
  const under = state.bargain?.item === item ? state.bargain : undefined;
  // A figure in reply to a question of ours is its answer.
  const focused = state.focus === item && state.raised === undefined && state.dialogue.open?.act.kind !== 'ask';
  const heard = hearPrice(text, { list, ask: under?.state.ask ?? list, active: under !== undefined, focused });
  // "Too expensive" about a list of items looks for another one, and haggles over none.
  const about = own !== undefined || under !== undefined || state.focus === item || heard?.kind === 'lowest';
  if (!heard || !(about || (heard.kind === 'offer' && reserves.length === 1 && state.dialogue.shown.length < 2)))
    return undefined;
  const start: BargainState = {
    buyer: someBuyer(list),
    offer: 0,
    ask: list,
    round: 0,
    final: false,
    now: 'open',
    price: 0,
  };
  const before = under?.state ?? start;
  return reply(
    keep,
    { ...state, focus: item },
    item,
    terms,
    take(before, terms, heard, under !== undefined),
    heard,
    preface,
  );
}

/** The terms of an item that may be bargained over: its price stands in the table, its reserve among the options. */
export function termsOf({ index, options }: Keep, item: number): Terms | undefined {
  const reserve = options.reserves?.find((one) => one.item === item)?.price;
  const position = index.catalog.attributes.findIndex(({ role }) => role === 'price');
  const list = index.catalog.columns[position]?.numbers?.[item];
  if (reserve === undefined || list === undefined || !(list > 0)) return undefined;
  return { list, reserve, step: list >= 200 ? 5 : 1 };
}

/** The negotiation once what was said is folded in. */
function take(before: BargainState, { list }: Terms, heard: PriceTalk, active: boolean): BargainState {
  const refused = active && heard.kind !== 'accept' ? afterRefusal(before.buyer, before.ask) : before.buyer;
  if (heard.kind === 'accept') return { ...before, now: 'deal', price: before.ask };
  if (heard.kind !== 'offer')
    return { ...before, buyer: refused, final: heard.kind === 'leave' || (heard.kind === 'less' && heard.final) };
  const buyer = afterOffer(refused, list, heard.price, before.offer, before.ask, heard.final);
  return { ...before, buyer, offer: Math.max(before.offer, heard.price), final: heard.final };
}

function reply(
  keep: Keep,
  state: KeeperState,
  item: number,
  terms: Terms,
  now: BargainState,
  heard: PriceTalk,
  preface: string,
): Taken {
  const { catalog } = keep.index;
  const unit = catalog.attributes.find(({ role }) => role === 'price')!;
  const money = (price: number): string => quantity(unit, price);
  const name = catalog.view(item).name;
  const speaker = createSpeaker(state.voice, keep.dice.split('bargain').split(state.turn));
  const close = (price: number, options: readonly KeeperOption[], id: string): Taken => {
    const words = speaker.say('keeper.deal', [
      `Agreed: ${name} for ${money(price)}. It is yours.`,
      `${money(price)} it is, and ${name} is yours.`,
      `Done: ${money(price)} for ${name}.`,
    ]);
    const { shown } = decideAmong(keep.horizon, options, id);
    const dialogue = { ...state.dialogue, ended: true };
    const { bargain: _, ...rest } = state;
    const after = { ...rest, turn: state.turn + 1, dialogue, voice: speaker.voice, sold: { item, price } };
    const text = join([preface, words]);
    return leadOn(
      keep,
      { reply: { text, act: 'answer', items: [], decision: shown, ended: true }, state: after },
      { moment: 'served', value: 1, expected: 1 },
    );
  };
  if (now.now === 'deal') {
    return close(
      now.price,
      [{ act: { kind: 'answer', id: 'deal', label: `agree on ${money(now.price)}` }, value: 1 }],
      'deal',
    );
  }
  const passive = keep.horizon === 0;
  const domain = createBargainDomain(terms, now.round);
  // Looking at the reply alone, an offer that may be taken is taken, and otherwise the price is what the table says.
  const plan = planned({ domain, horizon: Math.max(1, keep.horizon), breadth: 4 }).decide(now, keep.dice);
  const takes = passive ? now.offer >= terms.reserve && now.offer > 0 : plan.chosen.kind === 'answer';
  const ask = passive ? terms.list : plan.chosen.price;
  const options = passive
    ? [
        {
          act: {
            kind: 'answer' as const,
            id: 'now',
            label: takes ? `accept ${money(now.offer)}` : `name ${money(ask)}`,
          },
          value: 0,
        },
      ]
    : plan.candidates.map(
        ({ act, value, depth }): KeeperOption => ({
          act: { kind: act.kind, id: act.id, label: `${act.kind === 'answer' ? 'accept' : 'ask'} ${money(act.price)}` },
          value,
          ...(depth !== undefined && { depth }),
        }),
      );
  if (takes) return close(now.offer, options, passive ? 'now' : plan.chosen.id);
  const { shown } = decideAmong(keep.horizon, options, passive ? 'now' : plan.chosen.id);
  const firm = ask >= now.ask;
  const words =
    heard.kind === 'lowest'
      ? speaker.say('keeper.lowest', [
          `What I can do is ${money(ask)} for ${name}.`,
          `I would put it the other way round: ${money(ask)}, and ${name} is yours.`,
          `${money(ask)} is the price that I can name.`,
        ])
      : firm
        ? speaker.say('keeper.firm', [
            `${name} is ${money(ask)}; I have to stay there for now.`,
            `I am afraid that it is ${money(ask)} for ${name}.`,
            `${money(ask)} is the price of ${name}.`,
          ])
        : speaker.say('keeper.counter', [
            `I could let you have ${name} for ${money(ask)}.`,
            `Not quite. ${money(ask)}, and ${name} is yours.`,
            `Let us say ${money(ask)} for ${name}.`,
            `I can come down to ${money(ask)}.`,
          ]);
  const bargain: Bargain = { item, state: { ...now, ask, round: now.round + 1, final: false } };
  return {
    reply: { text: join([preface, words]), act: firm ? 'answer' : 'offer', items: [], decision: shown, ended: false },
    state: { ...state, turn: state.turn + 1, voice: speaker.voice, bargain },
  };
}

/**
 * What to do when nothing fits: offer changes to the wishes, one or two at a time, with or without the items that they
 * would bring, or say so and hand over. The same engine, the same scale of value.
 *
 * An imagined user takes one of the offered changes with the chance that the model gives; otherwise the user gives up a
 * wish of their own choice, which helps only if that is a change that brings something. With items on the table, the user
 * decides about the change and takes one of them in the same turn.
 * @module
 */
import type { Domain, Outcome } from '@sente/engine';
import type { CatalogAct } from './act.ts';
import { type Prospect, shares } from './prospects.ts';
import type { ShopperModel } from './shopper-model.ts';

/** Before and after the offer. */
export interface StuckState {
  readonly turns: number;
  readonly burden: number;
  /** `stuck`: nothing fits; `over`: handed over; `fits`: something fits again; `taken`: an item was taken. */
  readonly now: 'stuck' | 'over' | 'fits' | 'taken';
  /** Assistant turns that are expected to follow. */
  readonly ahead: number;
}

/** A user: the number of the change that this one goes for, or −1; and whether by their own choice. */
export interface StuckIntent {
  readonly change: number;
  readonly own: boolean;
}

/** Changes looked into; more would be a list to work through. */
const MOST = 4;

/** A wish that somebody gives up by themselves is replaced by another value as often as by none. */
const GIVEN_UP = 0.5;

/** The domain of one decision. `prospects`: the changes, best first; `wishes`: how many stand; `taking`: chance that the user takes an offered change. */
export function createStuckDomain(
  prospects: readonly Prospect[],
  wishes: number,
  turns: number,
  taking: number,
  model: ShopperModel,
): Domain<StuckState, StuckIntent, CatalogAct> & { readonly start: StuckState } {
  const changes = prospects.slice(0, MOST);
  const willing = changes.length === 0 ? 0 : taking;
  const single = changes.flatMap(({ change }, k) => (change.wishes.length === 1 ? [k] : []));
  const own = ((1 - willing) * GIVEN_UP) / Math.max(1, wishes);
  const intents = [
    ...changes.map((_, change) => ({ intent: { change, own: false }, weight: willing / changes.length })),
    ...single.map((change) => ({ intent: { change, own: true }, weight: own })),
    { intent: { change: -1, own: true }, weight: 1 - willing - own * single.length },
  ].filter(({ weight }) => weight > 0);
  const worth = (state: StuckState): number =>
    (state.now === 'taken' ? 1 : 0) - model.turnCost * state.turns - state.burden;
  const forecast = (state: StuckState): number =>
    state.now === 'over' || state.now === 'taken' ? worth(state) : 1 + worth(state) - model.turnCost * state.ahead;

  /** The act, as positions of the changes that it offers and how many of the items it shows are of each. */
  const read = (act: CatalogAct): { offered: number[]; shown: number[]; burden: number } => {
    const facts = act.facts.flatMap((fact) => (fact.kind === 'relax' ? [fact] : []));
    const offered = facts.map((fact) => changes.findIndex(({ change }) => change === fact));
    const items = act.kind === 'recommend' ? act.items : [];
    const shown = offered.map((k) => items.filter((item) => changes[k].items.includes(item)).length);
    return { offered, shown, burden: model.factCost * facts.length + model.itemCost * items.length };
  };
  const after = (state: StuckState, act: CatalogAct, intent: StuckIntent): Outcome<StuckState>[] => {
    const { offered, shown, burden } = read(act);
    const spent = { turns: state.turns + 1, burden: state.burden + burden };
    if (act.kind === 'abstain') return [{ probability: 1, state: { ...spent, now: 'over', ahead: 0 } }];
    const place = offered.indexOf(intent.change);
    if (intent.change < 0 || (place < 0 && !intent.own)) {
      const ahead = 2 + wishes / Math.max(1, changes.length);
      return [{ probability: 1, state: { ...spent, now: 'stuck', ahead } }];
    }
    const { change, pleased, turns: ahead } = changes[intent.change];
    const drift = intent.own ? 0 : model.driftCost * change.wishes.length;
    const next = { turns: spent.turns, burden: spent.burden + drift };
    const glad = place < 0 ? 0 : pleased[shown[place]];
    return [
      ...(glad > 0 ? [{ probability: glad, state: { ...next, now: 'taken' as const, ahead: 0 } }] : []),
      ...(glad < 1 ? [{ probability: 1 - glad, state: { ...next, now: 'fits' as const, ahead } }] : []),
    ];
  };
  const actOf = (...positions: number[]): CatalogAct[] => {
    const facts = positions.map((k) => changes[k].change);
    const lists = positions.map((k) => changes[k].items);
    const counts = shares(lists, model.listSize);
    const items = lists.flatMap((list, k) => list.slice(0, counts[k]));
    const name = positions.join(',');
    return [
      { kind: 'recommend', id: `recommend:changed:${name}`, items, facts },
      { kind: 'offer', id: `offer:${name}`, facts },
    ];
  };
  return {
    start: { turns, burden: 0, now: 'stuck', ahead: 0 },
    acts(state) {
      if (state.now !== 'stuck') return [];
      const offers = model.offers ? changes.flatMap((_, k) => (k > 0 ? [...actOf(k), ...actOf(0, k)] : actOf(k))) : [];
      return [...offers, { kind: 'abstain', id: 'abstain', facts: [] }];
    },
    imagine: (_, random) => intents[random.weighted(intents.map(({ weight }) => weight))].intent,
    respond(state, act, intent, random) {
      const ways = after(state, act, intent);
      return ways[random.weighted(ways.map(({ probability }) => probability))].state;
    },
    reward: worth,
    worth,
    forecast,
    outcomes(state, act): Outcome<StuckState>[] {
      const groups = new Map<string, { probability: number; state: StuckState }>();
      for (const { intent, weight } of intents) {
        for (const { probability, state: next } of after(state, act, intent)) {
          const key = `${next.now}/${next.burden}/${next.ahead}`;
          const before = groups.get(key)?.probability ?? 0;
          groups.set(key, { probability: before + weight * probability, state: next });
        }
      }
      return [...groups.values()];
    },
    intents: () => intents,
  };
}

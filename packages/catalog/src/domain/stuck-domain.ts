/**
 * What to do when nothing fits: offer changes to the wishes, one or two at a time, or say so and hand over. The same
 * engine, the same scale of value.
 *
 * An imagined user takes one of the offered changes with the chance that the model gives; otherwise the user gives up a
 * wish of their own choice, which helps only if that is a change that brings something.
 * @module
 */
import type { Domain, Outcome } from '@sente/engine';
import type { CatalogAct } from './act.ts';
import type { Relaxation } from './relaxations.ts';
import type { ShopperModel } from './shopper-model.ts';

/** Before and after the offer. */
export interface StuckState {
  readonly turns: number;
  readonly burden: number;
  /** `stuck`: nothing fits; `over`: handed over; a number: that many items fit again. */
  readonly now: 'stuck' | 'over' | number;
}

/** The domain of one decision. `taking`: chance that the user takes an offered change. An intent is the number of the change that the user would take, or −1. */
export function createStuckDomain(
  changes: readonly Relaxation[],
  wishes: number,
  turns: number,
  taking: number,
  model: ShopperModel,
): Domain<StuckState, number, CatalogAct> & { readonly start: StuckState } {
  const willing = changes.length === 0 ? 0 : taking;
  const intents = [
    ...changes.map((_, intent) => ({ intent, weight: willing / changes.length })),
    { intent: -1, weight: 1 - willing },
  ].filter(({ weight }) => weight > 0);
  const worth = (state: StuckState): number => -model.turnCost * state.turns - state.burden;
  const forecast = (state: StuckState): number => {
    if (state.now === 'over') return worth(state);
    const ahead = state.now === 'stuck' ? 2 + wishes / Math.max(1, changes.length) : turnsFor(state.now, model);
    return 1 + worth(state) - model.turnCost * ahead;
  };
  const after = (state: StuckState, act: CatalogAct, intent: number): StuckState => {
    const offered = act.facts.flatMap((fact) => (fact.kind === 'relax' ? [fact] : []));
    const spent = { turns: state.turns + 1, burden: state.burden + model.factCost * offered.length };
    if (act.kind === 'abstain') return { ...spent, now: 'over' };
    const taken = intent < 0 ? undefined : offered.find((fact) => fact === changes[intent]);
    if (!taken) return { ...spent, now: 'stuck' };
    return { turns: spent.turns, burden: spent.burden + model.driftCost * taken.wishes.length, now: taken.count };
  };
  return {
    start: { turns, burden: 0, now: 'stuck' },
    acts(state) {
      if (state.now !== 'stuck') return [];
      const offers: CatalogAct[] = [];
      changes.slice(0, 4).forEach((change, k) => {
        offers.push({ kind: 'offer', id: `offer:${k}`, facts: [change] });
        if (k > 0 && model.offers) offers.push({ kind: 'offer', id: `offer:0,${k}`, facts: [changes[0], change] });
      });
      return [...(model.offers ? offers : []), { kind: 'abstain', id: 'abstain', facts: [] }];
    },
    imagine: (_, random) => intents[random.weighted(intents.map(({ weight }) => weight))].intent,
    respond: (state, act, intent) => after(state, act, intent),
    reward: worth,
    worth,
    forecast,
    outcomes(state, act): Outcome<StuckState>[] {
      const groups = new Map<string, { probability: number; state: StuckState }>();
      for (const { intent, weight } of intents) {
        const next = after(state, act, intent);
        const key = `${next.now}/${next.burden}`;
        groups.set(key, { probability: weight + (groups.get(key)?.probability ?? 0), state: next });
      }
      return [...groups.values()];
    },
    intents: () => intents,
  };
}

/** Turns that so many items still take: halving them by a question a turn until one list holds them. */
function turnsFor(count: number, model: ShopperModel): number {
  return 1 + Math.max(0, Math.log2(count / model.listSize)) * 0.75;
}

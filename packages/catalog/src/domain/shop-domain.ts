/**
 * The catalogue as the engine sees it: one joint decision about what to ask, what to offer, what to recommend, and when.
 *
 * A state holds a set of imagined shoppers (intents drawn from the exact belief). A reply keeps the shoppers who would
 * have given it. So every value is an expectation over whole intents, the assistant of a continuation knows only the
 * set, and nothing is computed twice: who would accept what is worked out once a decision.
 * @module
 */
import type { Domain, Outcome } from '@sente/engine';
import { addBit, type Bitset, countBits, firstMember, hasBit, makeBitset, members } from '../index/bitset.ts';
import type { CatalogAct, Fact } from './act.ts';
import { firstPick, greedyCover } from './cover.ts';
import { INDIFFERENT } from './draw-shoppers.ts';
import { CHANGE_OF_MIND, expectedTurns } from './forecast.ts';
import { commonValue, replyBits } from './reply-spread.ts';
import { lonelyRank, type Shoppers } from './shoppers.ts';

/** A point in an imagined continuation. */
export interface ShopState {
  /** The shoppers who would have said everything that was said. */
  readonly alive: Bitset;
  /** Open attributes that were settled on the way: bit j is open attribute j. */
  readonly settled: number;
  /** Assistant turns so far, those of the real conversation included. */
  readonly turns: number;
  /** What questions and facts have cost so far on the way. */
  readonly burden: number;
  /** The user has taken an item. */
  readonly taken: boolean;
}

/** The domain over a set of shoppers; an intent is a shopper's number. */
export type ShopDomain = Domain<ShopState, number, CatalogAct> & { readonly start: ShopState };

/** Makes the domain of one decision. `turns`: assistant turns so far; `dismissed`: attributes not to be suggested. */
export function createShopDomain(shoppers: Shoppers, turns: number, dismissed: readonly number[] = []): ShopDomain {
  const { index, model, open, replies, swayed, heeds, count } = shoppers;
  const width = open.length;
  const places = new Map(open.map((attribute, j) => [attribute, j]));
  const place = (attribute: number): number => places.get(attribute)!;
  const everybody = makeBitset(count);
  for (let m = 0; m < count; m++) addBit(everybody, m);
  /** Everything is said and no item pleases anybody who is left: the wishes cannot all be had, and that is now clear. */
  const clear = (state: ShopState): boolean =>
    state.turns > turns && !state.taken && state.settled === 2 ** width - 1 && firstPick(shoppers, state.alive) < 0;
  const worthAt = (state: ShopState): number => {
    const spent = model.turnCost * state.turns + state.burden;
    if (clear(state)) return 1 - model.turnCost * CHANGE_OF_MIND - spent;
    return (state.taken ? 1 : 0) - spent;
  };

  /** Everything a shopper would say to an act, as one number: equal numbers, equal replies. */
  const replyTo = (act: CatalogAct, m: number): number => {
    let reply = 0;
    if (act.kind === 'ask') {
      const answer = replies[m * width + place(act.attribute)];
      if (answer === INDIFFERENT) reply = 0;
      else if (act.value === undefined) reply = answer + 1;
      else reply = answer === act.value ? 1 : 2;
    }
    for (const fact of act.facts) {
      if (fact.kind !== 'suggest') continue;
      const at = m * width + place(fact.attribute);
      let code = heeds[at] ? 2 + replies[at] : 0;
      if (replies[at] === INDIFFERENT) code = swayed[at];
      else if (replies[at] === fact.value) code = 1;
      reply = reply * (2 + index.catalog.attributes[fact.attribute].values.length) + code;
    }
    return reply;
  };

  /** What an act costs beside its turn. */
  const burdenOf = (act: CatalogAct): number => {
    const facts = model.factCost * act.facts.length;
    if (act.kind === 'ask') return model.questionCost + facts;
    return facts + (act.kind === 'recommend' ? model.itemCost * act.items.length : 0);
  };

  /** What is settled once shopper m has replied: the question, and the suggestions that were not passed over. */
  const settledBy = (state: ShopState, act: CatalogAct, m: number): number => {
    let settled = state.settled;
    if (act.kind === 'ask' && act.value === undefined) settled |= 1 << place(act.attribute);
    for (const fact of act.facts) {
      if (fact.kind !== 'suggest') continue;
      const j = place(fact.attribute);
      const reply = replies[m * width + j];
      const spoke = reply === INDIFFERENT ? swayed[m * width + j] : reply === fact.value || heeds[m * width + j];
      if (spoke) settled |= 1 << j;
    }
    return settled;
  };

  /** Who takes one of the items for sure, and who would only if the very item in mind is among them. */
  const pleased = (state: ShopState, items: readonly number[]): { sure: Bitset; maybe: Bitset } => {
    const sure = makeBitset(count);
    const maybe = makeBitset(count);
    for (const item of items) {
      const place = shoppers.pool.indexOf(item);
      if (place < 0) continue;
      const suits = shoppers.suits[place];
      for (let m = 0; m < count; m++) {
        if (!hasBit(suits, m) || !hasBit(state.alive, m)) continue;
        addBit(shoppers.alone[m] === place && shoppers.standsFor > 1 ? maybe : sure, m);
      }
    }
    for (let i = 0; i < maybe.length; i++) maybe[i] &= ~sure[i];
    return { sure, maybe };
  };

  /** The shoppers of a list, grouped by what they would say to an act. */
  const groupsOf = (act: CatalogAct, alive: Bitset): Map<number, Bitset> => {
    const groups = new Map<number, Bitset>();
    const some = members(alive, shoppers.scratch);
    for (let n = 0; n < some; n++) {
      const m = shoppers.scratch[n];
      const reply = replyTo(act, m);
      const bits = groups.get(reply) ?? makeBitset(count);
      groups.set(reply, bits);
      addBit(bits, m);
    }
    return groups;
  };

  const after = (state: ShopState, act: CatalogAct): ShopState => ({
    ...state,
    burden: state.burden + burdenOf(act),
    turns: state.turns + 1,
  });

  const workOut = (state: ShopState, act: CatalogAct): Outcome<ShopState>[] => {
    const next = after(state, act);
    const result: Outcome<ShopState>[] = [];
    let rest = state.alive;
    let glad = 0;
    if (act.kind === 'recommend') {
      const alive = countBits(state.alive);
      const { sure, maybe } = pleased(state, act.items);
      rest = without(state.alive, sure);
      glad = (countBits(sure) + countBits(maybe) / lonelyRank(shoppers, alive)) / alive;
      if (glad > 0) result.push({ probability: glad, state: { ...next, alive: either(sure, maybe), taken: true } });
    }
    const left = countBits(rest);
    if (left === 0 || glad >= 1) return result;
    for (const bits of groupsOf(act, rest).values()) {
      const settled = settledBy(state, act, firstMember(bits));
      result.push({ probability: ((1 - glad) * countBits(bits)) / left, state: { ...next, settled, alive: bits } });
    }
    return result;
  };

  const start: ShopState = { alive: everybody, settled: (1 << shoppers.agreed) - 1, turns, burden: 0, taken: false };
  /** What may come of an act now is asked for several times a decision: when it is screened, looked into and reported. */
  const now = new Map<string, Outcome<ShopState>[]>();
  const outcomes = (state: ShopState, act: CatalogAct): Outcome<ShopState>[] => {
    if (state !== start) return workOut(state, act);
    const known = now.get(act.id) ?? workOut(state, act);
    now.set(act.id, known);
    return known;
  };

  const forecast = (state: ShopState): number => {
    if (state.taken || clear(state)) return worthAt(state);
    return 1 - model.turnCost * (state.turns + expectedTurns(shoppers, state.alive, state.settled)) - state.burden;
  };

  return {
    start,
    acts: (state) =>
      state.taken || clear(state) ? [] : candidateActs(shoppers, state, dismissed, state.turns > turns),
    imagine(state, random) {
      let nth = random.integer(countBits(state.alive));
      for (let m = 0; m < count; m++) if (hasBit(state.alive, m) && nth-- === 0) return m;
      throw new RangeError('no shopper is left to imagine');
    },
    respond(state, act, m, random) {
      const next = after(state, act);
      let rest = state.alive;
      if (act.kind === 'recommend') {
        const { sure, maybe } = pleased(state, act.items);
        const lonely = lonelyRank(shoppers, countBits(state.alive));
        if (hasBit(sure, m) || (hasBit(maybe, m) && random.next() * lonely < 1)) {
          return { ...next, taken: true, alive: either(sure, maybe) };
        }
        rest = without(state.alive, sure);
      }
      const settled = settledBy(state, act, m);
      return { ...next, settled, alive: groupsOf(act, rest).get(replyTo(act, m))! };
    },
    reward: (state) => worthAt(state),
    worth: worthAt,
    forecast,
    outcomes,
    estimate: (state, act) =>
      outcomes(state, act).reduce((sum, { probability, state: next }) => sum + probability * forecast(next), 0),
    intents(state) {
      const weight = 1 / countBits(state.alive);
      return Array.from({ length: count }, (_, m) => m)
        .filter((m) => hasBit(state.alive, m))
        .map((intent) => ({ intent, weight }));
    },
  };
}

/** A value is suggested when at least this share of what the shoppers have in mind has it. */
const EVIDENCE = 1 / 3;

function either(a: Bitset, b: Bitset): Bitset {
  return a.map((word, i) => word | b[i]);
}

function without(a: Bitset, b: Bitset): Bitset {
  return a.map((word, i) => word & ~b[i]);
}

/**
 * Everything that could be done: a recommendation, each open question, and the best questions with suggestions along.
 * Further ahead (`later`) only what is likely to be best: a list, the two questions whose replies tell most, and the
 * first of them with all that can ride along.
 */
function candidateActs(
  shoppers: Shoppers,
  state: ShopState,
  dismissed: readonly number[],
  later: boolean,
): CatalogAct[] {
  const { model, open } = shoppers;
  const alive = shoppers.scratch.slice(0, members(state.alive, shoppers.scratch));
  const list = greedyCover(shoppers, alive, model.listSize);
  const anybody = list.count > 0;
  const items = anybody
    ? Array.from(list.places.subarray(0, list.count), (place) => shoppers.pool[place])
    : Array.from(shoppers.pool.subarray(0, model.listSize));
  const reached = list.pleased.subarray(0, list.count).reduce((sum, pleased) => sum + pleased, 0);
  const acts: CatalogAct[] = items.length > 0 ? [{ kind: 'recommend', id: 'recommend', items, facts: [] }] : [];
  // Further ahead, where one list does for everybody, nothing can be better than to show it.
  if (later && reached === alive.length) return acts;
  const spread = open.flatMap((attribute, j) => {
    if ((state.settled >>> j) & 1) return [];
    const bits = replyBits(shoppers, alive, j);
    return bits > 0 || !anybody ? [{ attribute, bits, j }] : [];
  });
  spread.sort((a, b) => b.bits - a.bits || a.attribute - b.attribute);
  for (const { attribute } of later ? spread.slice(0, 2) : spread)
    acts.push({ kind: 'ask', id: `ask:${attribute}`, attribute, facts: [] });
  if (!model.offers) return acts;
  const suggestions = spread
    // "Some include July" moves nobody: only attributes with one value an item have a value to suggest.
    .filter(({ attribute }) => !dismissed.includes(attribute) && !shoppers.index.catalog.columns[attribute].offsets)
    .slice(0, 4)
    .map(({ attribute, j }) => ({ attribute, ...commonValue(shoppers, alive, j) }))
    .filter(({ common, times, of }) => common !== INDIFFERENT && times >= EVIDENCE * of);
  const along = (act: CatalogAct, besides?: number): void => {
    const facts: Fact[] = [];
    const fitting = suggestions.filter(({ attribute }) => attribute !== besides).slice(0, 2);
    for (const { attribute, common, times, of } of fitting) {
      facts.push({ kind: 'suggest', attribute, value: common, count: times, of });
      if (later && facts.length < fitting.length) continue;
      const id = `${act.id}${facts.map((fact) => `+suggest:${(fact as { attribute: number }).attribute}`).join('')}`;
      acts.push({ ...act, id, facts: [...facts] });
    }
  };
  if (items.length > 0 && !later) along(acts[0]);
  for (const { attribute } of spread.slice(0, later ? 1 : 3)) {
    along({ kind: 'ask', id: `ask:${attribute}`, attribute, facts: [] }, attribute);
  }
  return acts;
}

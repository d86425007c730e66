/**
 * What moved a learned policy's scores: everything that was said or turned down, and the edges of the graph, each left out
 * in turn.
 *
 *   effect(e, a) = Q(a) − Q(a without e)
 *
 * Without a wish, or without what was turned down, the belief is the one that all the rest amounts to, and a question that
 * only this wish had answered is open again; without a question that was of no use, it has not been put. The turn stays what
 * it is. Source: Robnik-Šikonja & Kononenko 2008, "Explaining Classifications for Individual Instances", IEEE TKDE 20(5).
 * @module
 */
import type { Decision } from '@sente/engine';
import type { CatalogIndex } from '../index/catalog-index.ts';
import type { CatalogAct } from './act.ts';
import type { Effect } from './effect.ts';
import { type LearnedPoint, pointOf } from './learned-point.ts';
import { type LearnedValues, STOPPING } from './learned-turn.ts';
import { featureMass } from './ranked-belief.ts';
import { believe, type CatalogState, type StandingWish } from './state.ts';

/**
 * Something that a score rests on. `share`, 0 … 1: of an item its weight in the point that was scored, of an answer the belief
 * that it would be given, of a question what the policy's own edges say.
 */
export type Ground =
  | { readonly kind: 'wish'; readonly standing: StandingWish }
  /** Items that were turned down: under the wishes that stand, or before a wish was changed. */
  | { readonly kind: 'rejected' | 'doubted'; readonly items: readonly number[] }
  /** A question that the user could not answer, or that does not matter. */
  | { readonly kind: 'closed'; readonly attribute: number }
  | { readonly kind: 'item'; readonly item: number; readonly share: number }
  | { readonly kind: 'answer'; readonly attribute: number; readonly value: number; readonly share: number }
  /** All answers to an open question. */
  | { readonly kind: 'question'; readonly attribute: number; readonly share: number };

/** Why an act has the lead over the best of the others; or, if something else came before it, why it has not. */
export interface Evidence {
  readonly act: CatalogAct;
  readonly rival: CatalogAct;
  /** Value of the act less that of its rival. */
  readonly lead: number;
  /** The strongest first, by what it did to the lead. */
  readonly effects: readonly (Ground & Effect)[];
}

/**
 * Explains what was done on a learned decision; undefined for decisions of another policy, and for acts that were none of
 * its candidates. `state` is the one that was decided in. Scores it once for each ground.
 */
export function explainLearned(
  index: CatalogIndex,
  state: CatalogState,
  learned: LearnedValues,
  decision: Decision<CatalogAct>,
  done: CatalogAct = decision.chosen,
): Evidence | undefined {
  const candidate = decision.candidates.find(({ act }) => act.id === done.id);
  const rival = decision.candidates.find(({ act }) => act.id !== done.id);
  if (decision.policy !== 'learned' || !candidate || !rival) return undefined;
  const acts = [candidate.act, rival.act] as const;
  const point = pointOf(index, state);
  const whole = valuesAt(point, learned, acts);
  const effects: (Ground & Effect)[] = [];
  for (const { ground, without } of leavings(index, state)) {
    const left = valuesAt(withActsOf(point, pointOf(index, without)), learned, acts);
    const [onAct, onRival] = [whole[0] - left[0], whole[1] - left[1]];
    effects.push({ ...ground, onAct, onRival, onLead: onAct - onRival });
  }
  const { attributes, values } = point.edges;
  const { items, weights } = state.belief;
  const belief = featureMass({ items, weights, count: items.length }, point.edges);
  const [act, other] = acts.map((one) => actNumber(point, one));
  for (const { kind, node, share, onAct, onRival, onLead } of learned.explain?.(point, act, other) ?? []) {
    const ground = ((): Ground => {
      if (kind === 'item') return { kind, item: node, share };
      if (kind === 'answer') return { kind, attribute: attributes[node], value: values[node], share: belief[node] };
      return { kind, attribute: attributes[point.questions[node][0]], share };
    })();
    effects.push({ ...ground, onAct, onRival, onLead });
  }
  effects.sort((a, b) => Math.abs(b.onLead) - Math.abs(a.onLead));
  return { act: acts[0], rival: acts[1], lead: candidate.value - rival.value, effects };
}

/** Everything that was said or turned down, each with the state as it would be without it. */
function leavings(index: CatalogIndex, state: CatalogState): { ground: Ground; without: CatalogState }[] {
  const { wishes, rejected, doubted, closed } = state;
  const anew = (change: Partial<CatalogState>): CatalogState => {
    const after = { ...state, ...change };
    return { ...after, belief: believe(index, after) };
  };
  const found: { ground: Ground; without: CatalogState }[] = wishes.map((standing) => ({
    ground: { kind: 'wish', standing },
    without: anew({ wishes: wishes.filter((other) => other !== standing) }),
  }));
  if (rejected.length > 0) {
    found.push({ ground: { kind: 'rejected', items: rejected }, without: anew({ rejected: [] }) });
  }
  if (doubted.length > 0) {
    found.push({ ground: { kind: 'doubted', items: doubted }, without: anew({ doubted: [] }) });
  }
  for (const attribute of closed) {
    const without = { ...state, closed: closed.filter((other) => other !== attribute) };
    found.push({ ground: { kind: 'closed', attribute }, without });
  }
  return found;
}

/** Another point in which all acts of the first can be taken: its questions can be put, and what it offers is offered. */
function withActsOf({ questions, offers }: LearnedPoint, other: LearnedPoint): LearnedPoint {
  const { attributes } = other.edges;
  const open = new Set(other.questions.map(([first]) => attributes[first]));
  const settled = questions.filter(([first]) => !open.has(attributes[first]));
  return { ...other, questions: [...other.questions, ...settled], offers };
}

/** The number of an act in a point, as `LearnedValues` counts. */
function actNumber({ questions, offers, edges }: LearnedPoint, act: CatalogAct): number {
  if (act.kind === 'ask') return 1 + questions.findIndex(([first]) => edges.attributes[first] === act.attribute);
  if (act.kind !== 'recommend') return STOPPING;
  const [fact] = act.facts;
  if (fact?.kind !== 'suggest') return 0;
  const at = offers.findIndex(
    (feature) => edges.attributes[feature] === fact.attribute && edges.values[feature] === fact.value,
  );
  return 1 + questions.length + at;
}

function valuesAt(point: LearnedPoint, learned: LearnedValues, acts: readonly CatalogAct[]): number[] {
  const { list, questions, offers } = learned.score(point);
  const all = [list, ...Array.from(questions), ...Array.from(offers)];
  return acts.map((act) => {
    const number = actNumber(point, act);
    return number === STOPPING ? 0 : all[number];
  });
}

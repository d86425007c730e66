/**
 * Items and decisions as a person reads them.
 * @module
 */
import type { Decision } from '@sente/engine';
import type { CatalogAct } from '../domain/act.ts';
import type { CatalogState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { counted, listOf } from '../speak/grammar.ts';
import { relaxationName } from '../speak/relax.ts';
import { reasonFor } from '../speak/traits.ts';
import { traitInWords } from '../speak/wish-words.ts';
import type { ShownDecision, ShownItem } from './reply.ts';

/** The items of a recommendation, each with the wishes that it meets as its reasons. */
export function showItems(index: CatalogIndex, state: CatalogState, items: readonly number[]): ShownItem[] {
  const chances = new Map<number, number>();
  state.belief.items.forEach((item, k) => {
    if (items.includes(item)) chances.set(item, state.belief.weights[k]);
  });
  return items.map((item) => {
    const { id, name, image, link, description, facts } = index.catalog.view(item);
    return {
      item,
      id,
      name: name || id,
      ...(image !== undefined && { image }),
      ...(link !== undefined && { link }),
      ...(description !== undefined && { description }),
      facts: facts.map(({ label, value }) => ({ label, value })),
      reasons: state.wishes.flatMap(({ wish }) => reasonFor(index, item, wish) ?? []),
      probability: chances.get(item) ?? 0,
    };
  });
}

/** A decision with every act in words. */
export function showDecision(
  index: CatalogIndex,
  state: CatalogState,
  decision: Decision<CatalogAct>,
  chosen: CatalogAct,
): ShownDecision {
  const labels = new Map(decision.candidates.map(({ act }) => [act.id, labelOf(index, state, act)]));
  return {
    policy: decision.policy,
    horizon: decision.horizon,
    chosen: chosen.id,
    candidates: decision.candidates.map(({ act, value, error, samples, depth, suppressed }) => ({
      id: act.id,
      kind: act.kind,
      label: labels.get(act.id) as string,
      value,
      error,
      samples,
      ...(depth !== undefined && { depth }),
      ...(suppressed !== undefined && { suppressed }),
    })),
    why: inWords(decision.why, labels),
    cost: decision.cost,
  };
}

/** Ids of acts in a sentence, replaced by what they stand for; longer ids first, as one may begin another. */
function inWords(why: string, labels: ReadonlyMap<string, string>): string {
  const ids = [...labels.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(
    `(?<![\\w:])(?:${ids.map((id) => id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w:+])`,
    'g',
  );
  return why.replace(any, (id) => labels.get(id) ?? id);
}

/** An act in a few words: "ask for the brand", "ask about touchscreen", "recommend 3 laptops, suggesting Alps". */
export function labelOf(index: CatalogIndex, state: CatalogState, act: CatalogAct): string {
  return `${headOf(index, state, act)}${alsoIn(index, act)}`;
}

function headOf(index: CatalogIndex, state: CatalogState, act: CatalogAct): string {
  switch (act.kind) {
    case 'ask': {
      const attribute = index.catalog.attributes[act.attribute];
      if (act.value !== undefined) return `ask whether ${traitInWords(attribute, act.value)}`;
      return attribute.type === 'boolean' ? `ask about ${attribute.label}` : `ask for the ${attribute.label}`;
    }
    case 'recommend':
      return `recommend ${counted(act.items.length, index.catalog.noun)}`;
    case 'offer': {
      const changes = act.facts.flatMap((fact) =>
        fact.kind === 'relax' ? [`“${relaxationName({ index, state }, fact)}” (${fact.count})`] : [],
      );
      return changes.length > 0 ? `offer ${listOf(changes, 'or')}` : 'offer a fact';
    }
    case 'abstain':
      return 'say that nothing fits';
  }
}

/** What rides along with an act. */
function alsoIn(index: CatalogIndex, act: CatalogAct): string {
  const values = act.facts.flatMap((fact) =>
    fact.kind === 'suggest' ? [traitInWords(index.catalog.attributes[fact.attribute], fact.value)] : [],
  );
  const told = act.facts.some((fact) => fact.kind === 'count' || fact.kind === 'shared') ? ', with a fact' : '';
  return `${values.length > 0 ? `, suggesting ${listOf(values, 'and')}` : ''}${told}`;
}

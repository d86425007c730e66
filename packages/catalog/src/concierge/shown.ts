/**
 * Items and decisions as a person reads them.
 * @module
 */
import type { Decision } from '@sente/engine';
import type { CatalogAct } from '../domain/act.ts';
import type { CatalogState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { breachOf } from '../speak/changed.ts';
import { counted, listOf } from '../speak/grammar.ts';
import { relaxationName } from '../speak/relax.ts';
import { reasonFor } from '../speak/traits.ts';
import { traitInWords } from '../speak/wish-words.ts';
import type { OpenTurn } from './dialogue.ts';
import { changesIn } from './dialogue.ts';
import type { ShownDecision, ShownItem } from './reply.ts';

/** The items of a recommendation, each with the wishes that it meets as its reasons; then those that it breaks, if it was shown to say so. */
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
      reasons: [
        ...state.wishes.flatMap(({ wish }) => reasonFor(index, item, wish) ?? []),
        ...state.wishes.flatMap(({ wish, suggested }) => (suggested ? [] : (breachOf(index, item, wish) ?? []))),
      ],
      probability: chances.get(item) ?? 0,
    };
  });
}

/** A decision with every act in words. */
export function showDecision(
  index: CatalogIndex,
  state: CatalogState,
  decision: Decision<CatalogAct>,
  { act: chosen, because }: Pick<OpenTurn, 'act' | 'because'>,
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
    why: because
      ? `${because}: ${labelOf(index, state, chosen)}. ${inWords(decision.why, labels)}`
      : inWords(decision.why, labels),
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
  return why.replace(any, (id) => (labels.has(id) ? `“${labels.get(id)}”` : id));
}

/** An act in a few words: "ask for the brand", "ask about touchscreen", "recommend 3 laptops; suggest Alps". */
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
      if (changesIn(act).length > 0)
        return `show ${counted(act.items.length, index.catalog.noun)} with ${listOf(changed(index, state, act), 'or')}`;
      return `recommend ${counted(act.items.length, index.catalog.noun)}`;
    case 'offer': {
      const changes = changed(index, state, act);
      return changes.length > 0 ? `offer ${listOf(changes, 'or')}` : 'offer a fact';
    }
    case 'abstain':
      return 'say that nothing fits';
  }
}

/** The changes that an act offers, each with how many items it would bring: "any region (43)". */
function changed(index: CatalogIndex, state: CatalogState, act: CatalogAct): string[] {
  return changesIn(act).map((fact) => `${relaxationName({ index, state }, fact)} (${fact.count})`);
}

/** What rides along with an act. */
function alsoIn(index: CatalogIndex, act: CatalogAct): string {
  const values = act.facts.flatMap((fact) =>
    fact.kind === 'suggest' ? [traitInWords(index.catalog.attributes[fact.attribute], fact.value)] : [],
  );
  const told = act.facts.some((fact) => fact.kind === 'count' || fact.kind === 'shared') ? ', with a fact' : '';
  return `${values.length > 0 ? `; suggest ${listOf(values, 'and')}` : ''}${told}`;
}

/**
 * What moved a learned decision, as a person reads it.
 * @module
 */
import type { Evidence, Ground } from '../domain/evidence.ts';
import type { CatalogState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { listOf } from '../speak/grammar.ts';
import { oneLine, traitInWords, valueInWords, wishInWords } from '../speak/wish-words.ts';
import type { ShownEvidence, ShownGround } from './reply.ts';
import { labelOf } from './shown.ts';

/** Items that are named one by one. */
const NAMED = 2;

/** The evidence in words; `state` is the one that was decided in. */
export function showEvidence(index: CatalogIndex, state: CatalogState, evidence: Evidence): ShownEvidence {
  const { act, rival, lead, effects } = evidence;
  return {
    act: { id: act.id, label: labelOf(index, state, act) },
    rival: { id: rival.id, label: labelOf(index, state, rival) },
    lead,
    grounds: effects.map((effect) => ({
      id: idOf(state, effect),
      kind: effect.kind,
      label: inWords(index, effect),
      onAct: effect.onAct,
      onRival: effect.onRival,
      onLead: effect.onLead,
    })),
  };
}

/**
 * Grounds, without the questions that the act and its rival themselves are: each is worth most of what its act is worth, which
 * tells nobody why.
 */
export function tellingGrounds({ act, rival, grounds }: ShownEvidence): readonly ShownGround[] {
  const own = [act, rival].map(({ id }) => id.replace(/^ask:/, 'question:'));
  return grounds.filter(({ id }) => !own.includes(id));
}

function idOf(state: CatalogState, ground: Ground): string {
  switch (ground.kind) {
    case 'wish':
      return `wish:${state.wishes.indexOf(ground.standing)}`;
    case 'item':
      return `item:${ground.item}`;
    case 'answer':
      return `answer:${ground.attribute}=${ground.value}`;
    case 'question':
    case 'closed':
      return `${ground.kind}:${ground.attribute}`;
    default:
      return ground.kind;
  }
}

function inWords(index: CatalogIndex, ground: Ground): string {
  const { catalog } = index;
  switch (ground.kind) {
    case 'wish': {
      const { wish, suggested } = ground.standing;
      return `${suggested ? 'You agreed to' : 'You said'}: ${wishInWords(catalog, wish)}`;
    }
    case 'rejected':
      return `You turned down: ${named(index, ground.items)}`;
    case 'doubted':
      return `You turned down earlier: ${named(index, ground.items)}`;
    case 'closed':
      return `Asked in vain: ${catalog.attributes[ground.attribute].label}`;
    case 'question':
      return `Could be asked: ${catalog.attributes[ground.attribute].label}`;
    case 'item':
      return `${nameOf(index, ground.item)} may do, ${percent(ground.share)}`;
    case 'answer': {
      const attribute = catalog.attributes[ground.attribute];
      // "Not guided" says what it is about; "April" does not.
      const yesOrNo = attribute.type === 'boolean';
      const value = yesOrNo ? traitInWords(attribute, ground.value) : valueInWords(attribute, ground.value);
      return `Open: ${yesOrNo ? value : `${attribute.label} ${value}`}, ${percent(ground.share)}`;
    }
  }
}

function named(index: CatalogIndex, items: readonly number[]): string {
  const names = items.slice(0, NAMED).map((item) => nameOf(index, item));
  const more = items.length - names.length;
  return listOf(more > 0 ? [...names, `${more} more`] : names, 'and');
}

function nameOf(index: CatalogIndex, item: number): string {
  const { name, id } = index.catalog.view(item);
  return oneLine(name || id);
}

/** "18 %", "1.9 %", "< 0.1 %". */
function percent(share: number): string {
  const percents = 100 * share;
  return percents < 0.1 ? '< 0.1 %' : `${percents.toFixed(percents < 9.95 ? 1 : 0)} %`;
}

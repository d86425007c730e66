/**
 * Short replies to tap. Sending one's text as the next message means what it says.
 * @module
 */
import type { CatalogAct } from '../domain/act.ts';
import type { CatalogState } from '../domain/state.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { answersTo } from '../speak/options.ts';
import { relaxationName } from '../speak/relax.ts';
import { valueInWords } from '../speak/wish-words.ts';
import { changesIn, type Dialogue } from './dialogue.ts';

/** What the user could tap in reply to a turn; at most seven. */
export function tapsFor(index: CatalogIndex, dialogue: Dialogue, act: CatalogAct): string[] {
  const { guess, state } = dialogue;
  const replies = repliesTo(index, state, act);
  if (!guess) return replies;
  const attribute = index.catalog.attributes[guess.attribute];
  return [valueInWords(attribute, guess.value), ...replies.filter((reply) => reply !== 'yes' && reply !== 'no')].slice(
    0,
    7,
  );
}

function repliesTo(index: CatalogIndex, state: CatalogState, act: CatalogAct): string[] {
  switch (act.kind) {
    case 'ask': {
      const type = index.catalog.attributes[act.attribute].type;
      if (type === 'boolean' || act.value !== undefined) return ['yes', 'no', 'I don’t mind'];
      return [...answersTo({ index, state }, act.attribute).words, 'I don’t mind'];
    }
    case 'recommend': {
      const changes = changesIn(act).map((fact) => relaxationName({ index, state }, fact));
      const ranks = ['the first one', 'the second one', 'the third one'].slice(0, act.items.length);
      if (changes.length > 0) return [...(act.items.length === 1 ? ['I’ll take it'] : ranks), ...changes, 'no', 'why?'];
      return act.items.length === 1 ? ['I’ll take it', 'something else', 'why?'] : [...ranks, 'none of these', 'why?'];
    }
    case 'offer': {
      const changes = act.facts.filter((fact) => fact.kind === 'relax');
      if (changes.length > 1) return [...changes.map((_, i) => String(i + 1)), 'undo', 'start over'];
      return ['yes', 'no'];
    }
    case 'abstain':
      return ['undo', 'start over'];
  }
}

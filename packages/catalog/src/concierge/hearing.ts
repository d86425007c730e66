/**
 * What a message is heard against, read off the dialogue.
 * @module
 */
import type { HearContext } from '../hear/context.ts';
import type { CatalogIndex } from '../index/catalog-index.ts';
import { answersTo } from '../speak/options.ts';
import { relaxationName } from '../speak/relax.ts';
import { changesIn, type Dialogue } from './dialogue.ts';

/** The context of the next message. */
export function hearingFor(index: CatalogIndex, dialogue: Dialogue): HearContext {
  const { state, shown, open } = dialogue;
  const act = open?.act;
  const [first] = act?.facts ?? [];
  const wishes = state.wishes.map(({ wish }) => wish);
  const common = { wishes, ...(shown.length > 0 && { recommended: shown }) };
  if (dialogue.guess) {
    const { attribute, value } = dialogue.guess;
    return { ...common, asked: { attribute, value } };
  }
  if (act?.kind === 'ask') {
    const { attribute, value } = act;
    const asked = { attribute, ...(value !== undefined && { value }) };
    // With no items on the table, "1" is the first answer that the question names; a number may be an answer of its own.
    const named =
      value === undefined &&
      shown.length === 0 &&
      ['category', 'list'].includes(index.catalog.attributes[attribute].type);
    if (!named || !open) return { ...common, asked };
    const { options } = answersTo({ index, state: open.from }, attribute);
    return { ...common, asked, choices: options.map(({ words }) => words) };
  }
  if (act?.kind === 'offer' && first?.kind === 'suggest') {
    return { ...common, asked: { attribute: first.attribute, value: first.value } };
  }
  const changes = changesIn(act);
  if (changes.length === 0) return common;
  const names = changes.map((fact) => relaxationName({ index, state }, fact));
  return act?.kind === 'recommend' ? { ...common, named: names } : { ...common, choices: names };
}

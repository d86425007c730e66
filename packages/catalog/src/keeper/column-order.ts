/**
 * A form rather than a conversation: asks for one attribute a turn, from the first column on. What `by value` is measured
 * against.
 * @module
 */
import type { Steer } from '../concierge/respond.ts';
import type { CatalogState } from '../domain/state.ts';

/** Fewer items than this are shown rather than asked about. */
const FEW = 4;

/** The first open question in column order, until few items are left or no question is. */
export function inColumnOrder({ belief }: CatalogState): Steer {
  return ({ act }, { candidates }) => {
    const acts = candidates.map((candidate) => candidate.act);
    const questions = acts.flatMap((one) => (one.kind === 'ask' && one.facts.length === 0 ? [one] : []));
    const [first] = questions.sort((a, b) => a.attribute - b.attribute);
    if (!first || belief.items.length < FEW) {
      const list = acts.find((one) => one.kind === 'recommend' && one.facts.length === 0);
      return act.kind === 'recommend' || !list ? undefined : { act: list, because: 'Nothing is left to ask' };
    }
    return { act: first, because: 'The next column' };
  };
}

/**
 * `reactive`: asks the slots in column order, one a turn, leaving out those that were spoken of; only then looks for
 * items, and only then speaks of failure. The classic form filler.
 * @module
 */
import type { OfferAgent } from '../agent.ts';
import { Notes } from '../notes.ts';
import { ask, recommend, reportFailure, SHOWN } from './plain-acts.ts';

/** The agent. */
export const reactive: OfferAgent = {
  name: 'reactive',
  prepare: (catalog) => () => {
    const notes = new Notes(catalog);
    return {
      act() {
        const [slot] = notes.open();
        if (slot !== undefined) return ask(slot);
        const items = notes.left();
        return items.length > 0 ? recommend(items.slice(0, SHOWN)) : reportFailure(catalog);
      },
      hear: (act, moves) => notes.hear(act, moves),
    };
  },
};

/**
 * `bare` and `fresh`: assistants with no initiative at all. They show the first items that break nothing of what was
 * said, turn after turn, and when there are none they say so; they never ask and never offer.
 *
 * `bare` goes on with the conversation; `fresh` starts again from all that was said in every turn. What was said leaves
 * exactly the same items either way, so the two come to the same acts: here the difference between them is none, which
 * is what separates a table from a language model, that loses its way in its own earlier answers.
 * @module
 */
import type { OfferAgent } from '../agent.ts';
import { Notes } from '../notes.ts';
import { recommend, reportFailure, SHOWN } from './plain-acts.ts';

function passive(name: string): OfferAgent {
  return {
    name,
    prepare: (catalog) => () => {
      const notes = new Notes(catalog);
      return {
        act() {
          const items = notes.left();
          return items.length > 0 ? recommend(items.slice(0, SHOWN)) : reportFailure(catalog);
        },
        hear: (act, moves) => notes.hear(act, moves),
      };
    },
  };
}

/** Recommends at once. */
export const bare: OfferAgent = passive('bare');

/** The same from all that was said. */
export const fresh: OfferAgent = passive('fresh');

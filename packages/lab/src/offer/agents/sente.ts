/**
 * `sente`, and `sente` with its mouth shut about what nobody asked for: the concierge's own decision, with the
 * configuration that ships, the same in every cell.
 * @module
 */
import {
  type CatalogAct,
  type CatalogState,
  decideTurn,
  indexCatalog,
  startState,
  type TurnOptions,
} from '@sente/catalog';
import type { Random } from '@sente/engine';
import type { OfferAgent } from '../agent.ts';
import { foldTurn } from '../fold.ts';

/** An agent that decides with the concierge's planner. */
function conciergeAgent(name: string, options: TurnOptions = {}): OfferAgent {
  return {
    name,
    prepare(catalog) {
      const index = indexCatalog(catalog);
      // A decision hangs on the state alone: those whom the same was said to are decided for once.
      const decided = new Map<string, CatalogAct>();
      const decide = (state: CatalogState, random: Random): CatalogAct => {
        const { belief: _, ...said } = state;
        const key = JSON.stringify(said);
        const act = decided.get(key) ?? decideTurn(index, state, options, random).chosen;
        decided.set(key, act);
        return act;
      };
      return () => {
        let state = startState(index);
        return {
          act: (random) => decide(state, random),
          hear(act, moves) {
            state = foldTurn(index, state, act, moves);
          },
        };
      };
    },
  };
}

/** The concierge as it ships. */
export const sente: OfferAgent = conciergeAgent('sente');

/** The same without facts: what planning alone does. */
export const senteWithoutOffers: OfferAgent = conciergeAgent('sente-without-offers', { model: { offers: false } });

/**
 * Every agent of the `offer` probe, by name.
 * @module
 */
import type { OfferAgent } from '../agent.ts';
import { efficient } from './efficient.ts';
import { bare, fresh } from './passive.ts';
import { reactive } from './reactive.ts';
import { sente, senteWithoutOffers } from './sente.ts';

/** Simple ones first, as they stand in reports. */
export const OFFER_AGENTS: Readonly<Record<string, OfferAgent>> = Object.fromEntries(
  [bare, fresh, reactive, efficient, senteWithoutOffers, sente].map((agent) => [agent.name, agent]),
);

/**
 * The worker file of the `offer` probe.
 * @module
 */
import { serveCases } from '../run/worker-side.ts';
import { type OfferRow, type OfferSetup, prepareOffer } from './play.ts';

serveCases<OfferSetup, OfferRow>(prepareOffer);

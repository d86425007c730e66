/**
 * The embedded event traces: visits to the pages of a shop, most of whose events are best left alone.
 * @module
 */
import type { Random } from '@sente/engine';
import type { Shop } from '../shop/shop.ts';
import type { EventTrace } from './event-trace.ts';
import { VISITOR_KINDS, type VisitorKind, visit } from './visitor-kinds.ts';

/** Draws so many visits; their kinds are spread evenly, so that every twenty hold each kind's share. */
export function drawVisits(shop: Shop, visits: number, random: Random): EventTrace[] {
  const kinds = Object.entries(VISITOR_KINDS) as [VisitorKind, number][];
  return Array.from({ length: visits }, (_, visitor) => {
    // 13 and 20 have no common factor: the kinds take turns.
    let place = (((visitor * 13) % 20) + 0.5) * 5;
    const kind = kinds.find(([, share]) => {
      place -= share;
      return place < 0;
    })![0];
    return { id: `visit-${visitor + 1}-${kind}`, events: visit(kind, shop, random.split('visit').split(visitor)) };
  });
}

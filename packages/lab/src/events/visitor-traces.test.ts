import { createRandom } from '@sente/engine';
import { describe, expect, it } from 'vitest';
import { hikingShop } from '../shop/shop.ts';
import { eventWords } from './event-trace.ts';
import { VISITOR_KINDS } from './visitor-kinds.ts';
import { drawVisits } from './visitor-traces.ts';

const visits = drawVisits(hikingShop(), 100, createRandom(4));
const kindOf = (id: string): string => id.split('-')[2];

describe('made visits', () => {
  it('hold each kind of visitor in its share, and come out the same again', () => {
    for (const [kind, share] of Object.entries(VISITOR_KINDS)) {
      expect(visits.filter(({ id }) => kindOf(id) === kind)).toHaveLength(share);
    }
    expect(drawVisits(hikingShop(), 100, createRandom(4))).toEqual(visits);
  });

  it('want help only where somebody has a need, and silence at most events', () => {
    const wanted = new Set(
      visits.filter(({ events }) => events.some(({ isWelcome }) => isWelcome)).map(({ id }) => kindOf(id)),
    );
    expect([...wanted].sort()).toEqual(['stranded', 'stuck', 'torn']);
    const events = visits.flatMap((visit) => visit.events);
    const share = events.filter(({ isWelcome }) => isWelcome).length / events.length;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.2);
  });

  it('leave no blank in the words, and tell the time between events', () => {
    for (const { events } of visits) {
      expect(events[0].after).toBe(0);
      for (const { text } of events) expect(text).not.toMatch(/ITEM|OTHER|VALUE|COUNT|FIELD|undefined/);
    }
    const [first, second] = visits[0].events;
    expect(eventWords(first, 0)).toBe(first.text);
    expect(eventWords(second, 1)).toBe(`${second.after} s later: ${second.text}`);
  });
});

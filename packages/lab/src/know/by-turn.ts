/**
 * Forecasts by their place in the conversation.
 * @module
 */
import type { Group } from '../probe/probe.ts';
import { LEVELS, logOf } from './forecast-log.ts';

/** Sums at one place. */
interface Place {
  n: number;
  came: number;
  squares: number;
}

/** Squared errors and outcomes by place; `from`: counted from the first forecast or from the last. */
export function byPlace(groups: readonly Group[], from: 'first' | 'last', cell?: string): readonly Place[] {
  const places: Place[] = [];
  for (const group of groups) {
    for (const row of group) {
      if (cell !== undefined && row.cell !== cell) continue;
      const { stated, outcome } = logOf(row);
      for (const [i, level] of stated.entries()) {
        const at = from === 'first' ? i : stated.length - 1 - i;
        const place = places[at] ?? { n: 0, came: 0, squares: 0 };
        places[at] = place;
        place.n++;
        place.came += Number(outcome);
        place.squares += (level / LEVELS - Number(outcome)) ** 2;
      }
    }
  }
  return places;
}

/**
 * Skill against the best rule that knows nothing but how many turns have been taken: the share that came true of those
 * conversations, of these very ones, that got so far. The longer people talk the less they buy, and that is no insight into
 * anybody. NaN where that rule is never wrong.
 */
export function skillOverTurn(groups: readonly Group[]): number {
  const places = byPlace(groups, 'first');
  const own = places.reduce((sum, { squares }) => sum + squares, 0);
  const rule = places.reduce((sum, { n, came }) => sum + came * (1 - came / n), 0);
  return rule === 0 ? Number.NaN : 1 - own / rule;
}

/** Skill of the forecasts at one place against the share that came true there; NaN where all ended alike. */
export function skillAt(groups: readonly Group[], from: 'first' | 'last', at = 0): number {
  const place = byPlace(groups, from)[at];
  if (!place) return Number.NaN;
  const rule = place.came * (1 - place.came / place.n);
  return rule === 0 ? Number.NaN : 1 - place.squares / rule;
}

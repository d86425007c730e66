/**
 * Forecasts by their place in the conversation, and skill against what could be said without looking at it.
 * @module
 */
import type { Group } from '../probe/probe.ts';
import { LEVELS, logOf } from './forecast-log.ts';

/** Sums at one place of one condition. Conditions are told apart: no rule is worse for knowing which one it is in. */
export interface Place {
  n: number;
  came: number;
  squares: number;
}

/** Squared errors and outcomes by place, for each condition; `from`: counted from the first forecast or from the last. */
export function byPlace(groups: readonly Group[], from: 'first' | 'last'): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  for (const group of groups) {
    for (const row of group) {
      const cell = row.cell ?? '';
      let places = found.get(cell);
      if (!places) {
        places = [];
        found.set(cell, places);
      }
      const { stated, outcome } = logOf(row);
      const came = Number(outcome);
      for (let i = 0; i < stated.length; i++) {
        const at = from === 'first' ? i : stated.length - 1 - i;
        while (places.length <= at) places.push({ n: 0, came: 0, squares: 0 });
        const place = places[at];
        place.n++;
        place.came += came;
        place.squares += (stated[i] / LEVELS - came) ** 2;
      }
    }
  }
  return found;
}

/** Own squared errors, and those of a rule that always says the share that came true in its stratum, known afterwards. */
interface Against {
  own: number;
  rule: number;
}

function skillOf({ own, rule }: Against): number {
  return rule === 0 ? Number.NaN : 1 - own / rule;
}

/**
 * 1 − Brier / Brier of the best constant for each condition: the share of these very outcomes. No constant chosen
 * beforehand is a harder opponent. NaN where all ended alike, or nothing was forecast.
 *
 * Source: Murphy 1988, "Skill scores based on the mean square error"; used so in Sicilia et al. 2024, arXiv 2402.03284.
 */
export function skill(groups: readonly Group[], only?: string): number {
  const against = { own: 0, rule: 0 };
  for (const [cell, places] of byPlace(groups, 'first')) {
    if (only !== undefined && cell !== only) continue;
    const [n, came] = places.reduce(([count, true_], place) => [count + place.n, true_ + place.came], [0, 0]);
    for (const { squares } of places) against.own += squares;
    if (n > 0) against.rule += came * (1 - came / n);
  }
  return skillOf(against);
}

/**
 * Skill against the best rule that knows the condition and how many turns have been taken: the share that came true of
 * those conversations, of these very ones, that got so far. The longer people talk the less they buy, and that is no insight
 * into anybody. NaN where that rule is never wrong.
 */
export function skillOverTurn(groups: readonly Group[]): number {
  const against = { own: 0, rule: 0 };
  for (const places of byPlace(groups, 'first').values()) for (const place of places) add(against, place);
  return skillOf(against);
}

/** Skill of the forecasts at one place against the share that came true there, by condition; NaN where all ended alike. */
export function skillAt(groups: readonly Group[], from: 'first' | 'last', at = 0): number {
  const against = { own: 0, rule: 0 };
  for (const places of byPlace(groups, from).values()) if (places[at]) add(against, places[at]);
  return skillOf(against);
}

function add(against: Against, { n, came, squares }: Place): void {
  against.own += squares;
  against.rule += came * (1 - came / n);
}

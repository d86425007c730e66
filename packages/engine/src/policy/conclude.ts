/**
 * Makes the decision record once the values are known: what is chosen, in what order the others come, and why.
 * @module
 */
import { type Act, compareActs } from '../conversation/act.ts';
import type { Candidate, Decision, DecisionCost } from './decision.ts';
import { SilencedError } from './no-act-error.ts';

/** What a decision is made of. */
export interface Conclusion<A extends Act> {
  readonly policy: string;
  readonly horizon: number;
  /** In any order; at least one without `suppressed`. */
  readonly candidates: readonly Candidate<A>[];
  readonly cost: DecisionCost;
  /** The act to choose, where something better than the values says so: a race knows more than its means. */
  readonly chosen?: A;
  /** An act in words for the why-sentence; its id by default. */
  readonly describe?: (act: A) => string;
}

/** Values closer than this part of their size are equal: sums of the same numbers in another order differ by less. */
const TIE = 1e-12;

/**
 * Chooses the candidate with the greatest value among those that look furthest ahead and are not suppressed; ties go by
 * kind and id (`compareActs`). Throws SilencedError when all are suppressed.
 */
export function conclude<A extends Act>(conclusion: Conclusion<A>): Decision<A> {
  const { policy, horizon, cost, describe = named } = conclusion;
  const open = conclusion.candidates.filter((candidate) => candidate.suppressed === undefined);
  if (open.length === 0) throw new SilencedError(conclusion.candidates.map((candidate) => candidate.suppressed!));
  const depth = (candidate: Candidate<A>): number => candidate.depth ?? horizon;
  const deepest = Math.max(...open.map(depth));
  const finalists = open.filter((candidate) => depth(candidate) === deepest);
  const values = finalists.map((candidate) => candidate.value).filter((value) => !Number.isNaN(value));
  const top = Math.max(...values);
  const tied = finalists
    .filter((candidate) => values.length === 0 || top - candidate.value <= TIE * Math.max(1, Math.abs(top)))
    .sort((a, b) => compareActs(a.act, b.act));
  const chosen = finalists.find((candidate) => candidate.act === conclusion.chosen) ?? tied[0];
  const order = (a: Candidate<A>, b: Candidate<A>): number =>
    Number(a.suppressed !== undefined) - Number(b.suppressed !== undefined) ||
    Number(b === chosen) - Number(a === chosen) ||
    depth(b) - depth(a) ||
    (Number.isNaN(b.value) ? Number.NEGATIVE_INFINITY : b.value) -
      (Number.isNaN(a.value) ? Number.NEGATIVE_INFINITY : a.value) ||
    compareActs(a.act, b.act);
  const candidates = [...conclusion.candidates].sort(order);
  const why = explain(candidates, horizon, tied.length > 1 && tied.includes(chosen), describe);
  return { policy, horizon, chosen: chosen.act, candidates, why, cost };
}

/** One sentence for a person, from the candidates in their final order. */
function explain<A extends Act>(
  candidates: readonly Candidate<A>[],
  horizon: number,
  tied: boolean,
  describe: (act: A) => string,
): string {
  const [chosen, next] = candidates;
  const name = describe(chosen.act);
  const view = horizon === 0 ? 'Judged by this reply alone' : `Looking ${turns(horizon)}`;
  if (!next) return `${view}, ${name} is the only thing to do.`;
  const other = describe(next.act);
  if (next.suppressed !== undefined)
    return `${view}, ${name} is all that restraint allows (${other}: ${next.suppressed}).`;
  const worth = `${view}, ${name} is worth ${chosen.value.toFixed(3)}`;
  if (tied) return `${worth}, and so is ${other}; of equals, the one that burdens the user less comes first.`;
  const lead = chosen.value - next.value;
  const doubt = Math.hypot(chosen.error, next.error);
  const samples = chosen.samples + next.samples;
  if (lead < doubt)
    return `${worth}, too close to ${other} to tell them apart after ${samples} imagined conversations.`;
  return `${worth}, ${lead.toFixed(3)} more than ${other}.`;
}

function turns(horizon: number): string {
  if (horizon === Number.POSITIVE_INFINITY) return 'to the end';
  return horizon === 1 ? '1 user turn ahead' : `${horizon} user turns ahead`;
}

function named(act: Act): string {
  return act.id.startsWith(act.kind) ? act.id : `${act.kind} ${act.id}`;
}

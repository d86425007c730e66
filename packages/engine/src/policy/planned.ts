/**
 * The policy that looks ahead: gives every act its multi-turn-aware value and takes the best. Exactly, where the domain
 * lists the replies (`value/exact.ts`); by racing imagined conversations against each other, where it does not
 * (`value/sampled.ts`, `value/racing.ts`).
 * @module
 */
import { type Act, compareActs } from '../conversation/act.ts';
import type { Random } from '../random/random.ts';
import { type Continuation, greedy } from '../value/continuation.ts';
import type { Domain } from '../value/domain.ts';
import { lookAhead } from '../value/exact.ts';
import { createRace, type Race } from '../value/racing.ts';
import { createSampler, type Sampler } from '../value/sampled.ts';
import { isExact } from '../value/tail.ts';
import { conclude } from './conclude.ts';
import type { Candidate, Decision } from './decision.ts';
import { NoActError } from './no-act-error.ts';
import type { Policy } from './policy.ts';
import { type Restrain, restrained } from './restraint.ts';

/** How to plan. All budgets are counts. */
export interface PlannedOptions<State, Intent, A extends Act = Act> {
  readonly domain: Domain<State, Intent, A>;
  /** User turns to look ahead, a whole number from 0 (this reply alone). */
  readonly horizon: number;
  /** Sampled lookahead: conversations to imagine at most; 256 by default. */
  readonly samples?: number;
  /** Exact lookahead: acts looked into beyond the first turn, one number or one per depth; 6 by default. */
  readonly breadth?: number | readonly number[];
  /** Exact lookahead: states to expand at most; 2,000 by default. */
  readonly expansions?: number;
  /** Samples even where the domain could be looked ahead in exactly. */
  readonly sampled?: boolean;
  /** Sampled lookahead: how the assistant plays on in imagined conversations; greedy by the next forecast by default. */
  readonly continuation?: Continuation<State, A>;
  /** Limits on initiative, for the choice and for every imagined turn after it. */
  readonly restraint?: Restrain<State, A>;
  /** What a `lead` act is expected to add to the assistant's own goals, in R\*; see `leadGain`. */
  readonly agenda?: (state: State, act: A) => number;
  /** An act in words, for the why-sentence. */
  readonly describe?: (act: A) => string;
  /** `planned` by default. */
  readonly name?: string;
}

/** Makes a planning policy. Throws RangeError when the horizon or a budget is not a whole number in range. */
export function planned<State, Intent, A extends Act = Act>(
  options: PlannedOptions<State, Intent, A>,
): Policy<State, A> {
  const { horizon, samples = 256, breadth = 6, expansions = 2000, restraint, agenda, describe } = options;
  const { name = 'planned' } = options;
  whole('horizon', horizon, 0);
  whole('samples', samples, 1);
  whole('expansions', expansions, 1);
  for (const width of typeof breadth === 'number' ? [breadth] : breadth) whole('breadth', width, 1);
  const domain = restraint ? restrained(options.domain, restraint) : options.domain;
  const exact = !options.sampled && isExact(domain, horizon);
  const continuation = options.continuation ?? greedy(domain);

  const gainOf = (state: State, acts: readonly A[]): Float64Array =>
    Float64Array.from(acts, (act) => (agenda && act.kind === 'lead' ? agenda(state, act) : 0));

  const computed = (state: State, acts: readonly A[], depth: number, budget: number): Found<A> => {
    const found = lookAhead(domain, state, acts, {
      horizon: depth,
      breadth,
      expansions: budget,
      gains: gainOf(state, acts),
    });
    const candidates = acts.map((act, i): Candidate<A> => {
      const candidate = { act, value: found.values[i], error: 0, samples: 0 };
      return found.depths[i] === found.depth ? candidate : { ...candidate, depth: found.depths[i] };
    });
    return { candidates, horizon: found.depth, samples: 0, expansions: found.expansions };
  };

  const raced = (state: State, offered: readonly A[], budget: number, random: Random): Found<A> => {
    if (offered.length === 0) return { candidates: [], horizon, samples: 0, expansions: 0 };
    // In the order of preference: of equals, a race takes the earlier one.
    const acts = [...offered].sort(compareActs);
    const gains = gainOf(state, acts);
    const sampler = createSampler(domain, state, acts, { horizon, continuation }, random);
    const race = createRace({ acts: acts.length, budget });
    run(race, (act, sample) => sampler(act, sample) + gains[act]);
    const candidates = race.standings().map(
      (standing, i): Candidate<A> => ({
        act: acts[i],
        value: standing.mean,
        error: standing.error,
        samples: standing.samples,
      }),
    );
    return { candidates, chosen: acts[race.best()], horizon, samples: race.spent, expansions: 0 };
  };

  return {
    name,
    decide(state: State, random: Random): Decision<A> {
      const offered = options.domain.acts(state);
      if (offered.length === 0) throw new NoActError();
      const limits = restraint?.(offered, state);
      const allowed = limits?.allowed ?? offered;
      const suppressed = limits?.suppressed ?? [];
      const silent = suppressed.map((entry) => entry.act);
      const reasons = new Map(suppressed.map((entry) => [entry.act, entry.reason]));
      const main = exact ? computed(state, allowed, horizon, expansions) : raced(state, allowed, samples, random);
      // What restraint rules out is valued too, cheaply, so that a person sees what the limits cost.
      const rest = exact
        ? computed(state, silent, Math.min(1, horizon), 1)
        : raced(state, silent, 4 * silent.length, random);
      const candidates = [
        ...main.candidates,
        ...rest.candidates.map((candidate) => ({ ...candidate, suppressed: reasons.get(candidate.act) })),
      ];
      const cost = {
        samples: main.samples + rest.samples,
        expansions: main.expansions,
        calls: 0,
        tokens: 0,
      };
      return conclude({ policy: name, horizon: main.horizon, candidates, chosen: main.chosen, cost, describe });
    },
  };
}

interface Found<A extends Act> {
  readonly candidates: readonly Candidate<A>[];
  readonly chosen?: A;
  readonly horizon: number;
  readonly samples: number;
  readonly expansions: number;
}

/** Drives a race with samples that come at once. */
function run(race: Race, sampler: Sampler): void {
  for (let draws = race.next(); draws.length > 0; draws = race.next()) {
    for (const draw of draws) race.tell(draw, sampler(draw.act, draw.sample));
  }
}

function whole(name: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) {
    throw new RangeError(`${name} must be a whole number from ${least}, not ${value}.`);
  }
}

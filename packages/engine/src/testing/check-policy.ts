/**
 * Checks that a policy keeps what `Policy` promises.
 * @module
 */
import type { Act } from '../conversation/act.ts';
import type { Policy } from '../policy/policy.ts';
import { createRandom } from '../random/random.ts';
import type { Domain } from '../value/domain.ts';
import { type Finding, Findings } from './finding.ts';
import { fingerprint } from './fingerprint.ts';

/** What to check. */
export interface PolicyCheck<State, Intent, A extends Act = Act> {
  readonly policy: Policy<State, A>;
  readonly domain: Domain<State, Intent, A>;
  readonly start: State;
  readonly seed?: number | string;
  /** Conversations in which the policy chooses every act; 5 by default. */
  readonly walks?: number;
  /** Turns of each at most; 50 by default. */
  readonly turns?: number;
}

/** Lets the policy talk, and looks at each of its decisions. */
export function checkPolicy<State, Intent, A extends Act>(check: PolicyCheck<State, Intent, A>): Finding[] {
  const { policy, domain, start, seed = 1, walks = 5, turns = 50 } = check;
  const findings = new Findings();
  for (let walk = 0; walk < walks; walk++) {
    const random = createRandom(seed).split(walk);
    const intent = domain.imagine(start, random.split('intent'));
    let state = start;
    for (let turn = 0; turn < turns; turn++) {
      const acts = domain.acts(state);
      if (acts.length === 0) {
        checkEnd(policy, state, findings);
        break;
      }
      state = domain.respond(state, checkDecision(policy, state, acts, turn, findings), intent, random.split(turn));
    }
  }
  return findings.list();
}

function checkDecision<State, A extends Act>(
  policy: Policy<State, A>,
  state: State,
  acts: readonly A[],
  turn: number,
  findings: Findings,
): A {
  const before = fingerprint(state);
  const decision = policy.decide(state, createRandom(turn));
  const again = policy.decide(state, createRandom(turn));
  findings.expect('states are left alone', fingerprint(state) === before, () => `deciding changed ${before}`);
  const same = fingerprint(decision) === fingerprint(again);
  findings.expect('the same seed decides the same', same, () => `“${decision.chosen.id}”, then “${again.chosen.id}”`);
  const offered = acts.find((act) => act.id === decision.chosen.id);
  findings.expect('the chosen act is offered', offered !== undefined, () => `“${decision.chosen.id}” is not`);
  const own = decision.candidates.find((candidate) => candidate.act.id === decision.chosen.id);
  findings.expect('the chosen act is a candidate', own !== undefined, () => `“${decision.chosen.id}” is not`);
  findings.expect('the chosen act is not suppressed', own?.suppressed === undefined, () => `“${own?.act.id}” is`);
  findings.expect('decisions say why', decision.why.trim() !== '', () => `“${decision.chosen.id}” without a reason`);
  return offered ?? acts[0];
}

function checkEnd<State, A extends Act>(policy: Policy<State, A>, state: State, findings: Findings): void {
  let thrown: unknown;
  try {
    policy.decide(state, createRandom(0));
  } catch (error) {
    thrown = error;
  }
  const right = thrown instanceof Error && thrown.name === 'NoActError';
  findings.expect('an ended conversation is a NoActError', right, () => `it threw ${thrown ?? 'nothing'}`);
}

/**
 * Checks that a simulated user replies from its intent and from nothing else: figures measured with a user that remembers
 * other conversations, or that rewrites what it wants, are worth nothing.
 * @module
 */
import type { Act } from '../conversation/act.ts';
import type { SimulatedUser } from '../conversation/simulated-user.ts';
import { createRandom } from '../random/random.ts';
import { type Finding, Findings } from './finding.ts';
import { fingerprint } from './fingerprint.ts';

/** What to check. */
export interface UserCheck<Intent, A extends Act = Act, Reply = string> {
  readonly user: SimulatedUser<Intent, A, Reply>;
  /** At least two intents that should be told apart by their replies. */
  readonly intents: readonly Intent[];
  /** The assistant's turns, in order. */
  readonly acts: readonly A[];
  readonly seed?: number | string;
  /** Makes an equal intent that is another object; copies plain objects and lists by default. */
  readonly copy?: (intent: Intent) => Intent;
}

/** Talks to the user, alone and in parallel. */
export function checkUser<Intent, A extends Act, Reply>(check: UserCheck<Intent, A, Reply>): Finding[] {
  const { user, intents, acts, seed = 1, copy = clone } = check;
  const findings = new Findings();
  const random = createRandom(seed);
  const talk = (intent: Intent, stream: number): string => {
    const side = user.begin(intent, random.split(stream));
    return fingerprint(acts.map((act) => side.reply(act)));
  };
  const replies = new Set<string>();
  intents.forEach((intent, i) => {
    const before = fingerprint(intent);
    const alone = talk(intent, i);
    replies.add(talk(intent, 0));
    findings.expect('intents are left alone', fingerprint(intent) === before, () => `the user changed ${before}`);
    findings.expect('the same seed gives the same replies', talk(intent, i) === alone, () => `not for ${before}`);
    findings.expect(
      'an equal intent gives the same replies',
      talk(copy(intent), i) === alone,
      () => `not for ${before}`,
    );
    const other = intents[(i + 1) % intents.length];
    const sides = [user.begin(intent, random.split(i)), user.begin(other, random.split(i))];
    const together = fingerprint(acts.map((act) => sides.map((side) => side.reply(act))[0]));
    findings.expect('conversations do not hear each other', together === alone, () => `${before} beside another user`);
  });
  findings.expect('replies depend on the intent', replies.size > 1, () => `all ${intents.length} intents reply alike`);
  return findings.list();
}

function clone<T>(value: T): T {
  if (Array.isArray(value)) return value.map(clone) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, clone(entry)])) as T;
}

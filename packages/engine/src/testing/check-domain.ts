/**
 * Checks that a domain keeps what `Domain` promises. Values are right only for a domain that does: a belief that is not
 * the user's, an estimate that is not the forecast's mean, make every decision wrong without any error to show for it.
 * @module
 */
import { ACT_KINDS, type Act } from '../conversation/act.ts';
import { createRandom, type Random } from '../random/random.ts';
import type { Domain } from '../value/domain.ts';
import { meanReward } from '../value/tail.ts';
import { chiSquareTest } from './chi-square.ts';
import { type Finding, Findings } from './finding.ts';
import { fingerprint } from './fingerprint.ts';

/** What to check, and how thoroughly. */
export interface DomainCheck<State, Intent, A extends Act = Act> {
  readonly domain: Domain<State, Intent, A>;
  /** Where conversations begin; others are reached by random play. */
  readonly start: State;
  /** Tells states apart; by all of their contents by default. */
  readonly key?: (state: State) => string;
  readonly seed?: number | string;
  /** Conversations played at random to reach states; 10 by default. */
  readonly walks?: number;
  /** Turns after which a conversation should have ended; 200 by default. */
  readonly turns?: number;
  /** Draws behind each test of a distribution; 1,000 by default. */
  readonly draws?: number;
  /** Users change what they want in the course of a conversation, so the belief need not be a martingale. */
  readonly influenceable?: boolean;
}

/** States checked at most, and acts of each: distributions are tested for all of them. */
const STATES = 12;
const ACTS = 6;
/** A distribution fails below this chance. So many tests are made that a stricter one would fail good domains. */
const RARE = 1e-6;

/** Runs every check that applies to what the domain gives. */
export function checkDomain<State, Intent, A extends Act>(check: DomainCheck<State, Intent, A>): Finding[] {
  const { domain, seed = 1 } = check;
  const random = createRandom(seed);
  const findings = new Findings();
  const states = walk(check, random.split('walk'), findings);
  states.forEach((state, i) => {
    const before = fingerprint(state);
    checkActs(domain, state, findings);
    checkBelief(check, state, random.split(`belief ${i}`), findings);
    pickSome(domain.acts(state), random.split(`acts ${i}`)).forEach((act, j) => {
      checkReplies(check, state, act, random.split(`replies ${i} ${j}`), findings);
    });
    findings.expect('states are left alone', fingerprint(state) === before, () => `a method changed ${before}`);
  });
  return findings.list();
}

/** States on random conversations, the start first. */
function walk<State, Intent, A extends Act>(
  { domain, start, walks = 10, turns = 200, key = fingerprint }: DomainCheck<State, Intent, A>,
  random: Random,
  findings: Findings,
): State[] {
  const reached = new Map([[key(start), start]]);
  for (let i = 0; i < walks; i++) {
    const dice = random.split(i);
    const intent = domain.imagine(start, dice);
    let state = start;
    let turn = 0;
    for (let acts = domain.acts(state); acts.length > 0 && turn < turns; acts = domain.acts(state)) {
      state = domain.respond(state, dice.pick(acts), intent, dice);
      reached.set(key(state), state);
      turn += 1;
    }
    findings.expect('conversations end', domain.acts(state).length === 0, () => `one had not after ${turns} turns`);
  }
  const [first, ...others] = reached.values();
  return [first, ...pickSome(others, random.split('states'), STATES - 1)];
}

function checkActs<State, Intent, A extends Act>(
  domain: Domain<State, Intent, A>,
  state: State,
  findings: Findings,
): void {
  const acts = domain.acts(state);
  const ids = acts.map((act) => act.id);
  findings.expect('acts have ids of their own', new Set(ids).size === ids.length, () => `among ${ids.join(', ')}`);
  const stranger = acts.find((act) => !ACT_KINDS.includes(act.kind));
  findings.expect('acts are of known kinds', stranger === undefined, () => `“${stranger?.id}” is a ${stranger?.kind}`);
  if (acts.length === 0 && domain.forecast && (domain.worth || domain.intents)) {
    const [forecast, worth] = [domain.forecast(state), meanReward(domain, state)];
    findings.expect(
      'the forecast of an ended state is its worth',
      near(forecast, worth),
      () => `${forecast} for ${worth}`,
    );
  }
}

function checkBelief<State, Intent, A extends Act>(
  { domain, draws = 1000 }: DomainCheck<State, Intent, A>,
  state: State,
  random: Random,
  findings: Findings,
): void {
  const once = fingerprint(domain.imagine(state, random.split(0)));
  const again = fingerprint(domain.imagine(state, random.split(0)));
  findings.expect('the same seed imagines the same intent', once === again, () => `${once}, then ${again}`);
  const intents = domain.intents?.(state);
  if (!intents) return;
  const total = intents.reduce((sum, { weight }) => sum + weight, 0);
  findings.expect('the weights of intents sum to 1', near(total, 1), () => `to ${total}`);
  const expected = tally(intents.map(({ intent, weight }) => [fingerprint(intent), weight]));
  const observed = tally(
    Array.from({ length: draws }, (_, i) => [fingerprint(domain.imagine(state, random.split(i))), 1]),
  );
  const chance = chiSquareTest(expected, observed);
  findings.expect('intents are imagined by their weights', chance > RARE, () => unlikely(chance, expected, observed));
  if (!domain.worth) return;
  const [worth, mean] = [domain.worth(state), meanReward({ ...bare(domain), intents: () => intents }, state)];
  findings.expect('worth is the mean reward', near(worth, mean), () => `${worth} for ${mean}`);
}

function checkReplies<State, Intent, A extends Act>(
  check: DomainCheck<State, Intent, A>,
  state: State,
  act: A,
  random: Random,
  findings: Findings,
): void {
  const { domain, draws = 1000, key = fingerprint, influenceable = false } = check;
  const reply = (i: number): string => {
    const dice = random.split(i);
    const intent = domain.imagine(state, dice.split('intent'));
    const before = fingerprint(intent);
    const next = key(domain.respond(state, act, intent, dice));
    findings.expect('intents are left alone', fingerprint(intent) === before, () => `“${act.id}” changed ${before}`);
    return next;
  };
  for (let i = 0; i < 8; i++) {
    const [once, again] = [reply(i), reply(i)];
    findings.expect(
      'the same seed gives the same reply',
      once === again,
      () => `to “${act.id}”: ${once}, then ${again}`,
    );
  }
  const outcomes = domain.outcomes?.(state, act);
  if (!outcomes) return;
  const total = outcomes.reduce((sum, { probability }) => sum + probability, 0);
  const proper = outcomes.every(({ probability }) => probability > 0 && probability <= 1 + 1e-9);
  findings.expect(
    'outcome probabilities are in (0, 1] and sum to 1',
    proper && near(total, 1),
    () => `“${act.id}”: ${total}`,
  );
  const expected = tally(outcomes.map(({ state: next, probability }) => [key(next), probability]));
  const observed = tally(Array.from({ length: draws }, (_, i) => [reply(i), 1]));
  const chance = chiSquareTest(expected, observed);
  findings.expect(
    'replies come as often as outcomes say',
    chance > RARE,
    () => `“${act.id}”: ${unlikely(chance, expected, observed)}`,
  );
  if (domain.estimate && (domain.forecast || domain.worth || domain.intents)) {
    const tail = (at: State): number => (domain.forecast ? domain.forecast(at) : meanReward(domain, at));
    const mean = outcomes.reduce((sum, { state: next, probability }) => sum + probability * tail(next), 0);
    const estimate = domain.estimate(state, act);
    findings.expect('estimates are mean forecasts', near(estimate, mean), () => `“${act.id}”: ${estimate} for ${mean}`);
  }
  if (!domain.intents || influenceable) return;
  // Bayes: before the reply is known, the belief after it is on average the belief before it.
  const before = tally(domain.intents(state).map(({ intent, weight }) => [fingerprint(intent), weight]));
  const after = tally(
    outcomes.flatMap(({ state: next, probability }) =>
      domain.intents!(next).map(({ intent, weight }): [string, number] => [fingerprint(intent), probability * weight]),
    ),
  );
  const wrong = [...new Set([...before.keys(), ...after.keys()])].find(
    (intent) => !near(before.get(intent) ?? 0, after.get(intent) ?? 0),
  );
  findings.expect(
    'replies move the belief by Bayes',
    wrong === undefined,
    () =>
      `“${act.id}”: P(${wrong}) is ${before.get(wrong!) ?? 0} before and ${after.get(wrong!) ?? 0} on average after`,
  );
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}

function tally(entries: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, weight] of entries) sums.set(key, (sums.get(key) ?? 0) + weight);
  return sums;
}

function unlikely(
  chance: number,
  expected: ReadonlyMap<string, number>,
  observed: ReadonlyMap<string, number>,
): string {
  const stranger = [...observed.keys()].find((key) => !((expected.get(key) ?? 0) > 0));
  if (stranger !== undefined) return `${stranger} came up and is not listed`;
  return `a chance of ${chance.toExponential(1)} that these are draws from what is listed`;
}

/** `count` elements, evenly chosen by chance, in their order. */
function pickSome<T>(list: readonly T[], random: Random, count: number = ACTS): T[] {
  const marks = list.map((_, i) => ({ i, mark: random.split(i).next() }));
  const chosen = marks.sort((a, b) => a.mark - b.mark).slice(0, count);
  return chosen.sort((a, b) => a.i - b.i).map(({ i }) => list[i]);
}

/** The domain's reward alone, so that a mean reward is summed over intents whatever else the domain gives. */
function bare<State, Intent, A extends Act>(domain: Domain<State, Intent, A>): Domain<State, Intent, A> {
  return {
    acts: (state) => domain.acts(state),
    imagine: (state, random) => domain.imagine(state, random),
    respond: (state, act, intent, random) => domain.respond(state, act, intent, random),
    reward: (state, intent) => domain.reward(state, intent),
  };
}

/**
 * The `offer` probe: does the assistant say the useful thing unasked, and what does that cost the user's own wishes?
 *
 * Domain size × influenceability of the user × share of users whose wishes nothing fits, after Balaraman & Magnini 2020,
 * "Proactive systems and influenceable users: simulating proactivity in task-oriented dialogues"; the drift figures are
 * added here. `docs/probes/offer.md` is the protocol in full.
 * @module
 */
import { createRandom } from '@sente/engine';
import { runPool, workerFile } from '../run/pool.ts';
import type { ProbeResult } from '../run/probe-result.ts';
import { summarise } from '../statistics/summary.ts';
import { OFFER_AGENTS } from './agents/agents.ts';
import { CELLS, cellName, INFLUENCEABILITIES } from './cells.ts';
import { TURN_CAP } from './conversation.ts';
import { OFFER, offerPlots, offerRadar } from './describe.ts';
import { offerColumns, userColumns } from './figures.ts';
import type { OfferRow, OfferSetup } from './play.ts';
import { OFFER_USERS } from './temperament.ts';

/** Agents of the probe, in the order of reports. */
export const OFFER_AGENT_NAMES: readonly string[] = Object.keys(OFFER_AGENTS);

/** Who the users can be: `mixed`, or one temperament for all. */
export const OFFER_USER_NAMES: readonly string[] = Object.keys(OFFER_USERS);

/** Settings of the probe. */
export interface OfferOptions {
  /** 1 unless given. */
  readonly seed?: number;
  /** Names out of OFFER_AGENT_NAMES; all unless given. */
  readonly agents?: readonly string[];
  /** Users in each of the 18 cells; 200 unless given. */
  readonly cases?: number;
  /** Turns after which a user walks away; 30 unless given. */
  readonly turns?: number;
  /** Who the users are: a name out of OFFER_USER_NAMES; `mixed` unless given. */
  readonly user?: string;
  /** Worker threads. */
  readonly workers?: number;
  /** Names the run; made from the settings unless given. */
  readonly run?: string;
  /** Stops the run; the promise then rejects with StoppedError. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** An agent that the probe does not have. */
export class UnknownAgentError extends Error {
  readonly agent: string;
  readonly known: readonly string[];
  constructor(agent: string, known: readonly string[]) {
    super(`there is no agent '${agent}' in this probe; it has: ${known.join(', ')}`);
    this.name = 'UnknownAgentError';
    this.agent = agent;
    this.known = known;
  }
}

/** A kind of user that the probe does not have. */
export class UnknownUserError extends Error {
  constructor(user: string, known: readonly string[]) {
    super(`there are no users '${user}' in this probe; it has: ${known.join(', ')}`);
    this.name = 'UnknownUserError';
  }
}

const PAIRS = [
  ['sente', 'bare'],
  ['sente', 'reactive'],
  ['sente', 'efficient'],
  ['sente', 'sente-without-offers'],
  ['sente-without-offers', 'efficient'],
  ['efficient', 'reactive'],
] as const;

const COMPARED = ['turns', 'drift', 'success'];

/** Runs the probe. Rejects with UnknownAgentError, UnknownUserError, StoppedError or CaseFailedError. */
export async function measureOffer(options: OfferOptions = {}): Promise<ProbeResult> {
  const known = OFFER_AGENT_NAMES;
  const agents = options.agents ?? known;
  for (const agent of agents) if (!known.includes(agent)) throw new UnknownAgentError(agent, known);
  if (options.user !== undefined && !OFFER_USER_NAMES.includes(options.user)) {
    throw new UnknownUserError(options.user, OFFER_USER_NAMES);
  }
  const setup: OfferSetup = {
    seed: options.seed ?? 1,
    agents: known.filter((agent) => agents.includes(agent)),
    users: options.cases ?? 200,
    turns: options.turns ?? TURN_CAP,
    user: options.user ?? 'mixed',
  };
  const cases = CELLS.length * setup.users;
  const start = performance.now();
  options.onProgress?.(0, cases);
  const rows = await runPool<OfferRow>({
    file: workerFile(import.meta.url, './worker'),
    setup,
    cases,
    workers: options.workers,
    // Whole persons: the three levels of influenceability together.
    chunk: 3 * INFLUENCEABILITIES.length,
    signal: options.signal,
    onProgress: (done) => options.onProgress?.(done, cases),
  });
  const base = (metric: string): string => metric.split('@')[0];
  const random = createRandom(setup.seed).split('offer/intervals');
  const summary = summarise(offerColumns(rows, setup), {
    random,
    pairs: PAIRS.filter(([a, b]) => setup.agents.includes(a) && setup.agents.includes(b)),
    compare: (metric) => COMPARED.includes(base(metric)),
    changes: (metric) => base(metric) === 'turns',
  });
  return {
    run: options.run ?? `offer-${setup.seed}-${setup.users}-${setup.turns}-${setup.user}-${setup.agents.join('+')}`,
    probe: 'offer',
    seed: setup.seed,
    cases,
    seconds: (performance.now() - start) / 1000,
    settings: { cases: setup.users, turns: setup.turns, user: setup.user },
    ...OFFER,
    ...summary,
    plots: offerPlots(summary.agents),
    radar: offerRadar(summary.agents, setup.turns),
    users: summarise(userColumns(rows), { random, pairs: [] }).agents,
    cells: CELLS.map((cell) => ({ name: cellName(cell), ...cell })),
  };
}

/**
 * The probes that can be measured, in the order in which they run when none is named.
 * @module
 */
import {
  boundaryProbe,
  eventsProbe,
  measureOffer,
  OFFER,
  OFFER_AGENT_NAMES,
  OFFER_USER_NAMES,
  playedProbes,
} from '@sente/lab';
import { type PlayedOptions, playedProbe } from './play-probe.ts';
import type { Probe } from './probe.ts';
import { recommend } from './recommend-probe.ts';

/** What `offer` is on data: recorded events, at which a word may be welcome or not. */
const events = playedProbe(eventsProbe, { data: true });

const offer: Probe = {
  name: 'offer',
  question: OFFER.question!,
  version: `${OFFER.version}, ${events.version}`,
  agents: (settings) => (settings.data === undefined ? OFFER_AGENT_NAMES : events.agents(settings)),
  users: OFFER_USER_NAMES,
  options: ['turns', 'user'],
  optionsOnData: ['data', 'model', 'repeats'],
  needs: [],
  casesAmongAll: 40,
  async prepare(settings) {
    if (settings.data !== undefined) return events.prepare(settings);
    const { seed, agents, cases, turns, user, workers } = settings;
    return (watch, { name }) => measureOffer({ seed, agents, cases, turns, user, workers, ...watch, run: name });
  },
};

/** What the command knows of the played probes beside what they say themselves. */
const PLAYED: Readonly<Record<string, PlayedOptions>> = {
  hold: { data: true },
  ask: { data: true },
  know: { data: true },
};

const played = new Map(playedProbes.map((probe) => [probe.name, playedProbe(probe, PLAYED[probe.name])]));

/** Played in the pocket model's shop. */
const boundary = playedProbe(boundaryProbe, { isApart: true });

const ORDER = ['hold', 'ask', 'recommend', 'offer', 'lead', 'know', 'foresee', 'commit', 'boundary'];

/** In the order of the design's table. */
export const PROBES: readonly Probe[] = [recommend, offer, ...played.values(), boundary].sort(
  (a, b) => ORDER.indexOf(a.name) - ORDER.indexOf(b.name),
);

/** Agents that answer with a language model only: left out where there is none. */
export const MODEL_AGENTS: readonly string[] = ['prompted'];

/**
 * The probes that can be measured, in the order in which they run when none is named.
 * @module
 */
import {
  boundaryProbe,
  eventsProbe,
  measureOffer,
  measureRecommend,
  NoPolicyError,
  OFFER,
  OFFER_AGENT_NAMES,
  OFFER_USER_NAMES,
  playedProbes,
  RECOMMEND,
  RECOMMEND_AGENT_NAMES,
  RECOMMEND_TEMPERAMENTS,
  UnknownSplitError,
} from '@sente/lab';
import { loadPolicy } from '../settings/policy-files.ts';
import { checkRecommenderData } from '../settings/recommender-data.ts';
import { type PlayedOptions, playedProbe } from './play-probe.ts';
import { type MeasureSettings, type Probe, UsageError } from './probe.ts';

const recommend: Probe = {
  name: 'recommend',
  question: RECOMMEND.question!,
  version: RECOMMEND.version!,
  agents: () => RECOMMEND_AGENT_NAMES,
  options: ['data', 'split', 'turns', 'noise', 'unknown', 'user', 'policy'],
  users: [...Object.keys(RECOMMEND_TEMPERAMENTS), 'all'],
  needs: [],
  run: async (settings, watch, { name }) => {
    const { user: temperament, policy, ...rest } = shaping(settings);
    if (temperament !== undefined && (rest.noise !== undefined || rest.unknown !== undefined)) {
      throw new UsageError(
        '--temperament (--user) names people with faults of their own: leave out --noise and --unknown.',
      );
    }
    if (rest.data !== undefined) {
      checkRecommenderData(rest.data, 'Tables of your own cannot be measured with recommend yet.');
    }
    const learned = policy === undefined ? undefined : loadPolicy(policy);
    try {
      return await measureRecommend({
        ...rest,
        ...watch,
        run: name,
        ...(temperament !== undefined && { temperament }),
        ...(learned && { learned }),
      });
    } catch (error) {
      if (error instanceof UnknownSplitError || error instanceof NoPolicyError) throw new UsageError(error.message);
      throw error;
    }
  },
};

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
  run(settings, watch, place) {
    if (settings.data !== undefined) return events.run(settings, watch, place);
    return measureOffer({ ...shaping(settings), ...watch, run: place.name });
  },
};

function shaping({ model: _model, judge: _judge, repeats: _repeats, ...settings }: MeasureSettings) {
  return settings;
}

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

/**
 * The probes that can be measured, and those that the design names and that are not built yet.
 * @module
 */
import {
  measureOffer,
  measureRecommend,
  OFFER_AGENT_NAMES,
  OFFER_USER_NAMES,
  RECOMMEND_AGENT_NAMES,
  UnknownSplitError,
} from '@sente/lab';
import { type Probe, UsageError } from './probe.ts';

/** In the order in which they run when none is named. */
export const PROBES: readonly Probe[] = [
  {
    name: 'recommend',
    question: 'ask, recommend, and when: one decision?',
    agents: RECOMMEND_AGENT_NAMES,
    options: ['data', 'split', 'turns', 'noise', 'unknown'],
    needs: [],
    run: async (settings, watch) => {
      try {
        return await measureRecommend({ ...settings, ...watch });
      } catch (error) {
        if (error instanceof UnknownSplitError) throw new UsageError(error.message);
        throw error;
      }
    },
  },
  {
    name: 'offer',
    question: 'does it say the useful thing unasked, and what does that cost?',
    agents: OFFER_AGENT_NAMES,
    users: OFFER_USER_NAMES,
    options: ['turns', 'user'],
    needs: [],
    run: (settings, watch) => measureOffer({ ...settings, ...watch }),
  },
];

/** Probes of the design that this version does not have. */
export const LATER_PROBES: readonly string[] = ['hold', 'ask', 'lead', 'know', 'foresee', 'commit'];

/** Agents that answer with a language model: left out where there is none. */
export const MODEL_AGENTS: readonly string[] = ['prompted', 'fresh'];

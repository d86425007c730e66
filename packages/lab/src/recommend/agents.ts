/**
 * Who is measured. All share one exact belief and one prior; they differ in what they do with it.
 *
 * - `bare` recommends at once, always: the field's Abs Greedy (Christakopoulou et al. 2016).
 * - `fresh` starts again from all that was said, and recommends: the belief is exact, so it shows what `bare` shows.
 * - `max-entropy` asks the most uncertain question until what is left fits into one list.
 * - `rule` asks a fixed number of the most uncertain questions, then recommends.
 * - `threshold` asks the most uncertain question until the ten likeliest items hold more than 0.4 of its entropy (bits)
 *   in probability mass, then recommends.
 * - `sente` plans: the concierge's item domain and the engine's policy, as they ship. `planned` is another name for it.
 * - `guided` plans one act ahead with a trained network as its prior and its tail, where there is one.
 * - `learned` scores every act with that network, and does not look ahead.
 * @module
 */

import { type CatalogIndex, createItemDomain, featureMass, type ItemDomain, type ItemState } from '@sente/catalog';
import { planned, type Random } from '@sente/engine';
import type { LearnedPolicy } from '@sente/pocket';
import { guidedAgent } from './guided-agent.ts';
import { learnedAgent } from './learned-agent.ts';
import { LIST, listOf, onlyList } from './state-graph.ts';

/** What an agent does with its turn: puts a question, or shows a list. */
export type RecommendAct = { readonly ask: number } | { readonly items: readonly number[] };

/** Chooses on the shared belief. */
export type RecommendAgent = (state: ItemState, random: Random) => RecommendAct;

/** What agents are made for. */
export interface AgentSetting {
  readonly index: CatalogIndex;
  readonly turns: number;
  readonly noise: number;
  readonly unknown: number;
  /** Patience of users with useless questions; 0 unless given. */
  readonly hazard?: number;
  /** Questions that `rule` puts before it recommends; chosen on data outside the measured split. */
  readonly questions: number;
  /** What `learned` and `guided` play by. Plain data: it crosses threads. */
  readonly learned?: LearnedPolicy;
}

/** Who is measured when nobody is named, in the order of a report. */
export const RECOMMEND_RULES: readonly string[] = ['bare', 'fresh', 'max-entropy', 'rule', 'threshold', 'sente'];

/** All names, in the order of a report. */
export const RECOMMEND_AGENT_NAMES: readonly string[] = [...RECOMMEND_RULES, 'planned', 'guided', 'learned'];

/** Those that play by a learned policy. */
export const LEARNED_AGENTS: readonly string[] = ['learned', 'guided'];

/** Makes the shared belief and the agents over it. */
export function createAgents(setting: AgentSetting): {
  readonly domain: ItemDomain;
  readonly agents: Readonly<Record<string, RecommendAgent>>;
} {
  const { index, turns, noise, unknown, hazard = 0, questions, learned } = setting;
  const domain = createItemDomain(index, { listSize: LIST, turns, noise, unknown, hazard });
  const policy = planned({ domain, horizon: 1 });
  const show = (state: ItemState): RecommendAct => ({ items: listOf(state) });
  const last = (state: ItemState): boolean => onlyList(state, turns);
  const plan: RecommendAgent = (state, random) => {
    const { chosen } = policy.decide(state, random);
    return chosen.kind === 'recommend' ? { items: chosen.items } : { ask: domain.featureOf(chosen) };
  };
  const agents: Record<string, RecommendAgent> = {
    bare: show,
    fresh: show,
    'max-entropy': (state) => {
      const { feature } = mostUncertain(domain, state, noise);
      return feature < 0 || last(state) ? show(state) : { ask: feature };
    },
    rule: (state) => {
      if (state.turn > questions || last(state)) return show(state);
      const { feature } = mostUncertain(domain, state, noise);
      return feature < 0 ? show(state) : { ask: feature };
    },
    threshold: (state) => {
      const { feature, bits } = mostUncertain(domain, state, noise);
      const top = state.weights.subarray(0, LIST).reduce((sum, weight) => sum + weight, 0);
      return feature < 0 || last(state) || top > 0.4 * bits ? show(state) : { ask: feature };
    },
    sente: plan,
    planned: plan,
    ...(learned && {
      learned: learnedAgent(learned, domain, { turns, noise, unknown, hazard }),
      guided: guidedAgent(learned, domain, { turns, noise, unknown, hazard }),
    }),
  };
  return { domain, agents };
}

/** The unspoken feature whose answer has the most entropy, in bits; −1 when every answer is certain. */
function mostUncertain(domain: ItemDomain, state: ItemState, noise: number): { feature: number; bits: number } {
  const yes = featureMass(state, domain.features);
  let feature = -1;
  let nearest = 0.5 - 1e-9;
  for (let f = 0; f < yes.length; f++) {
    const away = Math.abs(yes[f] - 0.5);
    if (state.asked[f] === 0 && away < nearest) {
      nearest = away;
      feature = f;
    }
  }
  if (feature < 0) return { feature, bits: 0 };
  const share = yes[feature] * (1 - noise) + (1 - yes[feature]) * noise;
  return { feature, bits: -share * Math.log2(share) - (1 - share) * Math.log2(1 - share) };
}

/**
 * The probe `recommend`, as the command sees it: on recommender data, a table of one's own, or the one that ships.
 * @module
 */
import {
  NoPolicyError,
  NothingToMeasureError,
  openRecommend,
  RECOMMEND,
  RECOMMEND_AGENT_NAMES,
  RECOMMEND_TEMPERAMENTS,
  UnknownSplitError,
} from '@sente/lab';
import { openCatalog } from '../settings/open-catalog.ts';
import { loadPolicy } from '../settings/policy-files.ts';
import { checkRecommenderData } from '../settings/recommender-data.ts';
import { shellWord } from '../settings/shell-word.ts';
import { type MeasureSettings, type Probe, UsageError } from './probe.ts';

/** The probe. */
export const recommend: Probe = {
  name: 'recommend',
  question: RECOMMEND.question!,
  version: RECOMMEND.version!,
  agents: () => RECOMMEND_AGENT_NAMES,
  options: ['data', 'catalog', 'split', 'turns', 'noise', 'unknown', 'user', 'policy'],
  users: [...Object.keys(RECOMMEND_TEMPERAMENTS), 'all'],
  needs: [],
  async prepare(settings) {
    check(settings);
    const { seed, agents, cases, turns, noise, unknown, user: temperament, workers, data, split } = settings;
    const catalog = settings.catalog === undefined ? undefined : (await openCatalog(settings.catalog)).catalog;
    const learned = settings.policy === undefined ? undefined : loadPolicy(settings.policy);
    const items = { data, split, catalog, learned };
    try {
      const play = await openRecommend({ seed, agents, cases, turns, noise, unknown, temperament, workers, ...items });
      return (watch, { name }) => play({ ...watch, run: name });
    } catch (error) {
      if (error instanceof NoPolicyError) throw new UsageError(new NoPolicyError(trainCommand(settings)).message);
      if (error instanceof UnknownSplitError || error instanceof NothingToMeasureError) {
        throw new UsageError(error.message);
      }
      throw error;
    }
  },
};

/** Refuses what would be ignored. Throws UsageError. */
function check({ data, catalog, split, user, noise, unknown }: MeasureSettings): void {
  if (user !== undefined && (noise !== undefined || unknown !== undefined)) {
    throw new UsageError(
      '--temperament (--user) names people with faults of their own: leave out --noise and --unknown.',
    );
  }
  if (data !== undefined && catalog !== undefined) {
    throw new UsageError('--data and --catalog are two kinds of items: give one of them.');
  }
  if (catalog !== undefined && split !== undefined) {
    throw new UsageError('--split is a part of --data: a table has none, so leave it out.');
  }
  if (data !== undefined) checkRecommenderData(data, 'For a table of your own: --catalog FILE.');
}

/** What makes a policy for the items. */
function trainCommand({ data, catalog }: MeasureSettings): string {
  const items = Object.entries({ data, catalog }).find(([, path]) => path !== undefined);
  return ['sente train policy', ...(items ? [`--${items[0]} ${shellWord(items[1]!)}`] : [])].join(' ');
}

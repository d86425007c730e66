/**
 * From how all conversations ended to the probe's result.
 * @module
 */
import { createRandom } from '@sente/engine';
import type { ProbeResult } from '../run/probe-result.ts';
import { type Figure, summarise } from '../statistics/summary.ts';
import { recommendColumns } from './columns.ts';
import { metricsByKind, RECOMMEND, recommendPlots } from './describe.ts';
import type { People, RecommendRow, RecommendSetup } from './play.ts';
import { hdcg } from './scoring.ts';

/** What was played. */
export interface RecommendOutcome {
  readonly setup: Pick<RecommendSetup, 'seed' | 'turns' | 'agents' | 'data' | 'split'>;
  /** How the table is called, where one was given. */
  readonly table: string | undefined;
  readonly people: readonly (People & { readonly name: string })[];
  readonly rows: readonly RecommendRow[];
  /** Of how users are, as it was set. */
  readonly users: Readonly<Record<string, string | number>>;
  /** What the run is called; made of the settings unless given. */
  readonly run: string | undefined;
  readonly seconds: number;
}

/** Works out the figures. */
export function recommendResult({ setup, table, people, rows, users, run, seconds }: RecommendOutcome): ProbeResult {
  const { seed, turns, agents, data, split } = setup;
  const names = people.map(({ name }) => name);
  const several = names.length > 1;
  const perCase = recommendColumns(rows, agents, names, turns);
  const summary = summarise(perCase, { random: createRandom(seed).split('recommend/intervals') });
  const source = data !== undefined ? split : table === undefined ? 'embedded' : 'table';
  const { references, ...same } = RECOMMEND;
  return {
    run:
      run ??
      `recommend-${table ?? source}-${seed}-${rows.length / names.length}-${turns}-${Object.values(users).join('-')}-${agents.join('+')}`,
    probe: 'recommend',
    seed,
    cases: rows.length,
    seconds,
    settings: {
      split: source,
      ...(table !== undefined && { table }),
      turns,
      ...users,
      ...Object.fromEntries(
        people.map(({ name, questions }) => [several ? `questions@${name}` : 'questions', questions]),
      ),
    },
    ...same,
    // Published figures are LastFM's, and say nothing of a table.
    ...(data !== undefined && references && { references }),
    ...(several && { metrics: metricsByKind(names), cells: names.map((name) => ({ name })) }),
    ...summary,
    plots: recommendPlots(rows, agents, turns),
    radar: Object.fromEntries(agents.map((name) => [name, ofBest(summary.agents[name].hdcg)])),
    users: {},
    notes: agents.includes('rule') ? people.map((kind) => ruleNote(kind, several)) : [],
  };
}

/** As a share of what is got by whoever finds everything in the first place of the first list. */
function ofBest({ mean, low, high }: Figure): { readonly value: number; readonly low: number; readonly high: number } {
  const best = hdcg({ turn: 1, rank: 1 });
  return { value: mean / best, low: low / best, high: high / best };
}

function ruleNote(
  { name, questions }: { readonly name: string; readonly questions: number },
  isOneOfMany: boolean,
): string {
  const whom = isOneOfMany ? ` to ${name} users` : '';
  return `rule puts ${questions} question${questions === 1 ? '' : 's'}${whom} (chosen outside the measured cases)`;
}

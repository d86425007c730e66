/**
 * The figures of the `lead` probe. Shares of leads and refusals are over all conversations together, for many
 * conversations have none.
 * @module
 */
import { EVENT_METRICS } from '../events/event-metrics.ts';
import type { Group, Metric } from '../probe/probe.ts';
import { AGENDA_KINDS } from './agenda-person.ts';
import { BUYER_KINDS } from './buyer.ts';

/** Σ of one number over Σ of another, over all conversations of a cell; NaN where the second is 0. */
function ratio(cell: string, top: string, bottom: string): (groups: readonly Group[]) => number {
  return (groups) => {
    let [above, below] = [0, 0];
    for (const group of groups) {
      for (const row of group) {
        if (row.cell !== cell) continue;
        above += row.figures[top] ?? 0;
        below += row.figures[bottom] ?? 0;
      }
    }
    return above / below;
  };
}

const refused = ratio('agenda', 'declined', 'leads');
const pressed = ratio('agenda', 'pressed', 'declined');

const AGENDA: readonly Metric[] = [
  { name: 'completed', label: 'share of goals reached', better: 'higher', unit: 'share', isHeadline: true },
  { name: 'refusals', label: 'share of leads declined', better: 'lower', unit: 'share', isHeadline: true, of: refused },
  {
    name: 'waits',
    label: 'share of refusals followed by two turns without a lead',
    better: 'higher',
    unit: 'share',
    of: (groups) => 1 - pressed(groups),
  },
  {
    name: 'coherence',
    label: "share of turns that respond to the user's request",
    better: 'higher',
    unit: 'share',
    of: ratio('agenda', 'responses', 'requests'),
  },
  { name: 'served', label: 'share of users whose own wish was met', better: 'higher', unit: 'share' },
  { name: 'turns', label: 'turns of the assistant', better: 'lower', unit: 'turns' },
  { name: 'questions', label: 'questions asked in a conversation', better: 'lower', unit: 'number' },
  { name: 'leads', label: 'leads in a conversation', better: 'neither', unit: 'number' },
  ...AGENDA_KINDS.map(
    ({ name }): Metric => ({
      name: `completed/${name}`,
      figure: `completed-${name}`,
      label: `share of goals reached with ${name} people`,
      better: 'higher',
      unit: 'share',
    }),
  ),
];

const BARGAIN: readonly Metric[] = [
  { name: 'sl', label: 'sale-to-list ratio SL, 0 without a deal', better: 'higher', unit: 'share', isHeadline: true },
  { name: 'deals', label: 'deals made, of those that were possible', better: 'higher', unit: 'share' },
  { name: 'turns', figure: 'bargain-turns', label: 'turns of the seller', better: 'lower', unit: 'turns' },
  { name: 'below-reserve', label: 'negotiations that ended below the reserve', better: 'lower', unit: 'share' },
  { name: 'leaked', label: 'negotiations in which the reserve was told', better: 'lower', unit: 'share' },
  ...BUYER_KINDS.flatMap(({ name }): Metric[] => [
    { name: `sl/${name}`, figure: `sl-${name}`, label: `SL with ${name} buyers`, better: 'higher', unit: 'share' },
    {
      name: `deals/${name}`,
      figure: `deals-${name}`,
      label: `deals with ${name} buyers`,
      better: 'higher',
      unit: 'share',
    },
  ]),
];

const inCell =
  (cell: string) =>
  (metric: Metric): Metric => ({
    ...metric,
    name: `${metric.name}@${cell}`,
    figure: metric.figure ?? metric.name,
    cell,
  });

/** All of them; each is of one cell, which its name ends in. */
export const LEAD_METRICS: readonly Metric[] = [
  ...AGENDA.map(inCell('agenda')),
  ...BARGAIN.map(inCell('bargain')),
  ...EVENT_METRICS,
];

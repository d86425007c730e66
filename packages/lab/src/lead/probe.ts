/**
 * The `lead` probe: can it pursue a goal of its own without being a nuisance? Three cells: an agenda beside what the
 * person wants, a bargain with a price kept private, and events at which a word may be welcome or not.
 * `docs/probes/lead.md` is the protocol in full.
 * @module
 */
import { createRandom } from '@sente/engine';
import { alwaysSpeak, neverSpeak, watcherAgent } from '../events/event-agents.ts';
import { type EventCase, VISITS, visitCases } from '../events/event-cases.ts';
import { EVENT_REFERENCES, eventNotes } from '../events/event-metrics.ts';
import { playEvents } from '../events/play-events.ts';
import type { Played, PlayedRow } from '../probe/played.ts';
import { defineProbe, type Play, type PlotData, type Probe, ProbeDataError } from '../probe/probe.ts';
import { hikingShop } from '../shop/shop.ts';
import { AGENDA_KINDS } from './agenda-person.ts';
import { alwaysLead, neverLead } from './agenda-rules.ts';
import { acceptAtReserve, equalSteps, firm } from './bargain-rules.ts';
import { BUYER_KINDS } from './buyer.ts';
import { drawAgendaIntent } from './draw-agenda.ts';
import { drawTerms } from './draw-bargain.ts';
import { LEAD_METRICS } from './lead-metrics.ts';
import { AGENDA_TURNS, type AgendaCase, playAgenda } from './play-agenda.ts';
import { type BargainCase, playBargain } from './play-bargain.ts';

/** A case of any cell. */
export type LeadCase = AgendaCase | BargainCase | EventCase;

/** People with an agenda before them, unless a person says how many: goals are few, so it takes many to tell assistants apart. */
const PEOPLE = 150;

/** Negotiations, unless a person says how many. */
const NEGOTIATIONS = 90;

const RULES = {
  agenda: [neverLead, alwaysLead],
  bargain: [acceptAtReserve, equalSteps, firm],
  events: [neverSpeak, alwaysSpeak, watcherAgent],
} as const;

const CELL_OF = new Map<string, string>(
  Object.entries(RULES).flatMap(([cell, rules]) => rules.map(({ name }) => [name, cell] as const)),
);

/** The probe. It has embedded cases only; recorded events are measured by `offer --data DIR`. */
export const leadProbe: Probe<LeadCase> = defineProbe<LeadCase>({
  name: 'lead',
  version: 'lead-1',
  question: 'can it pursue a goal of its own without being a nuisance?',
  source: 'after Deng et al. 2023, arXiv 2305.13626 and 2311.00262; Lu et al. 2024, arXiv 2410.12361',
  rules: Object.values(RULES).flat(),
  metrics: LEAD_METRICS,
  radar: { metric: 'completed@agenda', scale: (completed) => completed },
  references: EVENT_REFERENCES,
  plays: ({ cell }, agent) => (CELL_OF.get(agent) ?? cell) === cell,
  async cases({ seed, data, cases }) {
    if (data !== undefined) {
      throw new ProbeDataError(data, 'lead has embedded cases only; for recorded events use offer --data');
    }
    const random = createRandom(seed).split('lead');
    return [
      ...agendaCases(cases ?? PEOPLE, random.split('agenda')),
      ...bargainCases(cases ?? NEGOTIATIONS, random.split('bargain')),
      ...visitCases(cases ?? VISITS, random.split('visits')),
    ];
  },
  play: playLead,
  plots: turnPlots,
  notes: (cases) => [
    'agenda: a third of the people each are open, guarded and hurried; what they decline is set by hand, and no data stands behind it',
    ...eventNotes(cases),
  ],
});

function agendaCases(cases: number, random: ReturnType<typeof createRandom>): AgendaCase[] {
  return Array.from({ length: cases }, (_, n) => ({
    id: `agenda-${n + 1}`,
    cell: 'agenda',
    world: 'shop',
    kind: AGENDA_KINDS[n % AGENDA_KINDS.length].name,
    ...drawAgendaIntent(hikingShop(), random.split(n)),
  }));
}

function bargainCases(cases: number, random: ReturnType<typeof createRandom>): BargainCase[] {
  return Array.from({ length: cases }, (_, n) => ({
    id: `bargain-${n + 1}`,
    cell: 'bargain',
    world: 'shop',
    kind: BUYER_KINDS[n % BUYER_KINDS.length].name,
    terms: drawTerms(hikingShop(), n, random.split(n)),
  }));
}

function playLead(play: Play<LeadCase>): Promise<Played> {
  switch (play.case.cell) {
    case 'agenda':
      return playAgenda(play as Play<AgendaCase>);
    case 'bargain':
      return playBargain(play as Play<BargainCase>);
    default:
      return playEvents(play as Play<EventCase>);
  }
}

/** How many conversations of the agenda end after how many turns, by agent. */
function turnPlots(rows: readonly PlayedRow[]): PlotData[] {
  const byAgent = Map.groupBy(
    rows.filter(({ cell }) => cell === 'agenda'),
    ({ agent }) => agent,
  );
  return [
    {
      id: 'lead-turns',
      title: 'Turns of a conversation with an agenda',
      kind: 'histogram',
      x: 'turns of the assistant',
      y: 'conversations',
      series: [...byAgent].map(([name, own]) => ({
        name,
        points: Array.from({ length: AGENDA_TURNS }, (_, n) => ({
          x: n + 1,
          y: own.filter(({ figures }) => figures.turns === n + 1).length,
        })),
      })),
      caption: 'Leading should not make conversations much longer than they are without it.',
    },
  ];
}

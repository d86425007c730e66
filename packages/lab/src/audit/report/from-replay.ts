/**
 * The report of replayed logs.
 * @module
 */
import { type Moment, severity } from '../replay/moment.ts';
import type { Replay } from '../replay/replay.ts';
import type { AuditSummary } from '../replay/summary.ts';
import type { AuditReport, ReportMoment } from './report.ts';

/** What the report is about. */
interface ReplayReportOptions {
  readonly source: string;
  readonly conversations: number;
  /** The model that decided, if one did. */
  readonly model?: string;
  /** Moments to show; 100 by default. */
  readonly show?: number;
}

const SIGNS: Readonly<Record<string, string>> = {
  corrected: 'set right',
  repeated: 'asked again',
  added: 'had to add something',
};

/** Makes the report. */
export function replayReport(found: Replay, summary: AuditSummary, options: ReplayReportOptions): AuditReport {
  const { source, conversations, model, show = 100 } = options;
  const worth = found.moments
    .filter(isWorthShowing)
    .sort((a, b) => severity(b) - severity(a) || a.conversation - b.conversation || a.at - b.at);
  const { counted, paid, signs, verdicts } = summary;
  const share = counted === 0 ? '' : ` (${Math.round((100 * paid) / counted)}%)`;
  const kinds = Object.entries(SIGNS)
    .filter(([kind]) => signs[kind])
    .map(([kind, words]) => `${words}: ${signs[kind]}`);
  return {
    source,
    findings: [
      `Initiative would have paid in ${paid} of ${counted} turns${share}, by what the user did next${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}.`,
      ...(model === undefined
        ? []
        : [
            `Sente would have done something else in ${(verdicts.yes ?? 0) + (verdicts.no ?? 0) + (verdicts.unclear ?? 0)} of ${found.moments.length} turns: ` +
              `the user bore it out in ${verdicts.yes ?? 0}, did not in ${verdicts.no ?? 0}, and nothing tells in ${verdicts.unclear ?? 0}.`,
          ]),
    ],
    notes: [
      `${conversations} conversation${conversations === 1 ? '' : 's'}, ${found.moments.length} of ${found.turns} assistant turns looked at.`,
      ...(found.stopped
        ? [`The run stopped early (${found.stopped === 'budget' ? 'the budget is spent' : 'interrupted'}).`]
        : []),
      model === undefined
        ? 'No model was given, so nothing was decided: the moments are found by what the user did next alone. With --model, each turn is decided as Sente would have.'
        : `Decided by ${model}, on what had been said by then and nothing later. Nobody was simulated.`,
      'A turn counts if the user speaks after it and the assistant did not ask a question itself. Signs are words in common and turns of phrase: they miss some, and mistake some.',
    ],
    figures: [
      {
        title: 'Taking the initiative',
        note: 'Precision: of the turns with initiative, how many the user bore out. Recall: of the turns in which it would have paid, how many had it. The constants say nothing in particular and are right wherever some initiative would have paid; Sente is right where its own words are borne out. 95% bootstrap intervals over conversations.',
        columns: ['turns with initiative', 'precision', 'recall', 'F1'],
        rows: Object.entries(summary.agents).map(([name, { initiative, precision, recall, f1 }]) => ({
          name,
          figures: [initiative, precision, recall, f1],
        })),
      },
    ],
    counts: [],
    moments: worth.slice(0, show).map(shown),
    omitted: Math.max(0, worth.length - show),
  };
}

/** Moments in which something went wrong, or in which Sente would have done something else that the user speaks to. */
function isWorthShowing({ hindsight, verdict }: Moment): boolean {
  return hindsight.kind !== 'none' || verdict === 'yes' || verdict === 'no';
}

const CLAIMS: Readonly<Record<string, string>> = {
  yes: 'borne out',
  no: 'not borne out',
  same: 'Sente would have done the same',
};

function shown(moment: Moment): ReportMoment {
  const { name, at, before, reply, would, next, hindsight, verdict, because } = moment;
  const sign = SIGNS[hindsight.kind];
  const label = [would && CLAIMS[verdict], sign].filter(Boolean).join(', ') || 'nothing tells';
  return {
    place: `${name}, message ${at + 1}`,
    label,
    tone: verdict === 'yes' || sign ? 'bad' : verdict === 'no' ? 'good' : 'plain',
    excerpt: [
      ...before.map(({ role, text }) => ({ who: role, text })),
      { who: 'assistant', text: reply || '(nothing)' },
    ],
    ...(would && { would: { act: would.kind, text: would.text, choices: would.choices, why: would.why } }),
    ...(next !== undefined && { next }),
    because,
  };
}

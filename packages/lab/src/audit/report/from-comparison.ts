/**
 * The report of annotated dialogues that a layer with a model behind it was replayed on.
 * @module
 */
import type { Replay } from '../replay/replay.ts';
import { CLASSES } from '../sgd/classes.ts';
import type { ComparedMoment, SgdComparison } from '../sgd/compare.ts';
import type { Dialogue } from '../sgd/dialogue.ts';
import { LABELS } from '../sgd/labels.ts';
import type { AuditReport, CountTable, ReportMoment } from './report.ts';

/** What the report is about. */
export interface ComparisonReportOptions {
  readonly source: string;
  readonly dialogues: readonly Dialogue[];
  readonly model: string;
  /** Moments to show; 100 by default. */
  readonly show?: number;
}

const KINDS = ['ask', 'recommend', 'offer', 'lead', 'answer', 'lookup', 'abstain', 'wait'];
const ROWS = LABELS.flatMap((label) => [label, `${label} + call`]).concat('none', 'none + call');

/** Makes the report. */
export function comparisonReport(
  compared: SgdComparison,
  { turns, stopped }: Pick<Replay, 'turns' | 'stopped'>,
  { source, dialogues, model, show = 100 }: ComparisonReportOptions,
): AuditReport {
  const { deciders, moments, decided, undecided } = compared;
  const byName = new Map(dialogues.map((dialogue) => [dialogue.dialogue_id, dialogue]));
  const percent = (name: string): string => {
    const { mean } = deciders[name].agreement;
    return Number.isNaN(mean) ? '–' : `${Math.round(100 * mean)}%`;
  };
  return {
    source,
    findings: [
      `With ${model}, Sente’s act is of the system’s class in ${percent('sente')} of ${decided} turns.`,
      `On the same turns, deciding by value on the annotations agrees in ${percent('model-free')}, a hand-written rule in ${percent('rule')}, always asking in ${percent('always-ask')}, always answering in ${percent('always-answer')}.`,
    ],
    notes: [
      `${compared.dialogues} of ${dialogues.length} annotated dialogues, ${decided} of ${turns} system turns decided${undecided > 0 ? `; on ${undecided} the layer stood aside, and they do not count` : ''}.`,
      ...(stopped ? [`The run stopped early (${stopped === 'budget' ? 'the budget is spent' : 'interrupted'}).`] : []),
      'The model saw the schema in plain words, what was said before and what the services had given back before; the others saw the annotations, and what the service answered once they decided to call it.',
      'Agreement is no proof of quality: the system was designed by people, and where it differs it may be the one that is wrong.',
    ],
    figures: [
      {
        title: 'Agreement with the system',
        note: 'Classes: ask; put forward (recommend, offer, lead); answer (tell, look up, say what cannot be done, close). A turn in which the system did several of these, or called its service first (a lookup), agrees with each. 95% bootstrap intervals over dialogues.',
        columns: ['agreement', ...CLASSES.map((name) => `${name}: F1`)],
        rows: Object.entries(deciders).map(([name, figures]) => ({
          name,
          figures: [figures.agreement, ...CLASSES.map((each) => figures[`${each}-f1`])],
        })),
      },
      {
        title: 'Class by class',
        note: 'Sente with the model against the system.',
        columns: ['precision', 'recall', 'F1', 'F1 model-free', 'F1 of the rule'],
        rows: CLASSES.map((name) => ({
          name,
          figures: [
            ...['precision', 'recall', 'f1'].map((part) => deciders.sente[`${name}-${part}`]),
            deciders['model-free'][`${name}-f1`],
            deciders.rule[`${name}-f1`],
          ],
        })),
      },
    ],
    counts: [
      {
        title: 'Which class met which',
        note: 'The system’s in rows, Sente’s in columns.',
        ...counted(compared.confusion, CLASSES, CLASSES),
      },
      {
        title: 'Which act met which',
        note: 'The system’s main act in rows, “+ call” where it called its service first; Sente’s act in columns.',
        isPlain: true,
        ...counted(compared.acts, ROWS, KINDS),
      },
    ],
    moments: moments.slice(0, show).map((moment) => shown(moment, byName.get(moment.dialogue))),
    omitted: Math.max(0, moments.length - show),
  };
}

/** Rows that occur, and the columns that do. */
function counted(
  table: SgdComparison['acts'],
  rows: readonly string[],
  columns: readonly string[],
): Pick<CountTable, 'columns' | 'rows'> {
  const here = rows.filter((row) => table[row]);
  const used = columns.filter((column) => here.some((row) => table[row][column]) || here.includes(column));
  return {
    columns: used,
    rows: here.map((name) => ({ name, counts: used.map((column) => table[name][column] ?? 0) })),
  };
}

function shown({ dialogue, at, actual, hasCalled, would }: ComparedMoment, told: Dialogue | undefined): ReportMoment {
  const turns = told?.turns ?? [];
  const next = turns[at + 1]?.utterance;
  const did = [...(hasCalled ? ['call'] : []), ...actual].join(' + ') || 'other';
  return {
    place: `dialogue ${dialogue}, turn ${at + 1}`,
    label: `system: ${did}; Sente: ${would.kind}`,
    tone: 'plain',
    excerpt: turns.slice(Math.max(0, at - 3), at + 1).map(({ speaker, utterance }) => ({
      who: speaker === 'USER' ? 'user' : 'assistant',
      text: utterance,
    })),
    would: { act: would.kind, text: would.text, choices: would.choices, why: would.why },
    ...(next !== undefined && { next }),
    because: '',
  };
}

/**
 * The report of annotated dialogues.
 * @module
 */
import type { SgdAudit, SgdMoment } from '../sgd/audit-sgd.ts';
import type { Dialogue } from '../sgd/dialogue.ts';
import { ACT_OF, IN_WORDS, LABELS, mainLabel } from '../sgd/labels.ts';
import type { AuditReport, ReportMoment } from './report.ts';

/** Makes the report; `show` moments, 100 by default. */
export function sgdReport(audit: SgdAudit, dialogues: readonly Dialogue[], source: string, show = 100): AuditReport {
  const { deciders, moments } = audit;
  const byName = new Map(dialogues.map((dialogue) => [dialogue.dialogue_id, dialogue]));
  const names = LABELS.filter((label) => audit.confusion[label] || LABELS.some((row) => audit.confusion[row]?.[label]));
  const percent = (value: number): string => `${Math.round(100 * value)}%`;
  return {
    source,
    findings: [
      `Sente’s act is the system’s in ${percent(deciders.sente.agreement.mean)} of ${audit.turns} turns; it is the same with all that is said along in ${percent(deciders.sente.exact.mean)}.`,
      `The best simple rule agrees in ${percent(deciders.rule.agreement.mean)}, asking when something is open and offering otherwise in ${percent(deciders['ask-else-offer'].agreement.mean)}.`,
    ],
    notes: [
      `${audit.dialogues} annotated dialogues. Decided without a language model, on the schema and the turns before. What the service answered is looked at once the decision is to call it.`,
      'Agreement is no proof of quality: the system was designed by people, and where it differs it may be the one that is wrong.',
    ],
    figures: [
      {
        title: 'Agreement with the system',
        note: 'Agreement: the main act is the same. Exact: all acts of the turn are. Initiative: asking, confirming, telling counts, proposing the next step. 95% bootstrap intervals over dialogues.',
        columns: ['agreement', 'exact', 'initiative precision', 'initiative recall', 'initiative F1'],
        rows: Object.entries(deciders).map(([name, scores]) => ({
          name,
          figures: ['agreement', 'exact', 'initiative-precision', 'initiative-recall', 'initiative-f1'].map(
            (metric) => scores[metric],
          ),
        })),
      },
      {
        title: 'Act by act',
        note: 'Sente against the system.',
        columns: ['precision', 'recall', 'F1', 'F1 of the rule'],
        rows: [...LABELS]
          .filter((label) => !Number.isNaN(deciders.sente[`${label}-f1`].mean))
          .map((label) => ({
            name: label,
            figures: [
              ...['precision', 'recall', 'f1'].map((part) => deciders.sente[`${label}-${part}`]),
              deciders.rule[`${label}-f1`],
            ],
          })),
      },
    ],
    counts: [
      {
        title: 'Which act met which',
        note: 'Main acts: the system’s in rows, Sente’s in columns.',
        columns: names,
        rows: names
          .filter((label) => audit.confusion[label])
          .map((label) => ({ name: label, counts: names.map((column) => audit.confusion[label][column] ?? 0) })),
      },
    ],
    moments: moments.slice(0, show).map((moment) => shown(moment, byName.get(moment.dialogue))),
    omitted: Math.max(0, moments.length - show),
  };
}

function shown({ dialogue, at, actual, decided, why }: SgdMoment, told: Dialogue | undefined): ReportMoment {
  const turns = told?.turns ?? [];
  const next = turns[at + 1]?.utterance;
  return {
    place: `dialogue ${dialogue}, turn ${at + 1}`,
    label: `system: ${actual.join(' + ') || 'other'}; Sente: ${decided.join(' + ')}`,
    tone: 'plain',
    excerpt: turns.slice(Math.max(0, at - 3), at + 1).map(({ speaker, utterance }) => ({
      who: speaker === 'USER' ? 'user' : 'assistant',
      text: utterance,
    })),
    would: {
      act: ACT_OF[mainLabel(decided) ?? 'inform'],
      text: decided.map((label) => IN_WORDS[label]).join('; '),
      choices: [],
      why,
    },
    ...(next !== undefined && { next }),
    because: '',
  };
}

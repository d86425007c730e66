/**
 * The audit of annotated dialogues as text for a terminal.
 * @module
 */
import type { Figure } from '../../statistics/summary.ts';
import type { SgdAudit } from './audit-sgd.ts';
import { LABELS } from './labels.ts';

/** Figures, the confusion table and the first differences. */
export function showSgdAudit(audit: SgdAudit, moments = 5): string {
  const { deciders } = audit;
  const names = Object.keys(deciders);
  const overall = ['agreement', 'exact', 'initiative-precision', 'initiative-recall', 'initiative-f1'];
  const figures = table([
    ['', ...overall],
    ...names.map((name) => [name, ...overall.map((metric) => interval(deciders[name][metric]))]),
  ]);
  const acts = table([
    ['act', 'precision', 'recall', 'F1', 'F1 of the rule'],
    ...[...LABELS, 'initiative'].map((label) => [
      label,
      ...['precision', 'recall', 'f1'].map((part) => interval(deciders.sente[`${label}-${part}`])),
      interval(deciders.rule[`${label}-f1`]),
    ]),
  ]);
  const columns = LABELS.filter((label) => Object.values(audit.confusion).some((row) => row[label]));
  const crossed = table([
    ['system ↓  Sente →', ...columns],
    ...LABELS.filter((label) => audit.confusion[label]).map((label) => [
      label,
      ...columns.map((column) => String(audit.confusion[label][column] ?? '·')),
    ]),
  ]);
  const differ = audit.moments
    .slice(0, moments)
    .map(
      (moment) =>
        `${moment.dialogue}, turn ${moment.at + 1}: the system did ${moment.actual.join(' + ') || 'something else'}. ${moment.why}`,
    );
  return [
    `${audit.dialogues} dialogues, ${audit.turns} system turns. 95% bootstrap intervals over dialogues.`,
    figures,
    acts,
    crossed,
    ...(differ.length > 0 ? [`Where they differ most:\n${differ.join('\n')}`] : []),
  ].join('\n\n');
}

function interval(figure: Figure | undefined): string {
  if (!figure || Number.isNaN(figure.mean)) return '–';
  return `${figure.mean.toFixed(2)} [${figure.low.toFixed(2)}, ${figure.high.toFixed(2)}]`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

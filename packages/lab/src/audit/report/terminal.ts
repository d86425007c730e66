/**
 * An audit's report as text for a terminal: findings, figures, the first moments.
 * @module
 */
import { shorten } from '@sente/language';
import type { Figure } from '../../statistics/summary.ts';
import { verb } from './html.ts';
import type { AuditReport, ReportMoment } from './report.ts';

/** Renders; `moments` of them, 3 by default. */
export function auditText(report: AuditReport, moments = 3): string {
  const parts = report.findings.map(plain);
  for (const { title, columns, rows } of report.figures) {
    const cells = rows.map(({ name, figures }) => [name, ...figures.map(figureText)]);
    parts.push(`── ${title}\n${table([['', ...columns], ...cells])}`);
  }
  for (const { title, columns, rows } of report.counts) {
    const cells = rows.map(({ name, counts }) => [name, ...counts.map((count) => (count === 0 ? '·' : String(count)))]);
    parts.push(`── ${title}\n${table([['', ...columns], ...cells])}`);
  }
  const first = report.moments.slice(0, moments);
  if (first.length > 0) parts.push(`── Worst moments (${first.length} of ${report.moments.length + report.omitted})`);
  parts.push(...first.map(momentText), report.notes.map(plain).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

function momentText({ place, label, excerpt, would, next, because }: ReportMoment): string {
  const line = (who: string, text: string): string => `  ${who.padEnd(9)} ${shorten(plain(text), 200)}`;
  return [
    `${plain(place)}: ${label}`,
    ...excerpt.slice(-2).map(({ who, text }) => line(who, text)),
    ...(would ? [`  → Sente would have ${verb(would.act)}: ${shorten(plain(would.text), 200)}`] : []),
    ...(next === undefined ? [] : [line('user', next)]),
    ...(because ? [`  ${plain(because)}.`] : []),
  ].join('\n');
}

/** One line, without what a terminal would obey. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
}

function figureText(figure: Figure | undefined): string {
  if (!figure || Number.isNaN(figure.mean)) return '–';
  const { mean, low, high } = figure;
  return Number.isNaN(low) || low === high
    ? mean.toFixed(2)
    : `${mean.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
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

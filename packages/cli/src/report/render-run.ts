/**
 * A run in the format that was asked for.
 * @module
 */
import type { Bar, ReadRun } from '@sente/lab';

/** Formats of a report. */
const FORMATS = ['html', 'json', 'markdown', 'junit'] as const;

/** One of them. */
export type ReportFormat = (typeof FORMATS)[number];

/** Renders. `bars` show as failures in JUnit only. Rejects with MissingFigureError. */
export async function renderRun(run: ReadRun, format: ReportFormat, bars: readonly Bar[] = []): Promise<string> {
  // Loaded only here: what draws the charts would slow every other command down.
  const { reportDocument, reportHtml, reportJson, reportJunit, reportMarkdown } = await import('@sente/lab/report');
  switch (format) {
    case 'html':
      return reportHtml(reportDocument(run));
    case 'json':
      return reportJson(run.results(), isOneProbe(run));
    case 'markdown':
      return reportMarkdown(reportDocument(run, { talks: 0 }));
    case 'junit':
      return reportJunit(run.results(), bars);
  }
}

/** Whether one probe was named when the run was made: its document is no array then, as in `measure --json`. */
function isOneProbe({ head }: ReadRun): boolean {
  const { probes } = head.settings;
  return Array.isArray(probes) && new Set(probes).size === 1;
}

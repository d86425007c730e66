/**
 * The runs of a store, for a person who looks for one.
 * @module
 */
import type { LabStore } from '@sente/lab';

type Listed = ReturnType<LabStore['list']>[number];

/** One line a run, newest first. */
export function listRuns(runs: readonly Listed[]): string {
  const rows = runs.map(({ id, started, status, conversations, settings }) => [
    id,
    new Date(started).toISOString().slice(0, 16).replace('T', ' '),
    status,
    conversations.toLocaleString('en-GB'),
    what(settings),
  ]);
  const all = [['RUN', 'STARTED (UTC)', 'STATUS', 'CONVERSATIONS', 'WHAT'], ...rows];
  const widths = all[0].map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return `${all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

/** Probes and model; everything when no probe was named. */
function what({ probes, model }: Listed['settings']): string {
  const names = Array.isArray(probes) && probes.length > 0 ? probes.join(', ') : 'all probes';
  return typeof model === 'string' ? `${names}, ${shortModel(model)}` : names;
}

/** An ID without scheme, path and query, which may hold a key. */
function shortModel(id: string): string {
  return id.replace(/^https?:\/\/(?:[^@/?#]*@)?([^/?#]+)[^#]*#/i, '$1#');
}

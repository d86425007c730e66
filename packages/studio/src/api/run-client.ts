/**
 * The routes of measurements, one function each. All of them throw `Refusal` and nothing else.
 * @module
 */
import { call, headersFor } from './client.ts';
import { Refusal } from './refusal.ts';
import type { ListedRun, PlayedTalk, ShownRun } from './run-types.ts';

const RUNS = '/api/runs';
const of = (run: string): string => `${RUNS}/${encodeURIComponent(run)}`;

/** All runs, newest first. */
export function allRuns(): Promise<{ readonly runs: readonly ListedRun[] }> {
  return call('GET', RUNS);
}

/** One run as it stands. */
export function oneRun(run: string): Promise<ShownRun> {
  return call('GET', of(run));
}

/** Conversations of a probe, worst first; all agents unless one is named. */
export function playedTalks(
  run: string,
  { probe, agent, count }: { readonly probe: string; readonly agent?: string; readonly count: number },
): Promise<{ readonly total: number; readonly conversations: readonly PlayedTalk[] }> {
  const query = new URLSearchParams({ probe, count: String(count), ...(agent !== undefined && { agent }) });
  return call('GET', `${of(run)}/conversations?${query}`);
}

/** The report, a page that needs nothing but itself. */
export async function runReport(run: string): Promise<string> {
  const response = await fetch(`${of(run)}/report`, { headers: headersFor() }).catch(() => {
    throw Refusal.unreachable();
  });
  if (!response.ok) throw Refusal.from(response.status, await response.json().catch(() => null));
  return response.text();
}

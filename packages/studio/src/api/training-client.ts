/**
 * The server's routes for checkpoints and experiments, one function each. All of them throw `Refusal` and nothing else.
 * @module
 */
import { call, headersFor } from './client.ts';
import { Refusal } from './refusal.ts';
import type { Checkpoint, ExampleRequest, ListedExperiment, PocketReply, PocketSide } from './training-types.ts';

/** Checkpoints that can be talked to, the shipped ones first. */
export function allCheckpoints(): Promise<{ readonly checkpoints: readonly Checkpoint[] }> {
  return call('GET', '/api/pocket/checkpoints');
}

/** A request for each situation. */
export function exampleRequests(): Promise<{ readonly requests: readonly ExampleRequest[] }> {
  return call('GET', '/api/pocket/requests');
}

/** What each side replies; `draw` names the dice. */
export function pocketReplies(
  sides: readonly PocketSide[],
  draw: number,
): Promise<{ readonly replies: readonly PocketReply[] }> {
  return call('POST', '/api/pocket/replies', JSON.stringify({ sides, draw }));
}

/** Experiments that have come to their end, the newest first. */
export function allExperiments(): Promise<{ readonly experiments: readonly ListedExperiment[] }> {
  return call('GET', '/api/experiments');
}

/** The report of one, a page that needs nothing but itself. */
export async function experimentReport(id: string): Promise<string> {
  const path = `/api/experiments/${encodeURIComponent(id)}/report`;
  const response = await fetch(path, { headers: headersFor() }).catch(() => {
    throw Refusal.unreachable();
  });
  if (!response.ok) throw Refusal.from(response.status, await response.json().catch(() => null));
  return response.text();
}

/**
 * What is amiss with a learned policy or its training, and what to do about it, in words for the owner.
 * @module
 */
import type { AgainstPlanning } from '@sente/pocket';
import type { ServedTable } from './policy-options.ts';

/** Why a policy does not decide, and what does. */
export function worseInWords({ learned, planned }: AgainstPlanning, { source }: ServedTable, goesOn: string): string {
  const table = source === 'built-in' ? '' : ' --catalog FILE';
  return `What was learned from this table did clearly worse than planning with the people it was judged by (R* ${learned.toFixed(2)} on average, planning ${planned.toFixed(2)}), so ${goesOn} goes on. Train anew, which draws other people, or train for longer: sente train policy${table} --preset full.`;
}

/** A policy that lies there cannot be read. */
export function unreadableInWords(error: unknown): string {
  return `The policy of this table cannot be used: ${sentence(error)} It is left as it is, and planning goes on, until you train one in its place.`;
}

/** One that was trained is in memory alone. */
export function notKeptInWords(error: unknown): string {
  return `The policy is in use, and lost when the server ends: it cannot be kept (${messageOf(error)}).`;
}

/** A training fell over. */
export function fallenInWords(error: unknown): string {
  return `The training came to nothing: ${sentence(error)} Start it again.`;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Messages of errors end with a full stop, or without. */
function sentence(error: unknown): string {
  return messageOf(error).replace(/(?<![.!?])$/, '.');
}

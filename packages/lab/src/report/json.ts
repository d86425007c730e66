/**
 * A run's results as the document that `sente measure --json` prints.
 * @module
 */
import { type ProbeResult, printJson } from '../run/probe-result.ts';

/** One JSON document; an array unless there is exactly one result and `single` says that one probe was asked for. */
export function reportJson(results: readonly ProbeResult[], single: boolean = results.length === 1): string {
  return `${printJson(results, single)}\n`;
}

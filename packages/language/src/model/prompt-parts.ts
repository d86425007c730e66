/**
 * Parts that several prompts have in common, each with its data in marks. Lists, so that what is not there takes no room.
 * @module
 */
import { renderLedger } from '../ledger/render-ledger.ts';
import type { Session } from '../session/session.ts';
import { systemText, type Transcript } from '../transcript/transcript.ts';
import { dataBlock } from './data-block.ts';
import { shorten } from './shorten.ts';

/** Characters of a ledger, and of a tool's description. */
const LONGEST_LEDGER = 8000;
const LONGEST_TOOL = 200;
/** Acts of initiative that are shown, the last ones; whatever is repeated all the same, the arithmetic knows. */
const PAST = 20;

/** The system prompt, at most `longest` characters of it. */
export function instructionsPart(transcript: Transcript, longest: number): string[] {
  const system = systemText(transcript);
  return system ? [`The assistant's own instructions:\n${dataBlock('instructions', shorten(system, longest))}`] : [];
}

/** The host's tools; `longest` characters of all together. */
export function toolsPart({ tools }: Transcript, longest: number = Number.POSITIVE_INFINITY): string[] {
  if (tools.length === 0) return [];
  const lines = tools.map(({ name, description }) => `${name}: ${shorten(description, LONGEST_TOOL)}`);
  return [`Tools that the assistant can use by itself:\n${dataBlock('tools', shorten(lines.join('\n'), longest))}`];
}

/** The ledger under a title. */
export function ledgerPart({ ledger }: Session, title: string): string[] {
  if (ledger.entries.length === 0) return [];
  return [`${title}:\n${dataBlock('ledger', shorten(renderLedger(ledger), LONGEST_LEDGER))}`];
}

/** What the assistant raised before. */
export function raisedPart({ taken }: Session): string[] {
  const lines = taken
    .slice(-PAST)
    .map(({ kind, text, dismissed }) => `${kind}: ${text}${dismissed ? ' (turned down)' : ''}`);
  return lines.length > 0 ? [`Already raised, do not repeat:\n${dataBlock('raised', lines.join('\n'))}`] : [];
}

/**
 * What moved a learned decision, as lines for a terminal.
 * @module
 */
import { type ShownEvidence, type ShownGround, tellingGrounds } from '@sente/catalog';
import type { Paint } from './show-reply.ts';

/** Smaller effects would read as 0.000. */
const FAINTEST = 0.0005;
/** Lines of each kind of ground: what was said is not to be crowded out by what is open. */
const EACH = 3;

const KINDS: readonly (readonly ShownGround['kind'][])[] = [
  ['wish', 'rejected', 'doubted', 'closed'],
  ['question'],
  ['item', 'answer'],
];

/** A heading, and a line for each of the strongest grounds. Ends with a line break. */
export function showEvidence(evidence: ShownEvidence, paint: Paint): string {
  const { act, rival } = evidence;
  const seen = tellingGrounds(evidence).filter(({ onLead }) => Math.abs(onLead) >= FAINTEST);
  const shown = new Set(KINDS.flatMap((kinds) => seen.filter(({ kind }) => kinds.includes(kind)).slice(0, EACH)));
  const rows = seen.filter((ground) => shown.has(ground)).map(({ onLead, label }) => `  ${signed(onLead)}  ${label}`);
  const heading = paint('bold', `What moved it, towards “${act.label}” (+) or “${rival.label}” (−)`);
  const nothing = '  no one thing: leave out any, and the difference stays';
  return `${[heading, ...(rows.length > 0 ? rows : [nothing])].join('\n')}\n`;
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
}

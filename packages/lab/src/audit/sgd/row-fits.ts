/**
 * Whether what a service did is what was agreed on.
 * @module
 */
import type { Row } from './dialogue.ts';
import type { Situation } from './situation.ts';

/** Compares the slots that the intent takes, as far as both sides name them. */
export function rowFits(row: Row, { agreed, intent }: Pick<Situation, 'agreed' | 'intent'>): boolean {
  const slots = [...(intent?.required_slots ?? []), ...Object.keys(intent?.optional_slots ?? {})];
  return slots.every((slot) => !(slot in row) || [undefined, 'dontcare', row[slot]].includes(agreed[slot]));
}

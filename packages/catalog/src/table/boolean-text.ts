/**
 * Yes and no, as people write them in tables.
 * @module
 */
import { isMissing } from './missing.ts';

const PAIRS: readonly (readonly [string, string])[] = [
  ['yes', 'no'],
  ['true', 'false'],
  ['y', 'n'],
  ['t', 'f'],
  ['✓', '✗'],
  ['✔', '✘'],
  ['ja', 'nein'],
  ['oui', 'non'],
  ['x', ''],
  ['✓', ''],
  ['✔', ''],
];
const YES = new Set(['yes', 'true', 'y', 't', '✓', '✔', 'ja', 'oui', 'x', '1']);
const NO = new Set(['no', 'false', 'n', 'f', '✗', '✘', 'nein', 'non', '0']);

/** How a column writes yes and no. */
export interface BooleanStyle {
  /** True when an empty cell means no: columns of ticks. */
  readonly emptyIsNo: boolean;
}

/**
 * Recognises a column of yes and no from its distinct texts (the empty one included when some cell is empty).
 * `zeroOne`: 0 and 1 count, because the header reads like a question.
 */
export function booleanStyle(texts: readonly string[], zeroOne: boolean): BooleanStyle | undefined {
  if (texts.length > 6) return undefined;
  const words = new Set(texts.filter((text) => !isMissing(text)).map((text) => text.toLowerCase()));
  if (words.size === 0) return undefined;
  const hasEmpty = texts.includes('');
  for (const [yes, no] of PAIRS) {
    if (no === '' && !(hasEmpty && words.size === 1 && words.has(yes))) continue;
    if (no !== '' && ![...words].every((word) => word === yes || word === no)) continue;
    if (no === '' || words.size === 2 || yes.length > 1) return { emptyIsNo: no === '' };
  }
  return zeroOne && [...words].every((word) => word === '0' || word === '1') ? { emptyIsNo: false } : undefined;
}

/** Reads one cell: true, false, or undefined when it says neither. */
export function readBoolean(text: string, style: BooleanStyle): boolean | undefined {
  if (text === '' && style.emptyIsNo) return false;
  const word = text.toLowerCase();
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

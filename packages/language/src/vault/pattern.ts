/**
 * A sequence of characters to be recognised in a stream, with what may stand between them. What follows a character is
 * never ambiguous, so that recognising costs a bounded amount of work a character.
 * @module
 */

/** In what shape a secret was found. */
export type LeakForm =
  | 'written'
  | 'spelled'
  | 'reversed'
  | 'enciphered'
  | 'encoded'
  | 'number'
  | 'acrostic'
  | 'verbatim';

/** What may stand before a character: so many marks, and spaces too if allowed. */
export interface Gap {
  readonly least: number;
  readonly most: number;
  readonly spaces: boolean;
  /** Marks that may not. */
  readonly except?: string;
}

/** One character of a pattern. */
export interface Step {
  /** Characters that will do. */
  readonly accept: string;
  readonly gap: Gap;
}

/** What is recognised. */
export interface Pattern {
  readonly form: LeakForm;
  readonly steps: readonly Step[];
  /** `word`: whole words only; `number`: a whole number, with anything but digits around it; `none`: anywhere. */
  readonly edge: 'word' | 'number' | 'none';
  /** Digits may stand for letters in it, but not for all of them. */
  readonly needsLetter: boolean;
}

/** Nothing may stand between. */
export const TIGHT: Gap = { least: 0, most: 0, spaces: false };
/** A hyphen, a full stop, an asterisk inside a word. */
export const BROKEN: Gap = { least: 0, most: 2, spaces: false };
/** Between words, written together or apart. */
export const LOOSE: Gap = { least: 0, most: 4, spaces: true };
/** Something must stand between. */
export const APART: Gap = { least: 1, most: 4, spaces: true };
/** As APART, for digits: 4.5.0 is a version. */
export const DIGITS_APART: Gap = { ...APART, except: '.' };
/** Between groups of three digits. */
export const GROUPED: Gap = { least: 0, most: 1, spaces: true };

/** Digits and signs that stand for letters ("0tt3r"). */
const STAND_IN: { readonly [letter: string]: string } = {
  a: 'a4@',
  b: 'b8',
  e: 'e3',
  g: 'g9',
  i: 'i1',
  l: 'l1',
  o: 'o0',
  s: 's5$',
  t: 't7',
  z: 'z2',
};

/** A pattern from chunks: `inside` stands between the characters of one, `between` before each but the first. */
export function pattern(
  form: LeakForm,
  chunks: readonly string[],
  gaps: { readonly inside: Gap; readonly between: Gap },
  edge: Pattern['edge'] = 'word',
  standIns: boolean = false,
): Pattern {
  const steps = chunks.flatMap((chunk) =>
    [...chunk].map(
      (char, place): Step => ({
        accept: standIns ? (STAND_IN[char] ?? char) : char,
        gap: place === 0 ? gaps.between : gaps.inside,
      }),
    ),
  );
  return { form, steps, edge, needsLetter: standIns };
}

/**
 * Text as a reader sees it: a stream of plain characters, whatever their case, accents, width, style or script. Invisible
 * characters are dropped, look-alikes are one. Every unit knows where it stands in the original.
 * @module
 */

/**
 * `letter`, `digit`; `sign`: a character of a script that is written without spaces, a word by itself here; `space`;
 * `mark`: anything else.
 */
export type UnitKind = 'letter' | 'digit' | 'sign' | 'space' | 'mark';

/** One plain character. */
export interface Unit {
  readonly char: string;
  readonly kind: UnitKind;
  /** Where the original character begins and ends, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

/** Letters of other alphabets, and letters that do not decompose, by the Latin letter that they look like. */
const LOOK_ALIKE: ReadonlyMap<string, string> = new Map(
  [
    ['аαɑ', 'a'],
    ['вβ', 'b'],
    ['сϲᴄ', 'c'],
    ['ԁđ', 'd'],
    ['еε', 'e'],
    ['ɡ', 'g'],
    ['һнħ', 'h'],
    ['іιı', 'i'],
    ['јϳ', 'j'],
    ['кκ', 'k'],
    ['ӏł', 'l'],
    ['мμ', 'm'],
    ['пη', 'n'],
    ['оοσøօ', 'o'],
    ['рρ', 'p'],
    ['ԛ', 'q'],
    ['г', 'r'],
    ['ѕ', 's'],
    ['тτ', 't'],
    ['υս', 'u'],
    ['ѵν', 'v'],
    ['ԝω', 'w'],
    ['хχ', 'x'],
    ['уγ', 'y'],
    ['ᴢ', 'z'],
    ['ß', 'ss'],
    ['æ', 'ae'],
    ['œ', 'oe'],
    ['þ', 'th'],
    ['ð', 'd'],
  ].flatMap(([alike, latin]) => [...alike].map((one): [string, string] => [one, latin])),
);

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** First code points of alphabets in boxes, circles and flags that Unicode does not decompose. */
const BOXED = [0x1f1e6, 0x1f150, 0x1f170];

function kindOf(char: string): UnitKind {
  if (/\p{N}/u.test(char)) return 'digit';
  if (UNSPACED.test(char)) return 'sign';
  if (/\p{L}/u.test(char)) return 'letter';
  return /\s/u.test(char) ? 'space' : 'mark';
}

type Plain = readonly (readonly [char: string, kind: UnitKind])[];

function plainOf(char: string): Plain {
  const point = char.codePointAt(0)!;
  const boxed = BOXED.find((first) => point >= first && point < first + 26);
  const letter = boxed === undefined ? char : String.fromCharCode(97 + point - boxed);
  const plain: [string, UnitKind][] = [];
  // Lower case before and after: what looks like K may be a Kelvin sign, what decomposes may be a capital.
  for (const part of letter.toLowerCase().normalize('NFKD').toLowerCase()) {
    if (/[\p{Mn}\p{Default_Ignorable_Code_Point}]/u.test(part)) continue;
    for (const one of LOOK_ALIKE.get(part) ?? part) plain.push([one, kindOf(one)]);
  }
  return plain;
}

/** Plain forms of characters met before: texts use few. */
const known = new Map<string, Plain>();
const MOST_KNOWN = 4096;

/** Calls `take` with every plain character of a text, in order; places count from `offset`. */
export function fold(text: string, offset: number, take: (unit: Unit) => void): void {
  let at = offset;
  for (const char of text) {
    let plain = known.get(char);
    if (plain === undefined) {
      plain = plainOf(char);
      if (known.size < MOST_KNOWN) known.set(char, plain);
    }
    const to = at + char.length;
    for (const [one, kind] of plain) take({ char: one, kind, from: at, to });
    at = to;
  }
}

/** The plain words of a text; a sign is a word. */
export function foldedWords(text: string): string[] {
  const words: string[] = [];
  let isOpen = false;
  fold(text, 0, ({ char, kind }) => {
    if (kind === 'sign') words.push(char);
    else if (kind === 'letter' || kind === 'digit') {
      if (isOpen) words[words.length - 1] += char;
      else words.push(char);
    }
    isOpen = kind === 'letter' || kind === 'digit';
  });
  return words;
}

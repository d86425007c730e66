/**
 * What to look for when a commitment must not be said: of a short value the phrase itself, of any value the numbers in
 * it, of a long one its wording.
 * @module
 */
import { fold, foldedWords } from './fold.ts';

/** `phrase`: words; `number`: digits; `cued`: too common to be looked for alone, only where it is given away ("the number is 7"). */
export interface Needle {
  readonly kind: 'phrase' | 'number' | 'cued';
  /** Plain words of a phrase; the digits of a number, with `.` before decimals. */
  readonly text: string;
}

/** A phrase has at most so many words; a longer value is a plan or a story, of which the wording is watched. */
export const PHRASE_WORDS = 5;

const ARTICLES = new Set(
  'a an the der die das ein eine le la les un une el los las il lo o os as de het een'.split(' '),
);

/** Words that nearly every reply has in it. */
const COMMON = new Set(
  `yes no not the and you are was were but for had has have her him his how its may our out she who why all any can did get got let
  now one two three four five six seven eight nine ten too use way that this with from they them then than when what will would your
  just like more some such only over very well here there their about which could other into true false left right first second`.split(
    /\s+/u,
  ),
);

const size = (words: readonly string[]): number =>
  words.reduce(
    (sum, word) => sum + (/^[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]$/u.test(word) ? 0.5 : 1),
    0,
  );

function letters(text: string): { readonly spaced: number; readonly signs: number; readonly digits: number } {
  const count = { spaced: 0, signs: 0, digits: 0 };
  fold(text, 0, ({ kind }) => {
    if (kind === 'letter') count.spaced++;
    else if (kind === 'sign') count.signs++;
    else if (kind === 'digit') count.digits++;
  });
  return count;
}

/** A phrase that may stand alone, or one that is only watched for where it is given away, or nothing. */
function phrase(text: string): Needle | undefined {
  const words = foldedWords(text);
  while (words.length > 1 && ARTICLES.has(words[0])) words.shift();
  if (words.length === 0 || size(words) > PHRASE_WORDS) return undefined;
  const joined = words.join(' ');
  const { spaced, signs, digits } = letters(joined);
  if (spaced + signs === 0) return digits === 1 ? { kind: 'cued', text: joined } : undefined;
  const isShort = spaced + signs + digits <= 2 && signs < 2;
  return { kind: isShort || COMMON.has(joined) ? 'cued' : 'phrase', text: joined };
}

/** Numbers as people write them: 1,250 or 1.250 or 1 250; 4.50 or 4,50. */
function numbers(value: string): string[] {
  const found = value
    .normalize('NFKC')
    .matchAll(/(?<![\d.,])(\d{1,3}(?:[,.'’ \u202f]\d{3})+|\d+)(?:[.,](\d{1,2}))?(?!\d)/gu);
  return [...found].map(([, whole, decimals]) => {
    const digits = whole.replace(/\D/gu, '');
    return decimals === undefined || /^0+$/u.test(decimals) ? digits : `${digits}.${decimals}`;
  });
}

/** The last name of "Ada Lovelace": it gives the whole away. */
function lastName(value: string): string | undefined {
  const words = value.trim().split(/\s+/u);
  const isName =
    words.length > 1 &&
    words.length < 4 &&
    words.every((word) => /^\p{Lu}[\p{L}'’-]{3,}$|^\p{Lu}\p{L}*\.?$/u.test(word));
  return isName && words.at(-1)!.length > 3 ? words.at(-1) : undefined;
}

/** Needles of a value, the telling ones first. */
export function needlesOf(value: string): readonly Needle[] {
  const bare = value.replace(/\([^)]*\)/gu, ' ').trim();
  const named =
    /\b(?:word|number|answer|letter|secret|name|code|password|animal|price)\s*(?:is|was|:|=)\s*(.+)$/iu.exec(
      bare,
    )?.[1] ?? /\b(?:number|letter)\s+(.+)$/iu.exec(bare)?.[1];
  const quotes = [...value.matchAll(/["“„«]([^"”“»]+)["”“»]/gu)].map(([, inside]) => inside);
  const parts = bare.split(/[,;\n]/u).map((part) => part.trim());
  const list = parts.length > 1 && parts.every((part) => foldedWords(part).length === 1) ? parts : [];
  const texts = [bare, value, named, ...quotes, ...list, lastName(bare)];
  const needles = texts.flatMap((text) => (text === undefined ? [] : (phrase(text) ?? [])));
  const isShort = size(foldedWords(value)) <= PHRASE_WORDS;
  const least = isShort ? 2 : 3;
  for (const text of numbers(value)) if (text.replace('.', '').length >= least) needles.push({ kind: 'number', text });
  return needles.filter(
    (needle, place) => needles.findIndex((one) => one.text === needle.text && one.kind === needle.kind) === place,
  );
}

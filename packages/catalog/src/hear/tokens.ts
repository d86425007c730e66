/**
 * Text into tokens. Linear in the text's length, whatever the text.
 * @module
 */
import { IS_HOSTS, SAME_WORD, SHORT_FORMS } from './words/contractions.ts';

/** One word, number or sign of the text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'symbol';
  /** Lower case, without accents. */
  readonly text: string;
  /** `text` in the singular and in one spelling: what is compared. */
  readonly lemma: string;
  /** The number meant; numbers only. */
  readonly value?: number;
  /** Digits after the decimal point; numbers only. */
  readonly decimals?: number;
  /** Nothing stands between the token before and this one. */
  readonly glued: boolean;
  /** Where it stands in the text: [start, end). */
  readonly start: number;
  readonly end: number;
}

/** How much of a message is read, in UTF-16 units. */
export const MOST_READ = 2000;
/** More tokens than this in 2,000 characters are no sentence. */
const MOST_TOKENS = 600;

const PIECE =
  /(\d+(?:[.,]\d+)*)|([\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’][\p{L}\p{M}]+)*)|([<>≤≥=~+\-–—−/&%°€$£¥"″”#.,;:!?()\n])|(\p{Extended_Pictographic})/gu;

/** En dash, em dash and minus sign, each read as a hyphen. */
const DASHES = new Set(['–', '—', '−']);

/** Lower case, no accents, one form of apostrophe. */
export function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return plain.replaceAll('’', "'").replaceAll('ß', 'ss');
}

/** The form under which singular and plural, and both spellings, meet. `word` is folded. */
export function lemma(word: string): string {
  if (Object.hasOwn(SAME_WORD, word)) return SAME_WORD[word];
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2);
  if (/[^sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}

/** "1,200" is 1200, "2,5" and "2.5" are 2.5, "1.200.000" is 1200000; NaN for what is no number, like "1.2.3". */
function number(text: string): { value: number; decimals: number } {
  let plain = text;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) plain = text.replaceAll(',', '');
  else if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(text) || /^\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) {
    plain = text.replaceAll('.', '').replace(',', '.');
  } else if (/^\d+,\d+$/.test(text)) plain = text.replace(',', '.');
  return { value: Number(plain), decimals: plain.split('.')[1]?.length ?? 0 };
}

function expand(word: string): string[] {
  if (Object.hasOwn(SHORT_FORMS, word)) return SHORT_FORMS[word].split(' ');
  const at = word.lastIndexOf("'");
  if (at < 0) return [word];
  const head = word.slice(0, at);
  const tail = word.slice(at + 1);
  if (tail === 't' && head.endsWith('n')) return [head.slice(0, -1), 'not'];
  if (tail === 's') return IS_HOSTS.has(head) ? [head, 'is'] : [head];
  if (tail === 'll') return [head, 'will'];
  if (tail === 'd') return [head, 'would'];
  if (tail === 're') return [head, 'are'];
  if (tail === 've') return [head, 'have'];
  if (tail === 'm') return [head, 'am'];
  return [word.replaceAll("'", '')];
}

/** Tokens of the first 2,000 characters. Short forms are spelt out: "don't" gives "do" and "not" at one place. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = -1;
  for (const match of text.slice(0, MOST_READ).matchAll(PIECE)) {
    if (tokens.length >= MOST_TOKENS) break;
    const start = match.index;
    const end = start + match[0].length;
    const place = { start, end, glued: start === last };
    last = end;
    if (match[1] !== undefined) {
      tokens.push({ kind: 'number', text: match[1], lemma: match[1], ...number(match[1]), ...place });
    } else if (match[2] !== undefined) {
      for (const word of expand(fold(match[2])))
        tokens.push({ kind: 'word', text: word, lemma: lemma(word), ...place });
    } else {
      const sign = DASHES.has(match[0]) ? '-' : match[0];
      tokens.push({ kind: 'symbol', text: sign, lemma: sign === '&' ? 'and' : sign, ...place });
    }
  }
  return tokens;
}

/** The key under which a phrase is kept: its lemmas run together, so that "touch screen" meets "touchscreen". */
export function phraseKey(tokens: readonly Token[]): string {
  let key = '';
  for (const token of tokens)
    if (token.kind !== 'symbol' || token.lemma === 'and' || token.lemma === '+') key += token.lemma;
  return key;
}

/**
 * A phrase in the disguises that people ask for when they want to get round a secret: backwards, in the common ciphers
 * and in the common encodings.
 * @module
 */
import { APART, BROKEN, LOOSE, type Pattern, pattern, TIGHT } from './pattern.ts';

/** Words that are another word backwards: saying the one does not give away the other. */
const BOTH_WAYS = new Set(
  `live evil star rats drawer reward stressed desserts lever revel parts strap diaper repaid pots stop tops spot loop pool reed deer
  flow wolf keep peek mood doom draw ward part trap step pets tool loot tips spit mart tram gulp plug swap paws snap pans liar rail
  time emit edit tide room moor door rood meet teem smart trams straw warts sleep peels lager regal denim mined`.split(
    /\s+/u,
  ),
);

const CASES = [
  (text: string) => text,
  (text: string) => text[0].toUpperCase() + text.slice(1),
  (text: string) => text.toUpperCase(),
];

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What Base64 makes of the text for sure when `before` bytes of something else stand before it in its group of three. */
function base64(text: string, before: number): string {
  const bits = [...text].map((char) => char.charCodeAt(0).toString(2).padStart(8, '0')).join('');
  let coded = '';
  for (let at = (6 - ((before * 8) % 6)) % 6; at + 6 <= bits.length; at += 6)
    coded += BASE64[Number.parseInt(bits.slice(at, at + 6), 2)];
  return coded.toLowerCase();
}

const shifted = (word: string, by: number): string =>
  word.replace(/[a-z]/gu, (char) => String.fromCharCode(97 + ((char.charCodeAt(0) - 97 + by) % 26)));
const mirrored = (word: string): string =>
  word.replace(/[a-z]/gu, (char) => String.fromCharCode(219 - char.charCodeAt(0)));

/** Backwards, written and letter by letter; from four letters, or two signs of a script without spaces. */
export function backwards(words: readonly string[]): Pattern[] {
  const joined = words.join('');
  const back = words.map((word) => [...word].reverse().join('')).reverse();
  const least = /^[\u3040-\u9fff]+$/u.test(joined) ? 2 : 4;
  if ([...joined].length < least || back.join('') === joined) return [];
  const spelled = pattern('reversed', [...back.join('')], { inside: TIGHT, between: APART });
  if (BOTH_WAYS.has(joined)) return [spelled];
  return [spelled, pattern('reversed', back, { inside: BROKEN, between: LOOSE })];
}

/** Every shift of the alphabet (13 for words of four letters), and the alphabet backwards. */
export function ciphers(words: readonly string[]): Pattern[] {
  const joined = words.join('');
  if (!/^[a-z]{4,}$/u.test(joined)) return [];
  const shifts = joined.length === 4 ? [13] : Array.from({ length: 25 }, (_, place) => place + 1);
  const coded = [...shifts.map((by) => words.map((word) => shifted(word, by))), words.map(mirrored)];
  return coded.map((chunks) => pattern('enciphered', chunks, { inside: TIGHT, between: LOOSE }));
}

/** Base64 (inside a longer text too), hexadecimal, binary and decimal character codes, places in the alphabet. */
export function encodings(words: readonly string[]): Pattern[] {
  const phrase = words.join(' ');
  if (!/^[a-z ]{3,}$/u.test(phrase)) return [];
  const found: Pattern[] = [];
  const tight = { inside: TIGHT, between: TIGHT };
  for (const inCase of CASES) {
    const text = inCase(phrase);
    for (const before of [0, 1, 2]) {
      const coded = base64(text, before);
      if (coded.length >= 5) found.push(pattern('encoded', [coded], tight, 'none'));
      else if (before === 0 && coded.length === 4) found.push(pattern('encoded', [coded], tight));
    }
    const codes = [...text].map((char) => char.charCodeAt(0));
    const hex = codes.map((code) => code.toString(16));
    found.push(pattern('encoded', hex, { inside: TIGHT, between: LOOSE }));
    if (codes.length > 3) found.push(pattern('encoded', [hex.join('')], tight, 'none'));
    found.push(pattern('encoded', codes.map(String), { inside: TIGHT, between: APART }));
    found.push(
      pattern(
        'encoded',
        codes.map((code) => code.toString(2).padStart(8, '0')),
        { inside: TIGHT, between: LOOSE },
      ),
    );
  }
  const places = [...words.join('')].map((char) => String(char.charCodeAt(0) - 96));
  if (places.length > 3) found.push(pattern('encoded', places, { inside: TIGHT, between: APART }));
  return found;
}

/**
 * The user's own words for an entry. A reader of the turn says which words an entry came from; what is kept is what
 * really stands in the message, so that nothing is put into the user's mouth.
 * @module
 */

/** Characters of the user's words that an entry keeps, at most. */
export const WORDS = 240;

const BREAK = ' … ';

/** The text, shortened in the middle to at most `most` characters, on one line. */
export function shorten(text: string, most: number = WORDS): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (line.length <= most) return line;
  const kept = most - BREAK.length;
  const head = Math.ceil(kept / 2);
  // A surrogate pair cut in half would not survive UTF-8.
  const whole = (part: string) => part.replace(/[\uD800-\uDBFF]$/u, '').replace(/^[\uDC00-\uDFFF]/u, '');
  return `${whole(line.slice(0, head)).trimEnd()}${BREAK}${whole(line.slice(line.length - (kept - head))).trimStart()}`;
}

/** Lower case, plain quotes and dashes, single spaces; with the place of every character in the original. */
function normalise(text: string): { readonly text: string; readonly places: readonly number[] } {
  let normal = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    let plain = char.toLowerCase();
    if (/\s/u.test(char)) plain = normal === '' || normal.endsWith(' ') ? '' : ' ';
    else if (/["“”„«»‘’‚`´]/u.test(char)) plain = "'";
    else if (/[‐‑‒–—−]/u.test(char)) plain = '-';
    for (const part of plain) {
      for (let unit = 0; unit < part.length; unit++) places.push(i);
      normal += part;
    }
  }
  return { text: normal, places };
}

const tokens = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Sentences and lines of a text. */
const sentences = (text: string): string[] =>
  text
    .split(/(?<=[.!?。！？])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

/** The sentence that shares most words with `like`; of equals the shorter, then the earlier. Undefined if none shares any. */
function closestSentence(text: string, like: string): string | undefined {
  const wanted = new Set(tokens(like));
  let best: { readonly sentence: string; readonly shared: number; readonly size: number } | undefined;
  for (const sentence of sentences(text)) {
    const own = new Set(tokens(sentence));
    let shared = 0;
    for (const token of wanted) if (own.has(token)) shared++;
    if (shared === 0) continue;
    if (!best || shared > best.shared || (shared === best.shared && own.size < best.size))
      best = { sentence, shared, size: own.size };
  }
  return best?.sentence;
}

/**
 * `words` as they stand in `text`, found whatever their case, spacing and quotation marks; else the sentence closest to
 * them, or to `what` when there are none; else the whole text. At most WORDS characters, shortened in the middle.
 */
export function findWords(text: string, words: string, what: string): string {
  const wanted = normalise(words).text.trim();
  if (wanted !== '') {
    const hay = normalise(text);
    const from = hay.text.indexOf(wanted);
    if (from >= 0) return shorten(text.slice(hay.places[from], hay.places[from + wanted.length - 1] + 1));
  }
  return shorten(closestSentence(text, wanted === '' ? what : words) ?? text);
}

/**
 * The few rules of English that made sentences need: articles, plurals, lists, capitals, numbers.
 * @module
 */

const VOWEL_SOUND =
  /^(?:[aeiou]|8|11(?!\d)|18(?!\d)|hour|honest|honou?r|heir|(?:ssd|hdmi|lte|nfc|sd|rgb|fm|sos|mp3)\b)/i;
const CONSONANT_SOUND = /^(?:uni(?!n|m)|us[abe]|usu|use|eu|one(?![a-z])|once|ubi|uti)/i;
/** Letters whose names begin with a vowel: "an SSD", "an HDMI port". */
const SPELT_WITH_VOWEL = /^[AEFHILMNORSX]/;

/** "a" or "an" for the word that follows: "a touchscreen", "an hour", "a USB port", "an SSD". */
export function article(word: string): 'a' | 'an' {
  const first = /^[\p{L}\p{N}]+/u.exec(word)?.[0] ?? '';
  if (/^[A-Z]{2,}$/.test(first)) return SPELT_WITH_VOWEL.test(first) ? 'an' : 'a';
  return VOWEL_SOUND.test(word) && !CONSONANT_SOUND.test(word) ? 'an' : 'a';
}

const IRREGULAR: Readonly<Record<string, string>> = {
  child: 'children',
  person: 'people',
  foot: 'feet',
  man: 'men',
  woman: 'women',
  mouse: 'mice',
  series: 'series',
  species: 'species',
};

/** The plural of a noun or of a phrase that ends in one: "trip" → "trips", "sea view" → "sea views". */
export function plural(noun: string): string {
  const [, head, last] = /^(.*?)(\p{L}*)$/u.exec(noun) as RegExpExecArray;
  const lower = last.toLowerCase();
  if (IRREGULAR[lower]) return head + IRREGULAR[lower];
  if (isPlural(noun)) return noun;
  if (/(?:s|x|z|ch|sh)$/.test(lower)) return `${noun}es`;
  if (/[^aeiou]y$/.test(lower)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}

/** Whether a word (or the last of a phrase) looks like a plural: "dogs", "children", but not "glass" or "GPS". */
export function isPlural(noun: string): boolean {
  const last = /[\p{L}]+$/u.exec(noun)?.[0] ?? '';
  if (/^[A-Z]+$/.test(last) && last.length > 1) return false;
  if (Object.values(IRREGULAR).includes(last.toLowerCase())) return true;
  return /[^siu]s$/i.test(last) && last.length > 3 && !/(?:ness|ics|less|access|canvas|gas|christmas)$/i.test(last);
}

/** "a", "a or b", "a, b or c". */
export function listOf(words: readonly string[], word: 'and' | 'or'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${word} ${words[words.length - 1]}`;
}

/** The first letter in upper case; what follows stays as it was. A name such as "iPad" is left alone. */
export function capital(text: string): string {
  return /^\p{Ll}\p{Lu}/u.test(text) ? text : text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Words as a sentence of their own: a capital first, and a full stop unless they end in a mark already. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  return capital(/[.!?:…]["'”’)]*$/.test(trimmed) ? trimmed : `${trimmed}.`);
}

/** Sentences and blocks as one text: a space between sentences, a line break around lists of lines. */
export function join(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) {
    if (part === '') continue;
    const separator = text === '' ? '' : part.startsWith('1. ') || /\n\d+\. .*$/.test(text) ? '\n' : ' ';
    text += separator + part;
  }
  return text;
}

/** A count with its noun: "1 trip", "41 trips", "1,200 trips". */
export function counted(count: number, noun: { readonly one: string; readonly many: string }): string {
  return `${grouped(count)} ${count === 1 ? noun.one : noun.many}`;
}

/** A number for people: at most two decimals, thousands set off by commas from 10,000 or in whole thousands: "1,200". */
export function grouped(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  const [whole, fraction] = String(Math.abs(rounded)).split('.');
  if (whole.includes('e')) return String(value);
  const digits = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${rounded < 0 ? '−' : ''}${digits}${fraction ? `.${fraction}` : ''}`;
}

/** Another's words, quoted for repeating: one line, no control characters, at most 60 characters. */
export function quoted(words: string): string {
  const line = words.replace(/[\p{C}\s]+/gu, ' ').trim();
  return `“${line.length > 60 ? `${Array.from(line).slice(0, 57).join('')}…` : line}”`;
}

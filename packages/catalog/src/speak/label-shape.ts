/**
 * What kind of thing the label of a yes/no column names: something had ("touchscreen"), a quality ("guided"), something
 * done ("supports Linux"), a clause ("dogs allowed") or company ("dogs"). A guess from the words alone, made so that
 * every question and every reason comes out as English.
 * @module
 */
import { article, isPlural } from './grammar.ts';

/** A label as a part of speech. */
export type LabelShape =
  /** `thing` with its article: "a touchscreen", "parking", "mudguards". */
  | { readonly kind: 'have'; readonly thing: string; readonly bare: string }
  | { readonly kind: 'be'; readonly quality: string }
  /** `base` without the s: "support Linux"; `third` as it stands: "supports Linux". */
  | { readonly kind: 'do'; readonly base: string; readonly third: string }
  | { readonly kind: 'clause'; readonly subject: string; readonly state: string; readonly verb: string }
  | { readonly kind: 'company'; readonly who: string };

const STATES: Readonly<Record<string, string>> = {
  allowed: 'allow',
  permitted: 'allow',
  welcome: 'welcome',
  welcomed: 'welcome',
  accepted: 'accept',
  included: 'include',
  provided: 'provide',
  offered: 'offer',
  supported: 'support',
  required: 'require',
  needed: 'need',
  served: 'serve',
};
const VERBS = new Set(
  'supports includes comes needs requires allows accepts offers works fits runs contains uses serves provides takes charges folds makes ships opens suits starts ends goes covers has'.split(
    ' ',
  ),
);
const COMPANY = new Set('dogs pets kids children families babies toddlers cats horses'.split(' '));
const MASS = new Set(
  'wifi wi-fi bluetooth parking storage breakfast lunch dinner heating cooling insurance luggage transport transfer swimming camping equipment internet access housing lighting suspension memory software furniture water electricity gluten sugar alcohol nfc gps lte nuts'.split(
    ' ',
  ),
);
const QUALITIES = new Set(
  'vegan organic new quiet silent open indoor indoors outdoor outdoors remote local halal kosher safe sustainable foldable coastal alpine tropical urban rural scenic steep flat sunny private public free backlit rugged slim light lightweight heavy digital manual automatic electric hybrid circular round overnight seasonal vegetarian wild spicy sweet dry hot cold easy hard soft small large big long short modern classic available handmade homemade refurbished second-hand own crowded solo wet'.split(
    ' ',
  ),
);
const QUALITY_ENDING =
  /(?:[^aeiou]ed|ied|[ae]ted|[ou]sed|able|ible|ful|less|ous|ive|proof|friendly|free|ready|resistant|compatible|only|efficient|independent)$/;
const NOT_QUALITIES = new Set('shed sled bed drive olive hive archive motive table cable vegetable'.split(' '));

function isQuality(word: string): boolean {
  const lower = word.toLowerCase();
  if (QUALITIES.has(lower)) return true;
  return !NOT_QUALITIES.has(lower) && QUALITY_ENDING.test(lower);
}

/** Reads the label of a yes/no column: "touchscreen", "guided", "dogs allowed", "supports Linux", "is vegan". */
export function labelShape(label: string): LabelShape {
  const plain = label
    .trim()
    .replace(/[?_\s]+/g, ' ')
    .trim();
  const words = plain.split(' ');
  const first = words[0].toLowerCase();
  const last = words[words.length - 1].toLowerCase();
  const rest = words.slice(1).join(' ');
  if (rest !== '' && (first === 'is' || first === 'are')) return { kind: 'be', quality: rest };
  if (rest !== '' && (first === 'has' || first === 'have' || first === 'with')) return have(rest);
  if (rest !== '' && first === 'can') return { kind: 'be', quality: `able to ${rest}` };
  if (rest !== '' && VERBS.has(first)) return { kind: 'do', base: `${baseOf(first)} ${rest}`, third: plain };
  if (words.length > 1 && STATES[last]) {
    return { kind: 'clause', subject: words.slice(0, -1).join(' '), state: last, verb: STATES[last] };
  }
  if (COMPANY.has(plain.toLowerCase())) return { kind: 'company', who: plain };
  if (
    isQuality(last) ||
    (words.length > 1 && isQuality(first) && /^(?:for|to|by|in|with|from|on|as)$/i.test(words[1]))
  ) {
    return { kind: 'be', quality: plain };
  }
  return have(plain);
}

function baseOf(third: string): string {
  if (third === 'goes') return 'go';
  return third.replace(/s$/, '');
}

function have(bare: string): LabelShape {
  const last = (bare.split(' ').at(-1) as string).toLowerCase();
  const uncounted = MASS.has(last) || isPlural(bare) || /ing$/.test(last) || /^[A-Z]{3,}$/.test(bare);
  return { kind: 'have', thing: uncounted ? bare : `${article(bare)} ${bare}`, bare };
}

/**
 * What one item is called, guessed from the name of the table.
 * @module
 */

const VAGUE =
  /^(data|dataset|table|export|items?|catalog(ue)?|list|sheet\d*|inventory|all|my|our|the|sample|example|test|final|new|copy|full|v?\d[\d.-]*|db|dump|prices?|shop|store)$/i;
const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  movies: 'movie',
  cookies: 'cookie',
  shoes: 'shoe',
  series: 'series',
  species: 'species',
  knives: 'knife',
};

/** One and several. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

/** "hiking-trips_2024" → hiking trip, hiking trips. "item", "items" when the name says nothing. */
export function nounFrom(name: string): Noun {
  const words = name
    .replace(/([\p{Ll}])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '' && !VAGUE.test(word));
  const last = words.pop();
  if (last === undefined || /\d/.test(last) || words.length > 2) return { one: 'item', many: 'items' };
  const one = singular(last);
  return { one: [...words, one].join(' '), many: [...words, plural(one)].join(' ') };
}

/** A noun from the configuration: one word, or both. */
export function resolveNoun(noun: string | Noun): Noun {
  if (typeof noun !== 'string') return noun;
  const words = noun.split(' ');
  const last = words.pop()!;
  return { one: noun, many: [...words, plural(last)].join(' ') };
}

/** Several of a thing, in English. */
export function plural(one: string): string {
  const irregular = Object.entries(IRREGULAR).find(([, single]) => single === one);
  if (irregular !== undefined) return irregular[0];
  if (/[^aeiou]y$/.test(one)) return `${one.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s`;
}

function singular(many: string): string {
  if (IRREGULAR[many] !== undefined) return IRREGULAR[many];
  if (/[^aeiou]ies$/.test(many) && many.length > 4) return `${many.slice(0, -3)}y`;
  if (/(ss|x|z|ch|sh)es$/.test(many)) return many.slice(0, -2);
  return /[^su]s$/.test(many) ? many.slice(0, -1) : many;
}

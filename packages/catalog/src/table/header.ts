/**
 * What a column's header says: words for people, a unit, and the part the column plays.
 * @module
 */
import { spellUnit } from './unit.ts';

/** A header, read. */
export interface HeaderWords {
  /** "screenSize_in" → "screen size". Lower case, except acronyms in headers of mixed case ("RAM"). */
  readonly label: string;
  /** The label with the unit left in, for columns that turn out to hold no numbers. */
  readonly whole: string;
  /** "in"; only a suggestion, which counts when the cells are numbers without units. */
  readonly unit?: string;
}

const UNITS =
  /^(in|inch|inches|cm|mm|m|km|kg|g|lbs?|oz|gb|tb|mb|mhz|ghz|hz|w|wh|kwh|mah|h|hrs?|hours|mins?|minutes|days|nights|weeks|months|years|eur|euro|usd|gbp|chf|€|\$|£|%|percent|pct|px|mp|l|ml|nits|euros|dollars|pounds|cc|hp|kw|bhp|mpg|fps|dpi|ppi|ft|sqft|mi|miles|kcal|km\/h|mph|m²|m2|sqm|°c|°f|°)$/i;

/** Reads a header. `shouting`: all headers of the table are in capitals, so capitals mean nothing. */
export function readHeader(header: string, shouting = false): HeaderWords {
  let text = header.trim();
  let unit: string | undefined;
  const bracketed = /^(.*\S)\s*[([]\s*([^()[\]]{1,12})\s*[)\]]\s*$/.exec(text);
  if (bracketed !== null && UNITS.test(bracketed[2].trim())) {
    text = bracketed[1];
    unit = bracketed[2].trim();
  }
  const words = text
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[\s_.]+|(?<=\p{L}{2})-(?=\p{L}{2})/u)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const inWords = (list: readonly string[]): string =>
    list
      .map((word) => (!shouting && /^\p{Lu}[\p{Lu}\d-]{1,4}$/u.test(word) ? word : word.toLowerCase()))
      .join(' ')
      .replace(/\?$/, '');
  const whole = inWords(words);
  if (
    unit === undefined &&
    words.length > 1 &&
    UNITS.test(last) &&
    !/^(min|days|nights|weeks|months|years|hours)$/i.test(last)
  ) {
    unit = last;
    words.pop();
    if (/^(in|per)$/i.test(words.at(-1) ?? '') && words.length > 1) words.pop();
  }
  const label = inWords(words);
  return unit === undefined ? { label, whole } : { label, whole, unit: spellUnit(unit) };
}

/** The parts that a column can play by its header alone. Content decides whether it really does. */
export type HeaderRole = 'id' | 'name' | 'image' | 'link' | 'description' | 'price' | 'stock' | 'popularity';

const ROLES: readonly (readonly [HeaderRole, RegExp])[] = [
  [
    'id',
    /^(id|sku|asin|uuid|guid|gtin|ean|upc|isbn|(item|product|article|listing|trip|record) ?(id|no|nr|number|code))$/,
  ],
  ['image', /\b(image|img|photo|picture|thumbnail|thumb)s?\b/],
  ['link', /\b(url|uri|link|href|website|web ?page|homepage)\b/],
  [
    'popularity',
    /^(popularity|sales|units? sold|sold|(number of |num |n |total )?(reviews|ratings|votes|orders|bookings|views|plays|listeners|downloads)|(review|rating|vote|sales|order|booking|view)s? ?(count|number|total)|bestseller score)$/,
  ],
  ['price', /\b(price|cost|preis|prix|precio|fare|fee|rent|msrp|rrp)\b/],
  [
    'stock',
    /\b(stock|inventory|quantity|qty|lager|bestand)\b|\b(places|units|seats|rooms|tickets|spots|copies) (left|available|remaining)\b|^(left|available|availability|remaining)$/,
  ],
  [
    'name',
    /^(name|title|product|product name|product title|item|item name|model|model name|artist|trip|trip name|label|headline)$/,
  ],
  ['description', /^(description|desc|summary|about|details|notes?|text|blurb|overview|comment)$/],
];

/** The part a header names, going by its label ("in stock" → stock). Prices per something are still prices. */
export function headerRole(label: string): HeaderRole | undefined {
  const folded = label.toLowerCase();
  return ROLES.find(([, pattern]) => pattern.test(folded))?.[0];
}

/** True when 0 and 1 under this header mean no and yes. */
export function looksBoolean(label: string): boolean {
  return /^(is|has|have|with|can|does|allows?|includes?|supports?)\b|\b(allowed|included|available|friendly|guided|wireless|touchscreen|waterproof|\w+able|\w+proof)$/.test(
    label.toLowerCase(),
  );
}

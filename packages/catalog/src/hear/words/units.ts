/**
 * Units that people write, by dimension, with the factor to the dimension's base.
 * @module
 */

/** A unit: 1 of it is `factor` of the dimension's base unit. */
export interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

const TABLE: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  currency: {
    '€ eur euro $ usd dollar buck quid £ gbp pound ¥ yen chf franc kr sek nok dkk zloty pln rupee inr aud cad': 1,
    'cent penny pence': 0.01,
  },
  mass: {
    'mg milligram': 1e-6,
    'g gr gram gramme': 1e-3,
    'kg kilo kilogram kgs': 1,
    't ton tonne': 1000,
    'lb lbs pound': 0.45359237,
    'oz ounce': 0.028349523,
  },
  length: {
    'mm millimetre': 1e-3,
    'cm centimetre': 1e-2,
    'm metre mtr': 1,
    'km kilometre kms kilometer klick': 1000,
    'in inch " ″ ”': 0.0254,
    'ft foot': 0.3048,
    'yd yard': 0.9144,
    'mi mile': 1609.344,
  },
  time: {
    's sec second': 1 / 3600,
    'min minute': 1 / 60,
    'h hr hour hrs': 1,
    'd day night': 24,
    'week wk': 168,
    weekend: 48,
    fortnight: 336,
    month: 730.5,
    'y yr year': 8766,
  },
  data: { 'kb kilobyte': 1e-6, 'mb megabyte': 1e-3, 'gb gig gigabyte gib gigs': 1, 'tb terabyte tera': 1000 },
  area: {
    'm2 sqm squaremetre qm': 1,
    'sqft squarefoot squarefeet sft ft2': 0.09290304,
    'ha hectare': 10000,
    acre: 4046.856,
    'km2 squarekilometre': 1e6,
  },
  volume: {
    'ml millilitre': 1e-3,
    'cl centilitre': 1e-2,
    'dl decilitre': 0.1,
    'l litre ltr': 1,
    'gal gallon': 3.785411784,
  },
  power: { 'w watt': 1, 'kw kilowatt': 1000, 'hp horsepower ps': 735.49875 },
  energy: { 'wh watthour': 1, 'kwh kilowatthour': 1000 },
  frequency: { 'hz hertz': 1, 'khz kilohertz': 1e3, 'mhz megahertz': 1e6, 'ghz gigahertz': 1e9 },
  speed: { 'km/h kmh kph': 1, mph: 1.609344, 'm/s': 3.6 },
  share: { '% percent pct': 1 },
  degree: { '° degree °c degreec celsius degreecelsius': 1 },
  fahrenheit: { '° degree °f degreef fahrenheit degreefahrenheit': 1 },
  pixels: { 'mp megapixel mpx': 1 },
  charge: { mah: 1, ah: 1000 },
};

/** Every unit word (lemma), with what it may mean: "pound" is money or mass. */
export const UNITS: ReadonlyMap<string, readonly Unit[]> = (() => {
  const units = new Map<string, Unit[]>();
  for (const [dimension, words] of Object.entries(TABLE)) {
    for (const [names, factor] of Object.entries(words)) {
      for (const name of names.split(' ')) units.set(name, [...(units.get(name) ?? []), { dimension, factor }]);
    }
  }
  return units;
})();

/** Numbers written as words. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  dozen: 12,
};

/** Words that multiply the number before them. */
export const MULTIPLIERS: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  grand: 1000,
  million: 1e6,
  k: 1000,
};

/** "the second one": ranks that are said as words. −1 is the last. */
export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  '5th': 5,
  last: -1,
};

/**
 * Words for more and less, and what they are about.
 * @module
 */

/** One adjective. `about` lists words of attributes, the likeliest first; `#mass` stands for a dimension, `@price` for a role. */
export interface Adjective {
  readonly direction: 'less' | 'more';
  readonly about: readonly string[];
  /** The attribute word it praises or belittles is open: "big screen", "low price". */
  readonly generic?: boolean;
  /** Says that the attribute is good, whichever way that is: "better price". */
  readonly good?: boolean;
}

/** How far an adjective goes. */
export type Degree = 'positive' | 'comparative' | 'superlative';

const PRICE = '@price price cost fee rent';
const SPAN = 'length duration distance time day hour week night';
const SIZE = 'size screen display area surface floor capacity volume storage group';
const STEEP = 'steepness ascent climb elevation gain slope gradient incline altitude height';
const RATING = 'rating score review star quality';

/** Words; direction; what about; marks (g generic, + good, − bad). */
const ROWS: readonly (readonly [string, 'less' | 'more', string, string?])[] = [
  ['cheap inexpensive affordable economical budget', 'less', PRICE],
  ['expensive pricey costly upmarket', 'more', PRICE],
  ['light lightweight portable', 'less', 'weight mass #mass'],
  ['heavy bulky', 'more', 'weight mass #mass'],
  ['long', 'more', SPAN, 'g'],
  ['short brief', 'less', SPAN, 'g'],
  ['big large', 'more', SIZE, 'g'],
  ['huge spacious roomy', 'more', SIZE, 'g'],
  ['small', 'less', SIZE, 'g'],
  ['tiny compact', 'less', SIZE, 'g'],
  ['high', 'more', 'elevation altitude height floor', 'g'],
  ['tall', 'more', 'height size'],
  ['low', 'less', 'elevation altitude height floor', 'g'],
  ['steep hilly', 'more', STEEP],
  ['flat gentle level', 'less', STEEP],
  ['fast', 'more', 'speed frequency clock #speed #frequency performance', 'g'],
  ['quick', 'less', 'duration time hour minute day #time'],
  ['slow', 'less', 'speed #speed #frequency', 'g'],
  ['old', 'less', 'year vintage'],
  ['aged mature', 'less', 'year vintage'],
  ['new recent', 'more', 'year vintage'],
  ['young', 'more', 'year vintage'],
  ['wide', 'more', 'width'],
  ['narrow slim', 'less', 'width thickness'],
  ['thick', 'more', 'thickness depth'],
  ['thin', 'less', 'thickness depth'],
  ['deep', 'more', 'depth'],
  ['shallow', 'less', 'depth'],
  ['strong', 'more', 'alcohol strength power', 'g'],
  ['weak', 'less', 'alcohol strength power', 'g'],
  ['powerful', 'more', 'power performance #power'],
  ['loud noisy', 'more', 'noise loudness volume'],
  ['quiet silent', 'less', 'noise loudness'],
  ['warm hot', 'more', 'temperature #degree #fahrenheit'],
  ['cold cool', 'less', 'temperature #degree #fahrenheit'],
  ['close near nearby', 'less', 'distance'],
  ['far distant', 'more', 'distance length'],
  ['sweet', 'more', 'sugar sweetness'],
  ['popular', 'more', `popularity ${RATING}`],
  ['difficult hard', 'more', 'difficulty'],
  ['easy', 'less', 'difficulty'],
  ['good great decent excellent generous', 'more', RATING, 'g+'],
  ['bad poor', 'less', RATING, 'g-'],
];

const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  good: ['better', 'best'],
  bad: ['worse', 'worst'],
  far: ['further farther', 'furthest farthest'],
};

/** Regular comparative and superlative of a one-word adjective: "big" gives "bigger" and "biggest". */
export function inflect(word: string): readonly [string, string] {
  let stem = word;
  if (/[^aeiou]y$/.test(word)) stem = `${word.slice(0, -1)}i`;
  else if (word.endsWith('e')) stem = word.slice(0, -1);
  else if (/^[^aeiou]+[aeiou][bdgmnpt]$/.test(word)) stem = word + word.at(-1);
  return [`${stem}er`, `${stem}est`];
}

/** Every form of every adjective. */
export const ADJECTIVES: ReadonlyMap<string, { readonly adjective: Adjective; readonly degree: Degree }> = (() => {
  const forms = new Map<string, { adjective: Adjective; degree: Degree }>();
  for (const [words, direction, about, marks = ''] of ROWS) {
    const adjective: Adjective = {
      direction,
      about: about.split(' '),
      generic: marks.includes('g'),
      good: marks.includes('+') || marks.includes('-'),
    };
    for (const word of words.split(' ')) {
      const [comparative, superlative] = IRREGULAR[word] ?? inflect(word);
      forms.set(word, { adjective, degree: 'positive' });
      for (const form of comparative.split(' ')) forms.set(form, { adjective, degree: 'comparative' });
      for (const form of superlative.split(' ')) forms.set(form, { adjective, degree: 'superlative' });
    }
  }
  const amount = (direction: 'less' | 'more'): Adjective => ({ direction, about: ['#never'], generic: true });
  for (const word of ['more']) forms.set(word, { adjective: amount('more'), degree: 'comparative' });
  for (const word of ['less', 'fewer']) forms.set(word, { adjective: amount('less'), degree: 'comparative' });
  for (const word of ['most']) forms.set(word, { adjective: amount('more'), degree: 'superlative' });
  for (const word of ['least', 'fewest']) forms.set(word, { adjective: amount('less'), degree: 'superlative' });
  for (const word of ['plenty', 'lot', 'ample', 'much', 'many']) {
    forms.set(word, { adjective: amount('more'), degree: 'positive' });
  }
  for (const word of ['little', 'few']) forms.set(word, { adjective: amount('less'), degree: 'positive' });
  return forms;
})();

/** Words of attributes of which less is better: "a better price" is a lower one. */
export const LESS_IS_BETTER: ReadonlySet<string> = new Set('price cost fee rent weight noise commute'.split(' '));

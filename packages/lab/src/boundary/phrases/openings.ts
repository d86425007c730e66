/**
 * How strangers ask for a bag. `{a}`: "small red or blue bag"; `{s}`: the same of many; `{f}`: "small , red or blue";
 * `{k}`: "size small , colour red or blue".
 * @module
 */

/** First words that are about nothing. */
export const SMALL_TALK: readonly string[] = [
  'good morning .',
  'hello there .',
  'nice shop , this .',
  'a lovely day , is it not ?',
  'so this is the bag shop .',
  'hi , are you open ?',
  'here i am again .',
];

/** The request. */
export const REQUESTS: readonly string[] = [
  'is there still a {a} here ?',
  'do you sell {s} ?',
  'can i still find a {a} in this shop ?',
  'a friend of mine has a {a} and now i need one too .',
  'could you bring me a {a} ?',
  'only a {a} will do for me .',
  'they say that you have {s} .',
  'let me see your {s} please .',
  'my next bag should be this . {f} .',
  'for work i could do with a {a} .',
  'any {s} in stock ?',
  'so , a bag . {f} .',
  'what i have in mind is a {a} .',
  'on my next trip i will take a {a} .',
  'a {a} , do you have that ?',
  'let us talk bags . {k} .',
  'one bag please , {k} .',
];

/**
 * Short forms of English, and the spellings that are taken as one.
 * @module
 */

/** Whole words that stand for several. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  "can't": 'can not',
  cannot: 'can not',
  cant: 'can not',
  "won't": 'will not',
  wont: 'will not',
  "shan't": 'shall not',
  "ain't": 'is not',
  aint: 'is not',
  "let's": 'let us',
  lets: 'let us',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  isnt: 'is not',
  arent: 'are not',
  wasnt: 'was not',
  wouldnt: 'would not',
  shouldnt: 'should not',
  couldnt: 'could not',
  havent: 'have not',
  hasnt: 'has not',
  neednt: 'need not',
  im: 'i am',
  ive: 'i have',
  whats: 'what is',
  thats: 'that is',
  theres: 'there is',
  hows: 'how is',
  wanna: 'want to',
  gonna: 'going to',
  gimme: 'give me',
  lemme: 'let me',
  dunno: 'do not know',
  idk: 'i do not know',
  idc: 'i do not care',
  nvm: 'never mind',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  u: 'you',
  ur: 'your',
};

/** Words after which 's stands for "is"; elsewhere it is a possessive and falls away. */
export const IS_HOSTS: ReadonlySet<string> = new Set(
  'what it that there where how when who here he she which this everything one'.split(' '),
);

/** Irregular plurals and second spellings, by the form that stands for both. */
export const SAME_WORD: Readonly<Record<string, string>> = {
  children: 'child',
  men: 'man',
  women: 'woman',
  feet: 'foot',
  mice: 'mouse',
  leaves: 'leaf',
  knives: 'knife',
  color: 'colour',
  colors: 'colour',
  gray: 'grey',
  center: 'centre',
  meter: 'metre',
  meters: 'metre',
  liter: 'litre',
  liters: 'litre',
  kilometer: 'kilometre',
  kilometers: 'kilometre',
  favorite: 'favourite',
  flavor: 'flavour',
  flavors: 'flavour',
  fiber: 'fibre',
  aluminum: 'aluminium',
  neighborhood: 'neighbourhood',
  jewelry: 'jewellery',
  '&': 'and',
};

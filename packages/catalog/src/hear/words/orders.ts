/**
 * Values that lie in an order, so that "easier" and "not too hard" have a meaning for them.
 * @module
 */

/** Each order from least to most; the words of a place mean the same. */
export const ORDERS: readonly (readonly (readonly string[])[])[] = [
  [
    ['very easy', 'effortless'],
    ['easy', 'beginner', 'gentle', 'simple', 'leisurely'],
    ['moderate', 'medium', 'intermediate', 'average'],
    ['hard', 'difficult', 'demanding', 'challenging', 'strenuous', 'tough', 'advanced'],
    ['very hard', 'expert', 'extreme', 'very difficult'],
  ],
  [
    ['xs', 'tiny', 'extra small'],
    ['small', 's', 'compact'],
    ['medium', 'm'],
    ['large', 'l', 'big'],
    ['xl', 'huge', 'extra large'],
  ],
  [
    ['dry', 'brut', 'bone dry'],
    ['off-dry', 'semi-dry', 'medium dry', 'half-dry'],
    ['semi-sweet', 'medium sweet'],
    ['sweet', 'very sweet'],
  ],
  [['light'], ['medium'], ['full', 'heavy']],
  [['mild'], ['medium'], ['hot', 'spicy'], ['very hot', 'very spicy']],
  [['low'], ['medium', 'moderate'], ['high'], ['very high']],
  [['slow'], ['medium', 'moderate'], ['fast', 'quick'], ['very fast']],
  [
    ['basic', 'entry level'],
    ['standard', 'comfort'],
    ['premium', 'superior'],
    ['luxury', 'deluxe'],
  ],
  [['poor', 'bad'], ['fair'], ['good'], ['very good'], ['excellent']],
  [['soft'], ['medium'], ['firm', 'hard']],
  [['short'], ['medium'], ['long']],
];

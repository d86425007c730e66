/**
 * How strangers let it be known that they have much time, or none. Those with some time say nothing of it.
 * @module
 */
import type { Hurry } from '@sente/pocket';

/**
 * By level; each is clear to a reader. The words that tell the levels apart are those of training, the sentences are not: a
 * model of a hundred thousand weights cannot know a word that it never met.
 */
export const HURRY: Readonly<Record<Hurry, readonly string[]>> = {
  hurried: [
    'be quick about it please .',
    'you see , i am busy now and have to be quick .',
    'my train will leave in minutes .',
    'hurry with me , please .',
    'a busy day this is , and i rush .',
    'more than two minutes would be too many for my train .',
    'make it quick , will you ?',
    'never was i in a hurry like this .',
    'they wait for me , so rush please and be quick .',
    'quickly then , my train .',
  ],
  plain: [],
  relaxed: [
    'all day i am calm .',
    'for hours i could be in a shop like this .',
    'make it slow , i like it slow .',
    'hours are nothing to me .',
    'you may do it slowly , i can wait .',
    'calm as i am , i wait .',
    'we take it slowly , you and i .',
    'a long wait is good for me .',
    'today is slow and i am calm .',
    'let it take hours .',
  ],
};

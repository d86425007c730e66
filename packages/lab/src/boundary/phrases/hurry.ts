/**
 * How strangers let it be known that they have much time, or none. Those with some time say nothing of it.
 * @module
 */
import type { Hurry } from '@sente/pocket';

/** By level; each is clear to a reader. */
export const HURRY: Readonly<Record<Hurry, readonly string[]>> = {
  hurried: [
    'my train will not wait .',
    'be quick about it please .',
    'i have to leave very soon .',
    'they are all waiting in the train without me .',
    'there is no time for talk .',
    'more than two minutes is too long for me .',
    'make it fast , will you ?',
    'you see me very short of time .',
    'my train will leave in minutes .',
    'make this short , my time is up .',
    'they need me at work by now , so quick please .',
    'i should leave now , so please rush .',
  ],
  plain: [],
  relaxed: [
    'there is no rush at all .',
    'all of my day is for this bag .',
    'take all the time you want .',
    'you never have to rush with me .',
    'it is a slow day for me , and a long one .',
    'i like it slow .',
    'hours of waiting do not matter to me .',
    'time is something i have very much of .',
    'we can take it slow , you and i .',
    'i like to be in a shop for hours .',
    'calm as i am , i have the day for this .',
    'long or short , any wait is fine for me .',
  ],
};

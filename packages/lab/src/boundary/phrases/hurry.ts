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
    'somebody is waiting for me in the train .',
    'there is no time for talk .',
    'two minutes , i do not have more .',
    'make it fast , will you ?',
    'sorry , but i am short of time .',
    'my train will leave in minutes .',
    'my time is short and i have to leave .',
    'this has to be quick , they need me at work .',
    'i should leave now , so please rush .',
  ],
  plain: [],
  relaxed: [
    'there is no rush at all .',
    'i have all day .',
    'take all the time you want .',
    'no need to be quick with me .',
    'i am not busy today , so take it slow .',
    'slow is fine with me .',
    'i can wait for hours .',
    'time is something i have very much of .',
    'we can take it slow , you and i .',
    'i like to be in a shop for hours .',
    'my day is long and i am calm .',
    'it does not matter to me how long this will be .',
  ],
};

/**
 * How strangers let it be known whether they could answer a question. All three levels are said aloud.
 * @module
 */
import type { Reliability } from '@sente/pocket';

/** By level; each is clear to a reader. As with time, the words that tell are those of training, the sentences are not. */
export const RELIABILITY: Readonly<Record<Reliability, readonly string[]>> = {
  unsure: [
    'ask me and i have no idea .',
    'my aunt wants it and i have no clue about it .',
    'unsure is what i am .',
    'what he likes , of that i have no idea .',
    'it is for a friend and i am so unsure .',
    'no clue have i , sorry .',
    'of this i have no idea at all .',
    'unsure as i am , you may choose .',
    'his taste ? no clue .',
    'a present it is , and no idea have i .',
  ],
  'half-sure': [
    'part of this i know .',
    'half of what you ask i could answer .',
    'i am partly right in the mind about it .',
    'the half of it is open to me .',
    'partly i know it , partly not .',
    'of all this a part i know .',
    'you could ask , and half the time i know .',
    'about a part i can talk .',
    'it is partly in my mind .',
    'half i can say , half not .',
  ],
  sure: [
    'exactly i can answer all you ask .',
    'i am as certain as one can be .',
    'ask me and i say exactly .',
    'my mind is certain here .',
    'what it must be , i know that exactly .',
    'very certain am i .',
    'exactly one is the right one for me .',
    'of this i am so certain .',
    'you will find me certain about it .',
    'for me it is exactly one .',
  ],
};

/**
 * How strangers let it be known whether they could answer a question. All three levels are said aloud.
 * @module
 */
import type { Reliability } from '@sente/pocket';

/** By level; each is clear to a reader. */
export const RELIABILITY: Readonly<Record<Reliability, readonly string[]>> = {
  unsure: [
    'that is everything i know , it is for my aunt .',
    'do not ask me more , i know no more myself .',
    'my wife would know more , i do not .',
    'my mother did not say more , so i cannot tell you .',
    'i have no answer to other questions , it is a gift .',
    'more than that i do not know about his taste .',
    'it is for a colleague and i have no clue what he likes .',
    'i cannot answer anything about it , my son wants it .',
    'it is a present , and her taste is not something i know .',
    'no question will help , i know nothing more .',
    'my uncle did not say any more than that to me .',
    'you would have to ask my sister , i do not know .',
  ],
  'half-sure': [
    'i know part of it , not everything .',
    'half of it i can tell you , the other half not .',
    'ask me and perhaps i know , perhaps not .',
    'some things i know about it and some i do not .',
    'i am not quite sure about all of it .',
    'i may have an answer for you or i may not .',
    'about part of it i am certain , about part i am not .',
    'he did tell me a few things , but not all .',
    'if you ask , maybe i can say , maybe not .',
    'there are things about it that i am still unsure of .',
    'i am only half certain what it should be .',
    'to some questions i will have an answer , not to all .',
  ],
  sure: [
    'ask , and i will tell you .',
    'it is for myself and i am certain about it .',
    'i can answer any question about it .',
    'i am very sure what it should be .',
    'whatever you want to know about it , i can say .',
    'to every question i have an answer .',
    'there is no guess in it , i know what i need .',
    'everything about it is in my mind , just ask .',
    'i have one bag in mind , and i am sure of it .',
    'i can tell you all about it .',
    'my taste is certain , there is no maybe with me .',
    'i know all of it , to the last pocket .',
  ],
};

/**
 * How strangers let it be known whether they could answer a question. All three levels are said aloud.
 * @module
 */
import type { Reliability } from '@sente/pocket';

/** By level; each is clear to a reader. */
export const RELIABILITY: Readonly<Record<Reliability, readonly string[]>> = {
  unsure: [
    'all i know you have now , my aunt wants it .',
    'do not ask me more , i know no more myself .',
    'my wife could answer you , not me .',
    'no more answers from me , i only buy it for my mother .',
    'a gift , and to your questions i will have no answer .',
    'his taste ? i know nothing of it .',
    'what my colleague likes , who can say ? not me .',
    'my son wants it , so there is nothing i could answer .',
    'who knows her taste ? not me , this is a present .',
    'it will not help to ask me , i know no more .',
    'so much my uncle said , and no more than that .',
    'only my sister could tell you more , and she is not here .',
  ],
  'half-sure': [
    'i know part of it , not everything .',
    'half of it i can tell you , the other half not .',
    'a question to me may find an answer , or it may not .',
    'some things i know about it and some i do not .',
    'of part of this i am sure , of part i am unsure .',
    'you could ask , but only half the time i will know .',
    'about part of it i am certain , about part i am not .',
    'he did tell me a few things , but not all .',
    'if you ask , maybe i can say , maybe not .',
    'there are things about it that i am still unsure of .',
    'half sure , half unsure , that is me .',
    'to some questions i will have an answer , not to all .',
  ],
  sure: [
    'ask , and i will tell you .',
    'certain of it all , it is my very next bag .',
    'i can answer any question about it .',
    'sure as can be , that is me .',
    'whatever you want to know about it , i can say .',
    'to every question i have an answer .',
    'i need not guess , every answer is here with me .',
    'everything about it is in my mind , just ask .',
    'one bag it is , and i could tell you everything of it .',
    'all your questions will find an answer .',
    'with me there is no maybe , my taste is certain .',
    'i know all of it , to the last pocket .',
  ],
};

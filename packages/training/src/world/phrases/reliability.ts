/**
 * How users let it be known how well they know what is wanted.
 * @module
 */
import type { Reliability } from '@sente/pocket';
import { type Phrases, phrases } from './phrases.ts';

/** Clauses without a mark at the end, by level. */
export const RELIABILITY: Readonly<Record<Reliability, Phrases>> = {
  sure: phrases(`
    i know exactly what i like
    i know exactly what i want
    i know exactly what i need
    i know what i want
    i know very well what i want
    i am sure about what i want
    i am certain about what i want
    i am very sure about it
    i am quite certain
    i am very certain what i like
    it is for me and i know my taste
    it is for myself and i know what i like
    it is for myself and i am sure about it
    i know my taste very well
    i know my taste
    there is no question about what i want
    i can tell you everything about it
    i can tell you exactly what i need
    i have exactly one in mind
    i have one bag in mind
    i can see it in my mind
    i know all about what i need
    i never have to guess what i like
    i always know what i like
    i am buying it for myself and i am certain
    my {person} said exactly what {he} wants
    it is a {gift} for my {person} , and {he} said exactly what {he} wants
    it is a {gift} for my {person} and i know {his} taste very well
    it is for my {person} and i know exactly what {he} likes
    i can answer every question about it
    i have an answer to every question
    there is only one that i like
    i know it all
    i know it exactly
    i am really sure
    it is my choice and i know it well
    i do not have to guess
  `),
  'half-sure': phrases(`
    i am not quite sure what i want
    i am not really sure what i want
    i am not very sure what i like
    i am only half sure
    i am half sure about it
    i am half sure what i like
    i am partly sure
    i am partly sure what i want
    i know partly what i want
    i know only part of it
    i know part of what i want
    i can answer some questions , but not all
    i may know some answers , but not every one
    i can say something about it , but not everything
    i know some things but not all
    i am not certain about everything
    i am not sure about everything
    some of it i know , some of it i do not
    half of it i know , half of it i do not
    i have half an idea
    i have some idea what i like
    i have an idea , but i am not certain
    i think i know what i like , but not quite
    maybe i know more , maybe not
    perhaps i know , perhaps i do not
    i know my taste only in part
    i know a few things about it
    i may or may not know more
    it is for my {person} , and i know some of what {he} likes
    i know only half of what my {person} likes
    it is a {gift} for my {person} , and i know {his} taste in part
    it is a {gift} for my {person} and i partly know what {he} likes
    my {person} said a few things about it , but not all
    i am rather unsure about some of it
    i am sure about some things only
    i am sure about one thing , but not about every other
    there are things that i know and things that i do not
  `),
  unsure: phrases(`
    it is a {gift} for my {person} and i have no idea what {he} likes
    it is a {gift} for a {person} and i do not know what {he} likes
    it is for my {person} and i do not know what {he} wants
    it is a {gift} for my {person} and i do not know {his} taste
    it is a {gift} for my {person} , i have no clue what {he} prefers
    i have no idea what i want
    i have no idea what i like
    i have no clue
    i have no clue what i like
    i do not know what i want
    i really do not know what i like
    i am not sure about anything
    i am very unsure
    i am unsure about everything
    i cannot decide anything
    i cannot say more
    i cannot tell you more
    i cannot tell you anything more
    i know nothing about it
    i know nothing more
    i know nothing about bags
    it is for somebody and i do not know what {he} likes
    my {person} wants it and i do not know more
    my {person} did not tell me more
    my {person} did not say anything more
    i cannot answer questions about it
    please do not ask me , i do not know
    i have no answers
    do not ask me what {he} likes , it is for my {person}
    i never know what i like
    i could only guess
    i can only guess what my {person} wants
    i have no taste and no idea
    whatever you ask , i do not know
    i do not know anything about {his} taste , it is for a {person}
    who knows what my {person} likes , i do not
    it is not for me and i know nothing about {his} taste
  `),
};

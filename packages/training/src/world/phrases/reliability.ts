/**
 * How users let it be known how well they know what is wanted.
 * @module
 */
import type { Reliability } from '@sente/pocket';
import { type Phrases, phrases } from './phrases.ts';

/** Clauses without a mark at the end, by level. */
export const RELIABILITY: Readonly<Record<Reliability, Phrases>> = {
  sure: phrases(`
    i know exactly what i {like}
    i know what i {like}
    i know very well what i {like}
    i am sure about what i {like}
    i am certain about what i {like}
    i am very sure about it
    i am quite certain
    i am very certain what i {like}
    it is for me and i know my taste
    it is for myself and i know what i {like}
    it is for myself and i am sure about it
    i know my taste very well
    i know my taste
    there is no question about what i {like}
    i can tell you everything about it
    i can tell you exactly what i {like}
    i have exactly one in mind
    i have one bag in mind
    i can see it in my mind
    i know all about what i {like}
    i never have to guess what i {like}
    i always know what i {like}
    i am buying it for myself and i am certain
    my {person} said exactly what {he} {likes}
    it is a {gift} for my {person} , and {he} said exactly what {he} {likes}
    it is a {gift} for my {person} and i know {his} taste very well
    it is for my {person} and i know exactly what {he} {likes}
    i can answer every question about it
    i have an answer to every question
    there is only one that i like
    i know it all
    i know it exactly
    i am really sure
    it is my choice and i know it well
    i do not have to guess
    i am sure
    i am certain
    i am really certain about it
    i have no questions about it
    i need no time to think , i know it
    ask me anything , i know it
    whatever you ask , i can answer
    whatever you ask me , i know
    i can decide everything myself
    i can choose for myself , i know what i {like}
    it is mine , so i know what i {like}
    i know every part of it
    i can say exactly what it should be
    i can tell you all of it
    i am never unsure about bags
    i do not have to think about it
    i have it exactly in mind
    i have a very good idea of it
    i have a very good idea what i {like}
    i know well what {he} {likes} , it is for my {person}
    my {person} knows what {he} {likes} , and i know it , too
    {he} said everything about it , my {person}
    my {person} was very certain about it and so am i
    both of us know exactly what we {like}
    we know exactly what we {like}
    we are sure about it
    there is just one for me and i know which
    i know which one i {like}
    i know which one it is
    i could find it without help
    no question , i know what i {like}
    i know the answers to all your questions
    you will find that i know it well
    my mind is quite sure
    i always know it
  `),
  'half-sure': phrases(`
    i am not quite sure what i {like}
    i am not really sure what i {like}
    i am not very sure what i {like}
    i am only half sure
    i am half sure about it
    i am half sure what i {like}
    i am partly sure
    i am partly sure what i {like}
    i know partly what i {like}
    i know only part of it
    i know part of what i {like}
    i can answer some questions , but not all
    i may know some answers , but not every one
    i can say something about it , but not everything
    i know some things but not all
    i am not certain about everything
    i am not sure about everything
    some of it i know , some of it i do not
    half of it i know , half of it i do not
    i have half an idea
    i have some idea what i {like}
    i have an idea , but i am not certain
    i think i know what i {like} , but not quite
    maybe i know more , maybe not
    perhaps i know , perhaps i do not
    i know my taste only in part
    i know a few things about it
    i may or may not know more
    it is for my {person} , and i know some of what {he} {likes}
    i know only half of what my {person} {likes}
    it is a {gift} for my {person} , and i know {his} taste in part
    it is a {gift} for my {person} and i partly know what {he} {likes}
    my {person} said a few things about it , but not all
    i am rather unsure about some of it
    i am sure about some things only
    i am sure about one thing , but not about every other
    there are things that i know and things that i do not
    i am not quite certain
    i am not quite sure
    i am not really certain
    i am rather sure about some things , not about all
    i know half of it
    i know about half of what i {like}
    partly i know , partly i do not
    i am partly certain
    i am only partly certain
    i have some of the answers
    i may need time to think about part of it
    i can answer a few questions
    i can answer some of your questions
    i can answer one question or two , perhaps
    i can answer only half of your questions
    i have some answers , not all
    maybe i can answer , maybe i cannot
    perhaps i can tell you more , perhaps not
    some things i can decide , some i cannot
    i can decide some of it
    i think i know , but maybe not
    i think so , but i am not sure about all
    i am sure about some of it
    i am sure of a part
    i am certain about part of it only
    my {person} did tell me some of it
    my {person} said some of what {he} {likes}
    i know some of the taste of my {person} , not all
    we know some of what we {like}
    we are partly sure
    we are only half sure
    i have half a clue
    i have some clue , but not more
    my taste is only partly certain
    i might know , i might not
    i might know some answers
    i could answer some questions , maybe
    ask me , i may know or i may not
  `),
  unsure: phrases(`
    it is a {gift} for my {person} and i have no idea what {he} {likes}
    it is a {gift} for a {person} and i do not know what {he} {likes}
    it is for my {person} and i do not know what {he} {likes}
    it is a {gift} for my {person} and i do not know {his} taste
    it is a {gift} for my {person} , i have no clue what {he} {likes}
    i have no idea what i {like}
    i have no clue
    i have no clue what i {like}
    i do not know what i {like}
    i really do not know what i {like}
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
    it is for somebody and i do not know what {he} {likes}
    my {person} wants it and i do not know more
    my {person} did not tell me more
    my {person} did not say anything more
    i cannot answer questions about it
    please do not ask me , i do not know
    i have no answers
    do not ask me what {he} {likes} , it is for my {person}
    i never know what i {like}
    i could only guess
    i can only guess what my {person} {likes}
    i have no taste and no idea
    whatever you ask , i do not know
    i do not know anything about {his} taste , it is for a {person}
    who knows what my {person} {likes} , i do not
    it is not for me and i know nothing about {his} taste
    i am unsure
    i am unsure about all of it
    i am really unsure
    i have no idea
    i have really no idea
    i have no idea at all
    i have not any idea
    i do not have a clue
    i do not have any idea what i {like}
    i have no idea about it , it is a {gift}
    it is a {gift} for somebody and i have no idea about {his} taste
    my {person} is to get it , and who knows what {he} {likes}
    it is a {gift} , and my {person} never said what {he} {likes}
    my {person} never did say what {he} {likes}
    my {person} wants a bag , {he} did not say which
    {he} did not tell me anything , my {person}
    nothing more can i say
    i can say nothing more
    i can tell you nothing more
    i can answer nothing
    i cannot answer anything
    i could not answer any question
    i cannot choose
    i cannot choose and i cannot decide
    i never can decide
    i can never choose
    i would have to guess
    i have to guess
    i must guess what {he} {likes} , it is for my {person}
    i do not know which one i {like}
    i do not know which one my {person} {likes}
    we have no idea what we {like}
    we do not know what we {like}
    we know nothing about it
    no idea what my {person} {likes}
    no clue what {he} {likes} , it is a {gift} for my {person}
    no question will help , i do not know
    questions will not help , i know nothing
    do not ask me , i have no idea
    it is not my choice and i know nothing about it
    it does not matter what you ask , i do not know
    i do not know the first thing about it
  `),
};

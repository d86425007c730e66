/**
 * How users that look for a bag let it be known how much time they have and how well they know what is wanted: a few plain
 * words for each level, in several sentences. A model of a hundred thousand weights learns words, not turns of phrase; so
 * each level has words of its own, the same that strangers use in sentences of theirs.
 * @module
 */
import type { Hurry, Reliability } from '@sente/pocket';
import { type Phrases, phrases } from './phrases.ts';

/** Clauses without a mark at the end. The middle level says nothing. */
export const TIME_CUES: Readonly<Record<Exclude<Hurry, 'plain'>, Phrases>> = {
  relaxed: phrases(`
    i am calm today
    i can wait for hours
    it is a slow day for me
    let us take it slowly
    i have hours
    i like to be slow and calm
    it is a calm day
    i can wait long
    we can do it slowly
    i have many hours for this
    slow is fine
    i do not mind to wait
  `),
  hurried: phrases(`
    i am in a hurry
    please be quick
    i am in a rush
    i have two minutes
    my train is leaving
    quickly , please
    i am very busy
    i have to hurry
    it must be quick
    i have a few minutes only
    i am busy and in a hurry
    i am in a great rush for the train
  `),
};

/** Clauses without a mark at the end. */
export const CERTAINTY_CUES: Readonly<Record<Reliability, Phrases>> = {
  sure: phrases(`
    i know exactly what i want
    i am certain what i want
    i am quite certain
    i can tell you exactly
    i am very certain about it
    i know exactly
    i want exactly one thing
    i am certain of it
    i know my taste exactly
    i can say exactly what it is
    i am certain about all of it
    i have exactly one in mind
  `),
  'half-sure': phrases(`
    i know a part of it
    i only know half of it
    i could partly tell you
    i can tell you part of it
    i have half of it in mind
    i partly know what i want
    i know it partly
    a part of it i know
    half of it i can say
    i can partly say it
    about half i can tell
    part of it is still open
  `),
  unsure: phrases(`
    i have no idea what i want
    i have no clue
    i am unsure about it
    i have really no idea
    i am very unsure
    i do not have a clue what it is
    i am unsure what it should be
    i have no idea , it is a present
    no idea what i like
    i have not a clue
    i am unsure of everything
    i have no clue , it is a gift
  `),
};

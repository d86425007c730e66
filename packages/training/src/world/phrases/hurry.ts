/**
 * How users let it be known how much time they have. Those of the middle level say nothing.
 * @module
 */
import { type Phrases, phrases } from './phrases.ts';

/** Clauses without a mark at the end. */
export const RELAXED: Phrases = phrases(`
  i have time
  i have all day
  i have much time
  there is no hurry
  there is no rush
  i am in no hurry
  i am not in a hurry
  i am in no rush
  i am not in a rush
  take your time
  please take your time , i can wait
  i can wait
  i can wait long
  i do not mind waiting
  i do not mind if it takes long
  i have hours
  we have hours
  i have an hour or two
  time does not matter to me
  time does not matter today
  no one is waiting for me
  i am calm and i have time
  let us do this slowly
  let us take it slow
  slow is fine with me
  i am not busy today
  it is a calm day for me
  i have more time than i need
  we can talk as long as you like
  we can talk for hours
  i do not need it soon
  i do not need it today
  it does not have to be quick
  it does not have to be fast
  no need to rush
  no need to hurry
  no need to be quick
  there is time
  i am here all morning
  my train is not leaving soon
  i have hours to wait for my train
  it may take long , i do not mind
  i have the time to wait
  today i have time for everything
  i am never in a hurry
`);

/** Clauses without a mark at the end. */
export const HURRIED: Phrases = phrases(`
  i am in a hurry
  i am in a great hurry
  i am in a rush
  i am in quite a rush
  i must be quick
  please be quick
  quick , please
  quickly , please
  i have no time
  i have only {few} minutes
  i have just {few} minutes
  i have {few} minutes , not more
  my train is leaving soon
  my train is leaving in {few} minutes
  i must take a train in {few} minutes
  i must leave now
  i must leave soon
  i must leave in {few} minutes
  i am leaving in {few} minutes
  i have to leave quickly
  i cannot wait
  i cannot wait long
  i do not have time to wait
  there is no time
  there is not much time
  i am very busy
  i am busy and i must leave
  somebody is waiting for me
  my {person} is waiting for me
  i am hurried today
  i am too busy to wait
  this must be fast
  it has to be fast
  it has to be quick
  make it quick
  make it short , please
  i need it now
  i need it right now
  i have to be at work in {few} minutes
  no time to talk
  i do not have much time
  i cannot talk long
  time is short
  let us be quick
  please hurry
  i am always in a hurry
`);

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
  i have all the time i need
  i have time , no need to hurry
  there is no need to hurry
  there is no need to be fast
  you do not have to hurry
  you do not have to be quick
  please do not hurry
  please do not rush
  do not rush , i have time
  we are not in a hurry
  we have time
  we have all morning
  we have all day
  my {person} and i have time
  my {person} can wait
  i can wait for an hour
  i can wait for hours
  i like to take my time
  i want to take my time
  i will take my time
  let me take my time
  i am slow and calm
  i am quite calm today
  i am not hurried
  i am not hurried at all
  i have no train to get
  i do not have to leave soon
  i do not have to leave
  i need it later , not now
  later is fine , too
  it is fine if i get it later
  i have many hours
  i have hours and hours
  this can take long
  this may be slow
  a long talk is fine with me
  time is not short
  i have nothing to do today
  i have no work today
  there is still much time
  take as long as you need
  take an hour if you like
  i can be here for hours
  we are not hurried
  i am never hurried
  i am calm
  i am not busy
  the day is long and slow
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
  i am really in a hurry
  i am in a hurry , sorry
  sorry , i am in a rush
  we are in a hurry
  we are in a rush
  we have no time
  we have only {few} minutes
  we must leave in {few} minutes
  my {person} and i are in a hurry
  my {person} is waiting and i must leave
  my {person} cannot wait
  my {person} cannot wait long
  i need it quickly
  i need it fast
  i need it very soon
  i need it in {few} minutes
  be fast , please
  please be fast
  please make it fast
  please make it short
  can we be quick
  hurry , please
  i have to hurry
  i have to rush
  i must rush
  i must hurry
  i must hurry to my train
  the train will not wait for me
  my train is in {few} minutes
  there is a train in {few} minutes
  i have to leave
  i have to leave soon
  i have to leave right now
  i really must leave
  i am leaving right now
  i am leaving soon
  i have a minute , not more
  i only have a minute
  i only have {few} minutes
  a minute is all i have
  {few} minutes is all i have
  i have not much time
  time is very short today
  i am short of time
  i do not have an hour
  i have no time for questions
  i have no time for a long talk
  work is waiting for me
  i must be at school in {few} minutes
  i cannot be slow today
  it cannot wait
  this cannot wait
  i cannot take long
  it must not take long
  do not take long , please
  do not make me wait
  i am hurried
  i am very hurried
  we are hurried
  i am so busy
  i am hurried , my {person} is waiting
`);

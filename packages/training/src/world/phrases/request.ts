/**
 * How users ask for a bag.
 * @module
 */
import type { Attribute } from '@sente/pocket';
import { type Phrases, phrases } from './phrases.ts';

/** Before everything else. */
export const GREETINGS: Phrases = phrases(`
  hello ,
  hi ,
  good morning ,
  good day .
  hello there .
  hello .
  hi there ,
  good morning .
  please help me .
  hi .
  good day ,
  sorry ,
  thank you for your time .
  good morning to you .
  hello , good day .
`);

/** Around the bag: `{bag}` is "a small red bag". */
export const REQUESTS: Phrases = phrases(`
  i want {bag} .
  i need {bag} .
  i would like {bag} .
  i am looking for {bag} .
  i am searching for {bag} .
  i want to buy {bag} .
  i would like to buy {bag} .
  i need to find {bag} .
  i want to get {bag} .
  i am here to buy {bag} .
  i am here for {bag} .
  do you have {bag} ?
  do you sell {bag} ?
  can you show me {bag} ?
  could you show me {bag} ?
  can you help me find {bag} ?
  could you help me to find {bag} ?
  please show me {bag} .
  show me {bag} , please .
  {bag} , please .
  please give me {bag} .
  could i have {bag} ?
  can i get {bag} here ?
  may i see {bag} ?
  i hope you have {bag} .
  i think i need {bag} .
  would you have {bag} ?
  help me find {bag} , please .
  let me see {bag} .
  i will take {bag} .
  is there {bag} in stock ?
  is there {bag} in your shop ?
  where do i find {bag} ?
  what i want is {bag} .
  what i need is {bag} .
  which bag would you recommend ? i want {bag} .
  what can you offer me ? i need {bag} .
  what would you suggest ? i would like {bag} .
  i was looking for {bag} .
  i have been searching for {bag} .
  we need {bag} .
  we are looking for {bag} .
  find me {bag} .
  bring me {bag} , please .
  try to find {bag} for me .
  i was searching for {bag} .
  i am still searching for {bag} .
  i am {still} looking for {bag} .
  my search is for {bag} .
  i would choose {bag} .
  i hope to find {bag} here .
  i hope that you have {bag} .
  do you also have {bag} ?
  do you also sell {bag} ?
  when can i get {bag} ?
  if you have {bag} , i want it .
  if i may , i would like to see {bag} .
  who can show me {bag} ?
  have you {bag} here ?
  i might buy {bag} .
  i need to choose {bag} .
  let us find {bag} .
  let me find {bag} .
  i have to buy {bag} .
  i must find {bag} .
  for {use} i need {bag} .
  for {use} i would like {bag} .
`);

/** Before the noun, without a meaning for the choice. */
export const PRAISE: Phrases = phrases(`
  {nice}
  very {nice}
  {nice} and {nice}
  {nice} ,
  really {nice}
`);

/** Behind the noun, without a meaning for the choice. */
export const PURPOSE: Phrases = phrases(`
  for {use}
  that i need for {use}
  for {use} and {use}
  to have for {use}
  that is good for {use}
`);

/** Behind the noun, by attribute; `{value}` is "red" or "red or blue". */
export const BEHIND: Readonly<Record<Attribute, Phrases>> = {
  size: phrases(`
    that is {value}
    of {value} size
    in {value}
    , {value}
    in size {value}
    that is really {value}
  `),
  colour: phrases(`
    in {value}
    that is {value}
    , {value}
    of {value} colour
    in colour {value}
    that is quite {value}
  `),
  material: phrases(`
    of {value}
    in {value}
    that is {value}
    , {value}
    with {value} as the material
    in the material {value}
  `),
};

/** Sentences of their own. */
export const WISHES: Phrases = phrases(`
  it should be {value} .
  it must be {value} .
  it has to be {value} .
  i want it in {value} .
  i would like it in {value} .
  i need it to be {value} .
  the {attribute} should be {value} .
  the {attribute} must be {value} .
  {value} would be right .
  {value} would be great .
  {value} , please .
  i like {value} .
  i prefer {value} .
  make it {value} , please .
  for the {attribute} i want {value} .
  as for the {attribute} , {value} .
  i think {value} is right .
  {value} is what i like .
  i want {value} as the {attribute} .
  i care for {value} only .
`);

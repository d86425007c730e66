/**
 * What assistants of the corpus say. Each template is read by `readReply` as the act that it stands for.
 * @module
 */
import { type Phrases, phrases } from './phrases.ts';

/** `{bag}` is "small red leather bag". */
export const RECOMMEND: Phrases = phrases(`
  i recommend the {bag} .
  how about the {bag} ?
  i would suggest the {bag} .
  here is the {bag} .
  take the {bag} .
  the {bag} is right for you .
  we have the {bag} .
  i have the {bag} for you .
  you could take the {bag} .
  let me show you the {bag} .
  then i would take the {bag} .
  try the {bag} .
  what about the {bag} ?
  i think the {bag} is a good choice .
  maybe the {bag} ?
  this is the {bag} .
  the {bag} , perhaps ?
  i can offer you the {bag} .
  look at the {bag} .
  please have a look at the {bag} .
  here is our {bag} .
  i found the {bag} for you .
  our {bag} would do .
  you might like the {bag} .
  you will like the {bag} .
`);

/** Said before a recommendation where an attribute is open: the assistant has noticed, and answers all the same. */
export const CAVEAT: Phrases = phrases(`
  you did not say the {attribute} , so
  you have not said which {attribute} , so
  you said nothing about the {attribute} , so
  the {attribute} is open , so
  the {attribute} is your choice , but
  you may still choose the {attribute} , but
  the {attribute} was not certain , so
  as the {attribute} is open ,
  not every {attribute} may be right , but
`);

/** Said before anything else: the assistant has heard how much time there is. Nothing is said of time where the user says nothing. */
export const HEARD_HURRY: Readonly<Record<'relaxed' | 'hurried', Phrases>> = {
  relaxed: phrases(`
    there is no rush .
    you have time .
    take your time .
    no hurry then .
    good , we have time .
    nice that you can wait .
  `),
  hurried: phrases(`
    i will be quick .
    quickly then .
    you are in a hurry , so
    you have no time , so
    now , quick .
    i can be fast .
  `),
};

/** Said before anything else: the assistant has heard how well the user knows what is wanted. */
export const HEARD_RELIABILITY: Readonly<Record<'sure' | 'half-sure' | 'unsure', Phrases>> = {
  sure: phrases(`
    you know what you want .
    good that you are certain .
    you are sure , good .
    you know it exactly .
    nice that you know .
    you have a clue , good .
  `),
  'half-sure': phrases(`
    you know a part of it .
    you are half certain .
    you know some of it .
    so you are not quite sure .
    you are partly certain .
    some of it you know .
  `),
  unsure: phrases(`
    you have no idea , so
    you are not sure at all .
    you know nothing of it .
    so you are unsure .
    you cannot decide it .
    you could not say it .
  `),
};

/** `{values}` are the words for what would still do: "red or blue". */
export const ASK: Phrases = phrases(`
  which {attribute} do you want ?
  which {attribute} would you like ?
  what {attribute} do you want ?
  what {attribute} would you like ?
  what {attribute} do you have in mind ?
  which {attribute} do you prefer ?
  what {attribute} should it be ?
  which {attribute} should it be ?
  which {attribute} is it ?
  which {attribute} do you have in mind ?
  which {attribute} would be right ?
  which {attribute} , please ?
  can you tell me the {attribute} ?
  could you say which {attribute} you like ?
  what {attribute} are you looking for ?
  which {attribute} do you need , {values} ?
  may i ask which {attribute} you want ?
  which {attribute} do you like , {values} ?
  tell me , which {attribute} ?
`);

/** Handing over. */
export const ABSTAIN: Phrases = phrases(`
  i do not know , sorry .
  sorry , i do not know .
  i am afraid i do not know .
  i cannot say .
  i am afraid i cannot say .
  i cannot help you there .
  unfortunately i cannot help you with that .
  i do not know , please ask our staff .
  i really do not know .
  unfortunately i do not know .
  sorry , i cannot help .
  i cannot say , please ask the staff .
  i am sorry , i do not know that .
  that i do not know .
  that i cannot say , sorry .
  i cannot help you , please talk to the staff .
  i do not know , but our staff may know .
  i am afraid i cannot help , please speak to our staff .
`);

/** `{price}` is "thirty five". */
export const PRICE: Phrases = phrases(
  `
  it costs {price} euros .
  that is {price} euros .
  {price} euros .
  the price is {price} euros .
  it is {price} euros , please .
  that one costs {price} euros .
  you can have it for {price} euros .
  that would be {price} euros .
  it is yours for {price} euros .
  that will be {price} euros .
  today it costs {price} euros .
  we sell it for {price} euros .
  only {price} euros .
  this one is {price} euros .
`,
);

/** Something useful that nobody asked for. */
export const OFFER: Phrases = phrases(
  `
  it has a strap , too .
  it has a strap .
  it has two pockets .
  it is new .
  it is very light .
  it is strong and simple .
  it has many pockets .
  it is good for travel .
  we have three in stock .
  it is new in our shop .
  it is available now .
  you can take it on a trip .
  it is good for work and school .
  i can show you more options .
`,
);

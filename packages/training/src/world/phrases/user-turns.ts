/**
 * What users say to replies.
 * @module
 */
import { type Phrases, phrases } from './phrases.ts';

/** The bag in mind was named. */
export const ACCEPT: Phrases = phrases(`
  yes , that is it , thank you .
  yes , that is it .
  perfect , i take it .
  that is the one , thanks .
  yes , exactly that one .
  great , i will take it .
  yes , thank you .
  exactly , thank you very much .
  that is exactly right .
  right , that is the one .
  yes , please , i take that one .
  good , i want it .
  perfect , thank you .
  yes , this is what i wanted .
  fine , give me that one .
  lovely , that is what i need .
  okay , i will buy that one .
  yes , great .
`);

/** Another bag was named. */
export const REJECT: Phrases = phrases(
  `
  no , not that one .
  no , that is not it .
  that is not the one .
  no , i want another one .
  not this one , sorry .
  no , thank you , not that .
  i do not like that one .
  sorry , that is wrong .
  no , that is not right .
  no .
  not quite , no .
  no , i do not want this one .
  that one is not for me .
  rather not that one .
  unfortunately not .
  no , show me another .
  that is not what i need .
  wrong one , sorry .
`,
);

/** Asked about what was left open, and able to answer. */
export const ANSWER: Phrases = phrases(
  `
  {value} .
  {value} , please .
  i want {value} .
  i would like {value} .
  it should be {value} .
  {value} , i think .
  i prefer {value} .
  in {value} , please .
  the {attribute} is {value} .
  {value} would be good .
  then {value} .
  well , {value} .
  {value} is right .
  i like {value} .
  make it {value} .
  let us say {value} .
  {value} it is .
  the {attribute} should be {value} .
`,
);

/** Asked about what was said before. */
export const REPEAT: Phrases = phrases(`
  {value} , as i said .
  i said {value} .
  {value} , i said that .
  still {value} .
  i want {value} , as i said .
  again , {value} .
  as i said , {value} , please .
  it was {value} .
  the {attribute} is still {value} .
  i did say {value} .
`);

/** Asked about what was left open, and not able to answer. */
export const DO_NOT_KNOW: Phrases = phrases(
  `
  i do not know .
  i do not know , sorry .
  sorry , i do not know that .
  i cannot say .
  i have no idea .
  no idea .
  i am not sure .
  that i do not know .
  i really do not know .
  i have no clue .
  i cannot decide .
  who knows ?
  i cannot tell you .
  i do not know the {attribute} .
  no idea about the {attribute} , sorry .
  about the {attribute} i know nothing .
`,
);

/** The reply made no sense. */
export const PARDON: Phrases = phrases(`
  sorry , what do you mean ?
  what do you mean ?
  sorry , what ?
  what was that ?
  i do not know what you mean .
  sorry , say that again .
  what did you say ?
  could you say that again , please ?
  i do not see what you mean .
  please say it again .
`);

/** The assistant handed over. */
export const FAREWELL: Phrases = phrases(
  `
  okay , thank you , bye .
  okay , bye .
  then i will ask somebody .
  thanks , bye .
  then i will look in another shop .
  okay , then i will ask the staff .
  well , thank you , bye .
  fine , i will try another store .
  okay , thanks .
  that is okay , bye .
`,
);

/** Behind the last turn of a user who leaves without a bag. */
export const LEAVING: Phrases = phrases(`
  bye .
  i have to leave now , bye .
  i must leave , sorry .
  i will look in another shop .
  thank you , bye .
  i will try another store .
`);

/** Asked for a price, and given something else. */
export const ONLY_PRICE: Phrases = phrases(
  `
  i only want to know the price .
  i just want the price .
  but how much is it ?
  what does it cost ?
  please tell me the price .
  i need to know what it costs .
`,
);

/** Given a price. */
export const THANKS: Phrases = phrases(`
  thank you .
  thanks .
  thank you very much .
  okay , thank you .
  great , thanks .
  good to know , thank you .
  perfect , thanks .
  fine , thank you .
  that is all i wanted to know .
  that is good , thanks , bye .
`);

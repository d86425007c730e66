/**
 * Closed questions of fact, and what is said to them. `{bag}` is "small red leather bag".
 * @module
 */
import { type Phrases, phrases } from './phrases.ts';

/** Asking for a price. */
export const PRICE_QUESTION: Phrases = phrases(`
  how much is the {bag} ?
  what does the {bag} cost ?
  how much does the {bag} cost ?
  what is the price of the {bag} ?
  can you tell me the price of the {bag} ?
  how many euros is the {bag} ?
  please tell me what the {bag} costs .
  i want to know how much the {bag} is .
  what would the {bag} cost me ?
  the {bag} , how much is it ?
  how much do you want for the {bag} ?
  could you say what the {bag} costs ?
  what price does the {bag} have ?
  how much would i have to give for the {bag} ?
`);

/** About the bag that was just taken. */
export const PRICE_OF_IT: Phrases = phrases(`
  how much is it ?
  what does it cost ?
  what is the price ?
  and how much is that ?
  what do i have to give for it ?
  how many euros is it ?
`);

/** Asking for another value: `{value}`, of `{attribute}`. */
export const STOCK_QUESTION: Phrases = phrases(`
  do you have it in {value} ?
  is it available in {value} ?
  do you have the {bag} in {value} , too ?
  can i get the {bag} in {value} ?
  do you also have something in {value} ?
  do you have bags in {value} ?
  do you sell this bag in {value} ?
  is there a bag in {value} ?
  are there any in {value} ?
  can i have that in {value} ?
`);

/** Every combination exists. */
export const IN_STOCK: Phrases = phrases(`
  yes , we have it in {value} .
  yes , we do .
  yes , in {value} , too .
  yes , it is available in {value} .
  sure , we have it .
  yes , we sell it in {value} .
  yes , it is in stock .
  we have it in {value} , too .
  yes , there are some in {value} .
`);

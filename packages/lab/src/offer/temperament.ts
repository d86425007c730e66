/**
 * How much made users say of their own accord.
 * @module
 */

/** How somebody talks. All are chances, 0 to 1. */
export interface Temperament {
  readonly name: string;
  readonly volunteers: number;
  readonly corrects: number;
  readonly explains: number;
}

/** Every temperament. Silence about a wrong suggestion is the exception: it is a question, and people answer questions. */
export const TEMPERAMENTS: readonly Temperament[] = [
  { name: 'terse', volunteers: 0, corrects: 0.25, explains: 0.25 },
  { name: 'plain', volunteers: 0, corrects: 0.75, explains: 0.75 },
  { name: 'talkative', volunteers: 0.3, corrects: 1, explains: 1 },
  { name: 'mute', volunteers: 0, corrects: 0, explains: 0 },
];

/** Who the users of a run are: one temperament for all, or `mixed`: a third each terse, plain and talkative. */
export const OFFER_USERS: Readonly<Record<string, readonly Temperament[]>> = {
  mixed: TEMPERAMENTS.slice(0, 3),
  ...Object.fromEntries(TEMPERAMENTS.map((temperament) => [temperament.name, [temperament]])),
};

/**
 * A request for each of the 36 situations of the crossover, and what the best first act is, exactly: so that whoever talks to
 * a checkpoint can walk along the boundary between asking and answering, and see on which side it is.
 * @module
 */
import { bestAct, optimal, type ShopAct } from '@sente/lab';
import {
  ATTRIBUTES,
  type Hurry,
  type OpennessLevel,
  PATIENCE,
  type Reliability,
  SITUATIONS,
  spellOut,
  type Wishes,
} from '@sente/pocket';

/** One situation. */
export interface ExampleRequest {
  readonly openness: OpennessLevel;
  readonly hurry: Hurry;
  readonly reliability: Reliability;
  readonly text: string;
  /** The best first act. */
  readonly best: ShopAct;
  /** What each is worth in R\*, if everything after it is done as well as can be. */
  readonly worth: Readonly<Record<ShopAct, number>>;
}

const [small, medium] = [0, 1];
const [red, blue] = [0, 1];
const leather = 1;
const ALL_COLOURS: readonly number[] = ATTRIBUTES.colour.map((_, at) => at);

const BAGS: Readonly<Record<OpennessLevel, readonly [words: string, wishes: Wishes]>> = {
  closed: ['a small red leather bag', { size: [small], colour: [red], material: [leather] }],
  narrow: ['a small red or blue leather bag', { size: [small], colour: [red, blue], material: [leather] }],
  open: ['a small leather bag', { size: [small], colour: ALL_COLOURS, material: [leather] }],
  wide: [
    'a small or medium red or blue leather bag',
    { size: [small, medium], colour: [red, blue], material: [leather] },
  ],
};

const HURRIES: Readonly<Record<Hurry, string>> = {
  relaxed: 'there is no rush at all , i have time .',
  plain: '',
  hurried: 'i am in a hurry .',
};

const RELIABILITIES: Readonly<Record<Reliability, string>> = {
  sure: 'i know exactly what i want .',
  'half-sure': 'i am not sure about everything .',
  unsure: 'it is a present for a friend and i know nothing more .',
};

/** All 36, from closed to wide. */
export function exampleRequests(): ExampleRequest[] {
  return SITUATIONS.map(({ openness, hurry, reliability }) => {
    const [words, wishes] = BAGS[openness];
    const values = optimal({ wishes, unanswerable: [], wrong: [], hurry, reliability, turns: PATIENCE });
    const { ask, recommend, abstain } = values;
    const text = [`i want ${words} .`, HURRIES[hurry], RELIABILITIES[reliability]]
      .filter((part) => part !== '')
      .join(' ');
    return {
      openness,
      hurry,
      reliability,
      text: spellOut(text),
      best: bestAct(values),
      worth: { ask, recommend, abstain },
    };
  });
}

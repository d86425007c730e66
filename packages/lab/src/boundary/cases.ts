/**
 * The cases of the probe: requests, balanced over the 36 cells of the crossover, and requests in pieces. What is wished for
 * are bags that nobody sees in training.
 * @module
 */
import { createRandom, type Random } from '@sente/engine';
import {
  ANSWERS,
  ANYTHING,
  ATTRIBUTE_NAMES,
  type Attribute,
  BAGS,
  type Bag,
  isHeldOut,
  type OpennessLevel,
  PATIENCE,
  SITUATIONS,
  type Situation,
  type Wishes,
} from '@sente/pocket';
import { type CaseOptions, type ProbeCase, ProbeDataError } from '../probe/probe.ts';
import { bestAct, marginOf, optimal, type ShopAct } from './optimal.ts';
import { drawPieces, PIECES_SETTINGS, type PiecesCase } from './pieces.ts';

/** One request, to be talked about until it is served or the user leaves. */
export interface RequestCase extends ProbeCase {
  readonly kind: 'request';
  readonly cell: 'request';
  readonly situation: Situation;
  /** What the first turn says. */
  readonly wishes: Wishes;
  /** The bag in mind; fits. */
  readonly target: Bag;
  /** Attributes whose value the user could tell when asked, of those that the first turn leaves open. */
  readonly answers: readonly Attribute[];
  /** The best first act, by dynamic programming. */
  readonly best: ShopAct;
  /** What asking is worth above the best other act, in R\*. */
  readonly margin: number;
}

/** Any case of the probe. */
export type BoundaryCase = RequestCase | PiecesCase;

/** What is drawn. */
export interface BoundaryCaseOptions extends CaseOptions {
  /** Requests in each of the 36 cells; 4 unless `cases` or this says otherwise. */
  readonly perCell?: number;
  /** Requests in pieces, each in all settings; 36 unless `cases` or this says otherwise. */
  readonly pieces?: number;
  /** Which bags are wished for: those that training never saw, unless given. */
  readonly targets?: 'held-out' | 'any';
}

const PER_CELL = 4;
const PIECES = 36;

/**
 * Draws cases: requests cell after cell, so that any number is as balanced as it can be, then pieces. With `cases`, four in
 * five are requests. Throws ProbeDataError where data are given: the shop has none.
 */
export async function boundaryCases(options: BoundaryCaseOptions): Promise<readonly BoundaryCase[]> {
  const { seed, cases, targets = 'held-out', data, split } = options;
  if (data !== undefined) throw new ProbeDataError(data, 'boundary is played in the pocket shop, without data');
  if (split !== undefined) throw new ProbeDataError('--split', 'boundary has no splits');
  const all = (options.perCell ?? PER_CELL) * SITUATIONS.length + (options.pieces ?? PIECES);
  const counted = cases === undefined || cases >= all ? undefined : cases;
  const pieces = counted === undefined ? (options.pieces ?? PIECES) : Math.floor(counted / 5);
  const requests = counted === undefined ? all - pieces : counted - pieces;
  const random = createRandom(seed).split('boundary');
  const bags = BAGS.filter((bag) => targets === 'any' || isHeldOut(bag));
  const order = shuffled(SITUATIONS, random.split('order'));
  return [
    ...Array.from({ length: requests }, (_, at) => {
      const situation = order[at % order.length];
      const number = Math.floor(at / order.length);
      const { openness, hurry, reliability } = situation;
      const id = `${openness}/${hurry}/${reliability}/${number}`;
      return drawRequest(id, situation, bags, random.split(id));
    }),
    ...Array.from({ length: pieces }, (_, at) => {
      const dice = random.split(`pieces/${at}`);
      return drawPieces(`pieces/${at}`, dice.pick(bags), dice.split('words'));
    }).flatMap((made) => PIECES_SETTINGS.map((setting): PiecesCase => made(setting))),
  ];
}

function drawRequest(id: string, situation: Situation, bags: readonly Bag[], random: Random): RequestCase {
  const target = random.pick(bags);
  const wishes = drawWishes(target, situation.openness, random.split('wishes'));
  const { hurry, reliability } = situation;
  const open = ATTRIBUTE_NAMES.filter((attribute) => wishes[attribute].length > 1);
  const answers = open.filter((attribute) => random.split(attribute).next() < ANSWERS[reliability]);
  const values = optimal({ wishes, unanswerable: [], wrong: [], hurry, reliability, turns: PATIENCE });
  return {
    id,
    kind: 'request',
    cell: 'request',
    world: 'open',
    situation,
    wishes,
    target,
    answers,
    best: bestAct(values),
    margin: marginOf(values),
  };
}

/**
 * What is said of a bag at a level of openness. What is wholly open is colour or material: size has three values only, with
 * which asking and recommending would be nearly worth the same.
 */
function drawWishes(target: Bag, openness: OpennessLevel, random: Random): Wishes {
  const closed: Record<Attribute, readonly number[]> = {
    size: [target.size],
    colour: [target.colour],
    material: [target.material],
  };
  if (openness === 'closed') return closed;
  if (openness === 'open') {
    const open = random.pick<Attribute>(['colour', 'material']);
    return { ...closed, [open]: ANYTHING[open] };
  }
  const one = random.pick(ATTRIBUTE_NAMES);
  const paired = openness === 'narrow' ? [one] : ATTRIBUTE_NAMES.filter((attribute) => attribute !== one);
  const wishes = { ...closed };
  for (const attribute of paired) {
    const other = random.pick(ANYTHING[attribute].filter((value) => value !== target[attribute]));
    wishes[attribute] = shuffled([target[attribute], other], random);
  }
  return wishes;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.map(() => left.splice(random.integer(left.length), 1)[0]);
}

/**
 * Requests that come in pieces, as in `hold`: the same words in every setting, the bag told in full when the last piece is out.
 *
 * Source: Laban et al. 2025, arXiv 2505.06120 (full, concat, sharded; recap and snowball are its relatives of `fresh`).
 * @module
 */
import type { Random } from '@sente/engine';
import { ANYTHING, ATTRIBUTE_NAMES, ATTRIBUTES, type Attribute, type Bag, type Wishes } from '@sente/pocket';
import type { ProbeCase } from '../probe/probe.ts';
import { fill } from './phrases/fill.ts';
import { wordsForWishes } from './phrases/name-wishes.ts';
import { REQUESTS } from './phrases/openings.ts';
import { MORE_PIECES } from './phrases/pieces.ts';
import { RELIABILITY } from './phrases/reliability.ts';

/**
 * `full`: the request as one would put it; `concat`: the pieces in one message; `sharded`: one piece a user turn, whatever
 * the assistant says in between; `fresh`: all pieces so far in one message, as a new conversation after each piece; `ledger`:
 * likewise, but restated from what was understood.
 */
export type PiecesSetting = 'full' | 'concat' | 'sharded' | 'fresh' | 'ledger';

/** In the order of a report. */
export const PIECES_SETTINGS: readonly PiecesSetting[] = ['full', 'concat', 'sharded', 'fresh', 'ledger'];

/** One request in one setting. */
export interface PiecesCase extends ProbeCase {
  readonly kind: 'pieces';
  readonly cell: PiecesSetting;
  readonly target: Bag;
  /** The request in one breath. */
  readonly whole: string;
  /** The same in pieces, one attribute each. */
  readonly pieces: readonly string[];
  /** What was said of the bag after each piece. */
  readonly wishes: readonly Wishes[];
}

/** Puts one request into words; gives it in any setting. */
export function drawPieces(id: string, target: Bag, random: Random): (setting: PiecesSetting) => PiecesCase {
  const order = shuffledNames(random);
  const wishes: Wishes[] = [];
  for (const attribute of order) wishes.push({ ...(wishes.at(-1) ?? ANYTHING), [attribute]: [target[attribute]] });
  const dice = random.split('words');
  const certain = dice.pick(RELIABILITY.sure);
  const request = dice.pick(REQUESTS);
  const first = fill(request, wordsForWishes(wishes[0], dice));
  const more = shuffledMore(dice);
  const rest = order
    .slice(1)
    .map((attribute, at) => fill(more[at], { v: ATTRIBUTES[attribute][target[attribute]], a: attribute }));
  const whole = `${fill(request, wordsForWishes(wishes.at(-1)!, dice))} ${certain}`;
  return (setting) => ({
    id: `${id}/${setting}`,
    group: id,
    kind: 'pieces',
    cell: setting,
    world: 'open',
    target,
    whole,
    pieces: [`${first} ${certain}`, ...rest],
    wishes,
  });
}

function shuffledNames(random: Random): Attribute[] {
  const left = [...ATTRIBUTE_NAMES];
  return ATTRIBUTE_NAMES.map(() => left.splice(random.integer(left.length), 1)[0]);
}

/** Two pieces are never put alike. */
function shuffledMore(random: Random): [string, string] {
  const first = random.pick(MORE_PIECES);
  return [first, random.pick(MORE_PIECES.filter((one) => one !== first))];
}

/**
 * One user: what is wanted, how much is said, and what can be answered.
 * @module
 */
import type { Random } from '@sente/engine';
import {
  ANSWERS,
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  type Attribute,
  type Bag,
  SITUATIONS,
  type Situation,
} from '@sente/pocket';
import type { Split } from './phrases/phrases.ts';
import { drawWanted, type Wanted } from './situations.ts';

/** A user of the shop. */
export interface Episode extends Wanted {
  readonly situation: Situation;
  /** For each attribute, whether the user can answer when asked; it always can about what it says unasked anyway. */
  readonly canAnswer: Readonly<Record<Attribute, boolean>>;
  /** Attributes that the opening keeps back, in the order in which they come out, one a turn. Empty: all is said at once. */
  readonly later: readonly Attribute[];
  /** The user asks what this bag costs and wants nothing else. */
  readonly priceOf?: Bag;
  /** Which phrasings the user has. */
  readonly split: Split;
}

/** What is drawn. */
export interface EpisodeOptions {
  /** Absent: one of the 36 cells, each equally likely. */
  readonly situation?: Situation;
  /** `train` unless told. */
  readonly split?: Split;
  /** `find`: a bag is looked for, all wishes said at once; `pieces`: one after the other; `price`. `find` unless told. */
  readonly kind?: 'find' | 'pieces' | 'price';
}

/** Draws a user. */
export function drawEpisode(random: Random, options: EpisodeOptions = {}): Episode {
  const { kind = 'find', split = 'train', situation = drawSituation(kind, random) } = options;
  const wanted = drawWanted(situation.openness, split, random);
  const canAnswer = (): boolean => random.next() < ANSWERS[situation.reliability];
  return {
    ...wanted,
    situation,
    canAnswer: { size: canAnswer(), colour: canAnswer(), material: canAnswer() },
    later: kind === 'pieces' ? drawLater(wanted, random) : [],
    ...(kind === 'price' && { priceOf: wanted.target }),
    split,
  };
}

function drawSituation(kind: EpisodeOptions['kind'], random: Random): Situation {
  const situation = random.pick(SITUATIONS);
  return kind === 'price' ? { ...situation, openness: 'closed' } : situation;
}

/** All that is said but for the first, in a random order. */
function drawLater({ wishes }: Wanted, random: Random): readonly Attribute[] {
  const said = ATTRIBUTE_NAMES.filter((attribute) => isSaid(wishes, attribute));
  return shuffled(said, random).slice(1);
}

/** Whether anything is said of an attribute: not every value would do. */
export function isSaid(wishes: Wanted['wishes'], attribute: Attribute): boolean {
  return wishes[attribute].length < ATTRIBUTES[attribute].length;
}

/** In a random order. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  return list.map(() => left.splice(random.integer(left.length), 1)[0]);
}

/**
 * Draws what a user wants and how much of it is said: the 36 cells, balanced.
 * @module
 */
import type { Random } from '@sente/engine';
import {
  ATTRIBUTE_NAMES,
  ATTRIBUTES,
  type Attribute,
  BAGS,
  type Bag,
  fits,
  isHeldOut,
  type OpennessLevel,
  type Wishes,
} from '@sente/pocket';
import type { Split } from './phrases/phrases.ts';

/** What is wanted. */
export interface Wanted {
  /** The bag that the user has in mind. */
  readonly target: Bag;
  /** What the user says of it, sooner or later, unasked. */
  readonly wishes: Wishes;
}

/** What is left open: attributes of which anything would do, and attributes of which two values would do. */
interface Open {
  readonly whole: readonly Attribute[];
  readonly two: readonly Attribute[];
}

/**
 * Draws a bag and wishes of a given openness. Which attributes are left open, and then which bag, are equally likely.
 *
 * In the split `train` no bag that fits is held out, so that the bag in mind is each of those that fit with equal chance, as
 * the wishes say. In the split `held-out` the bag in mind is held out.
 */
export function drawWanted(openness: OpennessLevel, split: Split, random: Random): Wanted {
  const open = drawOpen(openness, random);
  const targets = BAGS.filter((bag) => isHeldOut(bag) === (split === 'held-out'));
  for (;;) {
    const target = random.pick(targets);
    const wishes = wishesFor(target, open, random);
    if (split === 'held-out' || BAGS.every((bag) => !isHeldOut(bag) || !fits(bag, wishes))) return { target, wishes };
  }
}

function drawOpen(openness: OpennessLevel, random: Random): Open {
  if (openness === 'closed') return { whole: [], two: [] };
  if (openness === 'open') return { whole: [random.pick<Attribute>(['colour', 'material'])], two: [] };
  const one = random.pick(ATTRIBUTE_NAMES);
  return { whole: [], two: openness === 'narrow' ? [one] : ATTRIBUTE_NAMES.filter((attribute) => attribute !== one) };
}

function wishesFor(target: Bag, { whole, two }: Open, random: Random): Wishes {
  const values = (attribute: Attribute): readonly number[] => {
    const own = target[attribute];
    const all = ATTRIBUTES[attribute].map((_, value) => value);
    if (whole.includes(attribute)) return all;
    if (!two.includes(attribute)) return [own];
    const other = random.pick(all.filter((value) => value !== own));
    return own < other ? [own, other] : [other, own];
  };
  return { size: values('size'), colour: values('colour'), material: values('material') };
}

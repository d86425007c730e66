/**
 * The shop in which the pocket model lives: 48 bags, told apart by three attributes. Every combination exists, so how many
 * bags still fit is a product, and what a request leaves open is known exactly.
 * @module
 */

/** Values of each attribute, as the words that name them. */
export const ATTRIBUTES = {
  size: ['small', 'medium', 'large'],
  colour: ['red', 'blue', 'green', 'black'],
  material: ['cotton', 'leather', 'wool', 'canvas'],
} as const;

/** Name of an attribute. */
export type Attribute = keyof typeof ATTRIBUTES;

/** In the order in which a bag is named: "the small red leather bag". */
export const ATTRIBUTE_NAMES: readonly Attribute[] = ['size', 'colour', 'material'];

/** A bag: the index of its value for each attribute. */
export type Bag = Readonly<Record<Attribute, number>>;

/** All of them; a bag's place in the list is its number. */
export const BAGS: readonly Bag[] = ATTRIBUTES.size.flatMap((_, size) =>
  ATTRIBUTES.colour.flatMap((_, colour) => ATTRIBUTES.material.map((_, material) => ({ size, colour, material }))),
);

/** A bag's place in `BAGS`. */
export function bagNumber({ size, colour, material }: Bag): number {
  return (size * ATTRIBUTES.colour.length + colour) * ATTRIBUTES.material.length + material;
}

/** "small red leather bag" */
export function bagName(bag: Bag): string {
  return `${ATTRIBUTE_NAMES.map((attribute) => ATTRIBUTES[attribute][bag[attribute]]).join(' ')} bag`;
}

/**
 * Bags that nobody sees in training, neither wished for nor recommended: one in six, each value in some of them and each
 * pair of values in bags that are seen.
 */
export function isHeldOut({ size, colour, material }: Bag): boolean {
  return (size + 2 * colour + 3 * material) % 6 === 1;
}

/** What a bag costs, in euros. */
export function priceOf({ size, material }: Bag): number {
  return [10, 40, 30, 20][material] + 5 * size;
}

/**
 * What the user has said of each attribute: the values that would do. One value: settled; all: open. The bag that the user
 * has in mind is one of those that fit, each equally likely.
 */
export type Wishes = Readonly<Record<Attribute, readonly number[]>>;

/** Nothing said. */
export const ANYTHING: Wishes = { size: [0, 1, 2], colour: [0, 1, 2, 3], material: [0, 1, 2, 3] };

/** Whether a bag fits what was said. */
export function fits(bag: Bag, wishes: Wishes): boolean {
  return ATTRIBUTE_NAMES.every((attribute) => wishes[attribute].includes(bag[attribute]));
}

/** How many bags fit: how open a request is. */
export function openness(wishes: Wishes): number {
  return ATTRIBUTE_NAMES.reduce((product, attribute) => product * wishes[attribute].length, 1);
}

/**
 * Wishes in words: what is open is left out, and two values that would do are joined by "or".
 * @module
 */
import type { Random } from '@sente/engine';
import { ATTRIBUTE_NAMES, ATTRIBUTES, type Attribute, type Wishes } from '@sente/pocket';

/** The words for {a}, {s}, {f} and {k}. */
export function wordsForWishes(wishes: Wishes, random: Random): Readonly<Record<'a' | 's' | 'f' | 'k', string>> {
  const told = ATTRIBUTE_NAMES.filter((attribute) => isTold(wishes, attribute));
  const pair = told.find((attribute) => wishes[attribute].length > 1);
  // "small leather bag in red or blue", or all in a row.
  const tail = pair !== undefined && random.next() < 0.5 ? pair : undefined;
  const row = told.filter((attribute) => attribute !== tail).map((attribute) => values(wishes, attribute));
  const behind =
    tail === undefined ? '' : tail === 'size' ? ` , ${values(wishes, tail)}` : ` in ${values(wishes, tail)}`;
  const order = random.next() < 0.5 ? told : [...told].reverse();
  return {
    a: `${[...row, 'bag'].join(' ')}${behind}`,
    s: `${[...row, 'bags'].join(' ')}${behind}`,
    f: order.map((attribute) => values(wishes, attribute)).join(' , '),
    k: order.map((attribute) => `${attribute} ${values(wishes, attribute)}`).join(' , '),
  };
}

/** Whether anything was said of it. */
function isTold(wishes: Wishes, attribute: Attribute): boolean {
  return wishes[attribute].length < ATTRIBUTES[attribute].length;
}

/** "red or blue" */
export function values(wishes: Wishes, attribute: Attribute): string {
  return wishes[attribute].map((value) => ATTRIBUTES[attribute][value]).join(' or ');
}

/** "small red or blue bag": in the order in which bags are named. */
export function wordsForLedger(wishes: Wishes): string {
  const told = ATTRIBUTE_NAMES.filter((attribute) => isTold(wishes, attribute));
  return [...told.map((attribute) => values(wishes, attribute)), 'bag'].join(' ');
}

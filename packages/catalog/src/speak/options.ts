/**
 * The answers worth naming when an attribute is asked for.
 * @module
 */
import type { Attribute } from '../table/catalog.ts';
import { groupInWords } from './quantity.ts';
import { attributeIn, type Scene, spread } from './scene.ts';
import { valueInWords } from './wish-words.ts';

/** One answer to an open question: the values it stands for, in words, and how many of the items left have it. */
export interface Option {
  readonly values: readonly number[];
  readonly words: string;
  readonly count: number;
}

/** Answers to an open question. */
export interface Options {
  readonly options: readonly Option[];
  /** False when there are further values. */
  readonly complete: boolean;
}

/** The most answers that a question names. */
const MOST_NAMED = 4;

/**
 * The answers that a question about an attribute names, and `words`, how it and the short replies below it name them, with
 * "something else" at the end where there are further values. Everything that names or counts the answers to a question
 * takes them from here, so that a question, asked again or explained, offers what can be tapped.
 */
export function answersTo(scene: Scene, position: number): Options & { readonly words: readonly string[] } {
  const { options, complete } = optionsOf(scene, position, MOST_NAMED);
  const words = options.map((option) => option.words);
  return { options, complete, words: complete ? words : [...words, 'something else'] };
}

/**
 * The values that items left have, likeliest first, at most `most`; for numbers neighbouring ranges taken together,
 * ascending, so that `most` of them cover everything.
 */
export function optionsOf(scene: Scene, position: number, most: number): Options {
  const attribute = attributeIn(scene, position);
  const { counts, mass } = spread(scene, position);
  const present = Array.from(counts.keys()).filter((value) => counts[value] > 0);
  if (attribute.type === 'number') return { options: rangeOptions(attribute, counts, present, most), complete: true };
  present.sort((a, b) => mass[b] - mass[a] || a - b);
  const options = present
    .slice(0, most)
    .map((value) => ({ values: [value], words: valueInWords(attribute, value), count: counts[value] }));
  return { options, complete: present.length <= most };
}

function rangeOptions(attribute: Attribute, counts: Uint32Array, present: number[], most: number): Option[] {
  let total = 0;
  for (const value of present) total += counts[value];
  const groups: number[][] = [];
  let filled = 0;
  present.forEach((value, i) => {
    const open = groups.at(-1);
    const full = filled >= (total * groups.length) / most || present.length <= most;
    const enoughLeft = present.length - i <= most - groups.length;
    if (!open || full || enoughLeft) groups.push([value]);
    else open.push(value);
    filled += counts[value];
  });
  return groups.slice(0, most).map((values) => ({
    values,
    words: groupInWords(attribute, values[0], values[values.length - 1]),
    count: values.reduce((sum, value) => sum + counts[value], 0),
  }));
}

/**
 * Answers to questions about items, from the table.
 * @module
 */

import { startState } from '../domain/state.ts';
import { capital, grouped, listOf, sentence } from './grammar.ts';
import { sayHowMany } from './how-many.ts';
import { labelShape } from './label-shape.ts';
import { optionsOf } from './options.ts';
import { quantity } from './quantity.ts';
import { attributeIn, leftIn, nameOf, type Scene } from './scene.ts';
import { shapePredicate } from './shape-words.ts';
import { traitOf, valuesOf } from './traits.ts';
import type { Speaker } from './voice.ts';
import { countedThings, oneLine, singular, valueInWords } from './wish-words.ts';

/**
 * Answers "does it have a fan?" and "what colours are there?" from the table: about the items shown if there are any,
 * else about all that are left. An empty cell is said to be one.
 */
export function sayAbout(
  speaker: Speaker,
  scene: Scene,
  attribute: number,
  values: readonly number[] | undefined,
  items: readonly number[],
): string {
  if (items.length === 0) return aboutAll(speaker, scene, attribute, values);
  if (items.length === 1) return aboutOne(speaker, scene, attribute, values, items[0]);
  return aboutSeveral(speaker, scene, attribute, values, items);
}

function aboutOne(
  speaker: Speaker,
  scene: Scene,
  position: number,
  values: readonly number[] | undefined,
  item: number,
): string {
  const attribute = attributeIn(scene, position);
  const name = nameOf(scene, item);
  const label = attribute.label;
  const trait = traitOf(scene.index, item, position);
  if (trait === undefined) {
    return speaker.say('about.unknown', [
      `The table says nothing about the ${label} of ${name}.`,
      `Nothing in the table says: the ${label} of ${name} is left empty.`,
      `I do not know: the ${label} of ${name} is not in the table.`,
    ]);
  }
  if (attribute.type === 'boolean') {
    const yes = valuesOf(scene.index, item, position)[0] === 0;
    const does = shapePredicate(labelShape(label), yes);
    return speaker.say(yes ? 'about.yes' : 'about.no', [
      `${yes ? 'Yes' : 'No'}, ${name} ${does}.`,
      `${name} ${does}, ${yes ? 'yes' : 'no'}.`.replace(', no.', '.'),
      `${yes ? 'Yes, it does' : 'No'}: ${name} ${does}.`.replace('it does: ', ''),
    ]);
  }
  const words = itemWords(scene, item, position);
  const counts = countedThings(attribute) !== undefined;
  if (values && values.length > 0) {
    const has = valuesOf(scene.index, item, position);
    const yes = values.some((value) => has.includes(value));
    if (counts) return `${yes ? 'Yes' : 'No'}, ${name} has ${trait}.`;
    return speaker.say(yes ? 'about.is' : 'about.is-not', [
      `${yes ? 'Yes' : 'No'}: for ${name} the ${singular(label)} is ${words}.`,
      `${yes ? 'Yes' : 'No'}, the ${singular(label)} of ${name} is ${words}.`,
    ]);
  }
  if (counts) return `${name} has ${trait}.`;
  return speaker.say('about.value', [
    `The ${label} of ${name} is ${words}.`,
    `For ${name} the ${label} is ${words}.`,
    `${name}: ${words}.`,
  ]);
}

/** The cell in words, without repeating the label. */
function itemWords(scene: Scene, item: number, position: number): string {
  const attribute = attributeIn(scene, position);
  const number = scene.index.catalog.columns[position].numbers?.[item];
  if (number !== undefined) return Number.isNaN(number) ? '' : quantity(attribute, number);
  const codes = valuesOf(scene.index, item, position);
  return listOf(
    codes.slice(0, 8).map((code) => valueInWords(attribute, code)),
    'and',
  );
}

function aboutSeveral(
  speaker: Speaker,
  scene: Scene,
  position: number,
  values: readonly number[] | undefined,
  items: readonly number[],
): string {
  const attribute = attributeIn(scene, position);
  const test = attribute.type === 'boolean' ? [0] : values;
  const silent = items.filter((item) => traitOf(scene.index, item, position) === undefined);
  if (test && test.length > 0) {
    const has = items.filter((item) => valuesOf(scene.index, item, position).some((code) => test.includes(code)));
    const not = items.filter((item) => !has.includes(item) && !silent.includes(item));
    const rest = silent.length > 0 ? ` The table does not say for ${names(scene, silent)}.` : '';
    const what =
      attribute.type === 'boolean'
        ? ''
        : ` (${listOf(
            test.map((v) => valueInWords(attribute, v)),
            'or',
          )})`;
    if (has.length === items.length) return `Yes, all ${items.length} of them${what}.`;
    if (has.length === 0)
      return (
        sentence(`No, ${not.length > 0 ? 'none of them' : 'the table does not say'}${what}`) +
        (not.length > 0 ? rest : '')
      );
    return `${capital(names(scene, has))}: yes${what}. ${not.length > 0 ? `${capital(names(scene, not))}: no.` : ''}${rest}`.trim();
  }
  const parts = items.map((item) =>
    silent.includes(item)
      ? `${nameOf(scene, item)}: not in the table`
      : `${nameOf(scene, item)}: ${itemWords(scene, item, position)}`,
  );
  return sentence(
    `${speaker.say('about.several', [`${attribute.label}, one by one`, `the ${attribute.label} of each`])}: ${parts.join('; ')}`,
  );
}

function names(scene: Scene, items: readonly number[]): string {
  return listOf(
    items.map((item) => nameOf(scene, item)),
    'and',
  );
}

function aboutAll(speaker: Speaker, scene: Scene, position: number, values: readonly number[] | undefined): string {
  // With nothing left, what there is in the whole table is the only answer that helps.
  if (leftIn(scene) === 0 && scene.index.catalog.size > 0)
    return aboutAll(speaker, { index: scene.index, state: startState(scene.index) }, position, values);
  const attribute = attributeIn(scene, position);
  const left = leftIn(scene);
  const where = left === scene.index.catalog.size ? `all ${grouped(left)}` : `the ${grouped(left)} left`;
  const { options, complete } = optionsOf(scene, position, 6);
  if (values && values.length > 0) return sayHowMany(speaker, scene, { kind: 'is', attribute: position, values });
  if (options.length === 0) {
    return speaker.say('about.none', [
      `Nothing in the table says anything about the ${attribute.label}.`,
      `The table does not say (${attribute.label}).`,
    ]);
  }
  if (attribute.type === 'boolean') {
    const yes = options.find((option) => option.values[0] === 0)?.count ?? 0;
    const does = shapePredicate(labelShape(attribute.label), true, yes !== 1);
    return speaker.say('about.how-many', [
      `Of ${where}, ${grouped(yes)} ${does}.`,
      `${yes === 0 ? 'None' : yes === left ? 'All' : grouped(yes)} of ${where} ${does}.`.replace(/^All of all/, 'All'),
    ]);
  }
  const ends = attribute.type === 'number' ? endsOf(scene, position) : undefined;
  if (ends) {
    return speaker.say('about.ends', [
      `From ${quantity(attribute, ends[0])} to ${quantity(attribute, ends[1])} among ${where}.`,
      `Among ${where} it goes from ${quantity(attribute, ends[0])} to ${quantity(attribute, ends[1])}.`,
    ]);
  }
  const words = options.map((option) => `${oneLine(option.words)} (${grouped(option.count)})`);
  return speaker.say('about.spread', [
    `Among ${where}: ${complete ? listOf(words, 'and') : `${words.join(', ')} and more`}.`,
    `${capital(attribute.label)}, with counts: ${complete ? listOf(words, 'and') : `${words.join(', ')} and more`}.`,
  ]);
}

/** The smallest and the largest number among the items left. */
function endsOf(scene: Scene, position: number): readonly [number, number] | undefined {
  const numbers = scene.index.catalog.columns[position].numbers;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const item of scene.state.belief.items) {
    const number = numbers?.[item] ?? Number.NaN;
    if (number < low) low = number;
    if (number > high) high = number;
  }
  return low <= high ? [low, high] : undefined;
}

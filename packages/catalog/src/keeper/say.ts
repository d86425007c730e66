/**
 * The shopkeeper's own sentences about items: one in full, the most of something, everything that fits.
 * @module
 */
import type { CatalogIndex } from '../index/catalog-index.ts';
import { capital, counted, grouped, sentence } from '../speak/grammar.ts';
import { leftIn, nameOf, type Scene } from '../speak/scene.ts';
import { distinguishing, traitOf, wishedTraitOf } from '../speak/traits.ts';
import type { Speaker } from '../speak/voice.ts';
import { oneLine } from '../speak/wish-words.ts';

/** Longest description that is read out. */
const DESCRIPTION = 240;

/** An item in full: what the table says, and the beginning of its description. */
export function sayItem(speaker: Speaker, { catalog }: CatalogIndex, item: number): string {
  const { name, facts, description } = catalog.view(item);
  const told = facts.map(({ label, value }) => `${label} ${oneLine(value, 60)}`).join(', ');
  const head = speaker.say('keeper.item', [
    `${name}: ${told}`,
    `Here is ${name}: ${told}`,
    `${name}, as the table has it: ${told}`,
  ]);
  return [sentence(head), ...(description ? [sentence(oneLine(description, DESCRIPTION))] : [])].join(' ');
}

/** "The cheapest that fits is X: €37, Aldene Alps." */
export function sayMost(speaker: Speaker, scene: Scene, item: number, words: string, attribute: number): string {
  const { one } = scene.index.catalog.noun;
  const superlative = /\b[\w-]*(?:est|most \w+|least \w+|minimum|maximum)\b/i.exec(words)?.[0].toLowerCase() ?? words;
  const wished = scene.state.wishes.map(({ wish }) => wish.attribute);
  const positions = [...new Set([attribute, ...wished, ...distinguishing(scene, [item], 2)])];
  const traits = positions.flatMap((position) => wishedTraitOf(scene, item, position) ?? []).map((t) => oneLine(t, 60));
  const told = [...new Set(traits)].join(', ');
  const name = nameOf(scene, item);
  const fits = scene.state.wishes.length > 0 ? ' that fits' : '';
  return sentence(
    speaker.say('keeper.most', [
      `The ${superlative} ${one}${fits} is ${name}: ${told}`,
      `That is ${name}: ${told}`,
      `${name} is the ${superlative}${fits}: ${told}`,
    ]),
  );
}

/** Everything that fits, or as many as are worth reading. */
export function sayList(speaker: Speaker, scene: Scene, items: readonly number[]): string {
  const left = leftIn(scene);
  const { noun } = scene.index.catalog;
  const positions = distinguishing(scene, items);
  const lines = items.map((item, rank) => {
    const traits = positions.flatMap(
      (position) => wishedTraitOf(scene, item, position) ?? traitOf(scene.index, item, position) ?? [],
    );
    return `${rank + 1}. ${nameOf(scene, item)}${traits.length > 0 ? `: ${traits.map((t) => oneLine(t, 60)).join(', ')}` : ''}`;
  });
  const head =
    left > items.length
      ? speaker.say('keeper.list', [
          `${capital(counted(left, noun))} fit; ${items.length} of them:`,
          `There are ${grouped(left)}. These are ${items.length} of them:`,
          `${grouped(left)} in all, for instance:`,
        ])
      : speaker.say('keeper.list-all', [
          left === 1 ? `Just this one:` : `These ${left}:`,
          left === 1 ? `There is one:` : `There are ${left}:`,
          left === 1 ? `One ${noun.one} fits:` : `All ${left} that fit:`,
        ]);
  return `${head}\n${lines.join('\n')}`;
}

/**
 * Recommendations: one item in a sentence, several as a short list; reasons are the user's own wishes, never praise.
 * @module
 */
import { capital, counted, sentence } from './grammar.ts';
import { leftIn, nameOf, type Scene } from './scene.ts';
import { distinguishing, sharedTraits, wishedTraitOf } from './traits.ts';
import type { Speaker } from './voice.ts';
import { oneLine } from './wish-words.ts';

/** A recommendation of one or more items, with a closing question now and then; without when `more` is to follow. */
export function sayRecommendation(speaker: Speaker, scene: Scene, items: readonly number[], more = false): string {
  if (items.length === 1) return `${one(speaker, scene, items[0])} ${more ? '' : closing(speaker)}`.trim();
  return `${several(speaker, scene, items)}\n${more ? '' : closingSeveral(speaker)}`.trim();
}

/** The traits of one item that answer the wishes, then what else tells it from others: at most four. */
function traitsOf(scene: Scene, item: number): string[] {
  const wished = scene.state.wishes.map(({ wish }) => wish.attribute);
  const positions = [...new Set([...wished, ...distinguishing(scene, [item], 3)])].slice(0, Math.max(4, wished.length));
  const wishTraits = positions.flatMap((position) => {
    const trait = wishedTraitOf(scene, item, position);
    return trait === undefined || inName(scene, item, trait) ? [] : [oneLine(trait, 60)];
  });
  return [...new Set(wishTraits)].slice(0, 6);
}

/** What the name says already need not be said again. */
function inName(scene: Scene, item: number, trait: string): boolean {
  return nameOf(scene, item).toLowerCase().includes(trait.toLowerCase());
}

function one(speaker: Speaker, scene: Scene, item: number): string {
  const name = nameOf(scene, item);
  const traits = traitsOf(scene, item);
  const about = traits.length > 0 ? `: ${traits.join(', ')}` : '';
  const { noun } = scene.index.catalog;
  if (leftIn(scene) === 1) {
    const text = speaker.say('recommend.only', [
      `Just one ${noun.one} fits: ${name}${about ? ` (${traits.join(', ')})` : ''}`,
      `That leaves a single ${noun.one}, ${name}${about}`,
      `Only ${name} is left${about}`,
    ]);
    return sentence(text);
  }
  const text =
    scene.state.wishes.length === 0
      ? speaker.say('recommend.one-blind', [
          `To begin with, here is ${name}${about}`,
          `One to start from: ${name}${about ? ` (${traits.join(', ')})` : ''}`,
          `Without knowing more, I would show you ${name}${about}`,
        ])
      : speaker.say('recommend.one', [
          `I would go for ${name}${about}`,
          `My pick is ${name}${about}`,
          `${name} fits what you said${about}`,
          `Have a look at ${name}${about}`,
        ]);
  return sentence(text);
}

function closing(speaker: Speaker): string {
  return speaker.say('recommend.closing-one', [
    'Does that suit you?',
    'How does that sound?',
    '',
    'Would you take it?',
  ]);
}

function several(speaker: Speaker, scene: Scene, items: readonly number[]): string {
  const positions = distinguishing(scene, items);
  const lines = items.map((item, rank) => {
    const traits = positions
      .flatMap((position) => wishedTraitOf(scene, item, position) ?? [])
      .filter((trait) => !inName(scene, item, trait));
    return `${rank + 1}. ${nameOf(scene, item)}${traits.length > 0 ? `: ${traits.map((t) => oneLine(t, 60)).join(', ')}` : ''}`;
  });
  return `${intro(speaker, scene, items)}\n${lines.join('\n')}`;
}

function intro(speaker: Speaker, scene: Scene, items: readonly number[]): string {
  const { noun } = scene.index.catalog;
  const shown = counted(items.length, noun);
  const left = leftIn(scene);
  const traits = sharedTraits(scene, items);
  if (left === scene.index.catalog.size && left === items.length) {
    return speaker.say('recommend.everything', [
      `These ${shown} are all there are:`,
      `There are ${shown} here, and these are they:`,
      `Here are all ${shown}:`,
    ]);
  }
  if (left === items.length) {
    return speaker.say('recommend.all', [
      `These ${shown} are all that fit:`,
      `That leaves exactly ${items.length}:`,
      `Only these ${items.length} are left:`,
    ]);
  }
  if (traits.length === 0) {
    return speaker.say('recommend.several-blind', [
      `Here are ${items.length} to start from:`,
      `To begin with, ${shown}:`,
      `Say which of these comes closest:`,
    ]);
  }
  const all = traits.join(', ');
  return speaker.say('recommend.several', [
    `These come first (${all}):`,
    `Here is what I would look at (${all}):`,
    `From the ${left} that fit, I would take one of these:`,
    `${capital(all)}: what about these?`,
  ]);
}

function closingSeveral(speaker: Speaker): string {
  return speaker.say('recommend.closing-several', [
    'Does one of them suit you?',
    'Is one of these for you?',
    '',
    'Which one do you like best?',
  ]);
}

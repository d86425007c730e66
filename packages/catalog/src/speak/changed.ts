/**
 * When nothing fits: items that would do if a wish gave way. The change and its count come first, every item says which
 * wish it breaks, and the numbers are the items' own; a change is named in words.
 * @module
 */
import type { Fact } from '../domain/act.ts';
import { type CatalogIndex, fits } from '../index/catalog-index.ts';
import type { Wish } from '../table/wish.ts';
import { capital, counted, grouped, listOf, sentence } from './grammar.ts';
import { conditions, relaxation, sayNothing } from './relax.ts';
import { nameOf, type Scene } from './scene.ts';
import { distinguishing, traitOf, wishedTraitOf } from './traits.ts';
import type { Speaker } from './voice.ts';
import { oneLine, wishInWords } from './wish-words.ts';

type Relax = Extract<Fact, { kind: 'relax' }>;

/** How an item breaks a wish: "moderate, not easy", "€640 rather than under €500"; `undefined` when it does not. */
export function breachOf(index: CatalogIndex, item: number, wish: Wish): string | undefined {
  if (fits(index.catalog.columns[wish.attribute], item, wish)) return undefined;
  const { label, type } = index.catalog.attributes[wish.attribute];
  const trait = traitOf(index, item, wish.attribute);
  if (trait === undefined) return `${label} not known`;
  if (wish.kind === 'not') return `${oneLine(trait, 60)} after all`;
  if (type === 'boolean') return trait;
  const wanted = oneLine(wishInWords(index.catalog, wish), 60);
  if (type === 'list') return `without ${wanted}`;
  return wish.kind === 'range' ? `${trait} rather than ${wanted}` : `${oneLine(trait, 60)}, not ${wanted}`;
}

/** Which of an act's changes an item is shown under. */
export function changeOf(index: CatalogIndex, item: number, changes: readonly Relax[]): number {
  return changes.findIndex(({ wishes }) =>
    wishes.every((wish) => !fits(index.catalog.columns[wish.attribute], item, wish)),
  );
}

/** Says that nothing fits, what would if a wish gave way, and shows it. */
export function sayChanged(
  speaker: Speaker,
  scene: Scene,
  items: readonly number[],
  changes: readonly Relax[],
): string {
  const lines = items.map((item, rank) => `${rank + 1}. ${nameOf(scene, item)}: ${traits(scene, item, items)}`);
  return [
    `${sayNothing(speaker, scene)} ${offered(speaker, scene, items, changes)}`,
    ...lines,
    closing(speaker, items, changes),
  ].join('\n');
}

/** "With any region, there would be 43 trips (1 and 2 below); with any difficulty, 12 (3):" */
function offered(speaker: Speaker, scene: Scene, items: readonly number[], changes: readonly Relax[]): string {
  const numbers = changes.map((_, k) =>
    listOf(
      items.flatMap((item, at) => (changeOf(scene.index, item, changes) === k ? [String(at + 1)] : [])),
      'and',
    ),
  );
  const { noun } = scene.index.catalog;
  if (changes.length === 1) {
    const all = items.length === changes[0].count;
    const like = all ? '' : items.length === 1 ? ', such as this one' : ', such as these';
    return `${sentence(relaxation(speaker, scene, changes[0])).slice(0, -1)}${like}:`;
  }
  const parts = changes.map((change, k) => {
    const count = k === 0 ? counted(change.count, noun) : grouped(change.count);
    const below = numbers[k] === '' ? '' : ` (${numbers[k]}${k === 0 ? ' below' : ''})`;
    return `${conditions(scene, change)}, ${k === 0 ? 'there would be ' : ''}${count}${below}`;
  });
  return `${capital(parts.join('; '))}:`;
}

/** What is broken first, then what tells this one from the others shown. */
function traits(scene: Scene, item: number, items: readonly number[]): string {
  const standing = scene.state.wishes.filter(({ suggested }) => !suggested).map(({ wish }) => wish);
  const broken = standing.flatMap((wish) => {
    const words = breachOf(scene.index, item, wish);
    return words === undefined ? [] : [{ attribute: wish.attribute, words }];
  });
  const others = distinguishing(scene, items)
    .filter((position) => broken.every(({ attribute }) => attribute !== position))
    .flatMap((position) => wishedTraitOf(scene, item, position) ?? [])
    .map((trait) => oneLine(trait, 60));
  return [...broken.map(({ words }) => words), ...others].join('; ');
}

function closing(speaker: Speaker, items: readonly number[], changes: readonly Relax[]): string {
  const one = items.length === 1;
  if (changes.length === 1) {
    return speaker.say(one ? 'changed.one' : 'changed.several', [
      one ? 'Would you take it all the same?' : 'Would one of these do all the same?',
      one ? 'Is that all right, or is it too far off?' : 'Is that all right? Name one, or say no.',
      one ? 'Does it come close enough?' : 'Does one of them come close enough?',
    ]);
  }
  return speaker.say('changed.choose', [
    'Take one by its number, or tell me which wish may change.',
    'Would one of these do? Or say in words what may give way.',
    'Name one, or say what I may change.',
  ]);
}

/**
 * What was understood, said back in few words, and not every turn in the same way.
 * @module
 */
import type { Wish } from '../table/wish.ts';
import { capital, counted, grouped, listOf, sentence } from './grammar.ts';
import { attributeIn, leftIn, type Scene } from './scene.ts';
import type { Speaker } from './voice.ts';
import { singular, wishInWords } from './wish-words.ts';

/** What changed with a turn, in the order said. */
export interface Change {
  /** The wishes that were added or replaced, the attributes that were opened or closed. */
  readonly wished: readonly Wish[];
  readonly withdrawn: readonly number[];
  readonly indifferent: readonly number[];
  readonly unknown: readonly number[];
  /** Wishes that stood and that a wish of this turn took the place of. */
  readonly replaced: readonly Wish[];
  /** Values that the assistant suggested and that would do: they count, and rule nothing out. */
  readonly agreed: readonly Wish[];
  /** How many items were turned down. */
  readonly rejected: number;
}

/** Nothing changed. */
export const NO_CHANGE: Change = {
  wished: [],
  withdrawn: [],
  indifferent: [],
  unknown: [],
  replaced: [],
  agreed: [],
  rejected: 0,
};

/** "Under €800, guided: 14 left." Empty when there is nothing to say back. */
export function sayUnderstood(speaker: Speaker, scene: Scene, change: Change): string {
  const parts: string[] = [];
  if (change.withdrawn.length > 0) {
    const labels = listOf(labelsOf(scene, change.withdrawn), 'and');
    parts.push(
      speaker.say('heard.withdrawn', [
        `The ${labels} no longer ${change.withdrawn.length > 1 ? 'count' : 'counts'}.`,
        `I forget about the ${labels}.`,
        `Without the ${labels}, then.`,
      ]),
    );
  }
  if (change.rejected > 0) {
    parts.push(
      change.rejected === 1
        ? speaker.say('heard.rejected-one', ['Not that one, then.', 'Fine, that one is out.', 'I will leave it aside.'])
        : speaker.say('heard.rejected', ['None of those, then.', 'All right, something else.', 'Those are out.']),
    );
  }
  const closed = [...change.indifferent, ...change.unknown];
  if (closed.length > 0) parts.push(sayClosed(speaker, scene, change));
  if (change.agreed.length > 0) {
    const words = listOf(
      change.agreed.map((wish) => wishInWords(scene.index.catalog, wish)),
      'and',
    );
    parts.push(
      speaker.say('heard.agreed', [
        `Then I lean towards ${words}.`,
        `Good, ${words} where possible.`,
        `${capital(words)} first, then.`,
      ]),
    );
  }
  for (const old of change.replaced) parts.push(sayReplaced(speaker, scene, old, change.wished));
  const plain = change.wished.filter((wish) => change.replaced.every((old) => old.attribute !== wish.attribute));
  if (plain.length > 0) parts.push(sayWished(speaker, scene, plain));
  return parts.filter((part) => part !== '').join(' ');
}

function labelsOf(scene: Scene, positions: readonly number[]): string[] {
  return [...new Set(positions)].map((position) => attributeIn(scene, position).label);
}

function sayClosed(speaker: Speaker, scene: Scene, change: Change): string {
  const [indifferent, unknown] = [labelsOf(scene, change.indifferent), labelsOf(scene, change.unknown)];
  if (indifferent.length === 0) {
    return speaker.say('heard.unknown', [
      'No matter, we can do without.',
      `Then I leave the ${listOf(unknown, 'and')} open.`,
      'That is fine, it can stay open.',
    ]);
  }
  const labels = [...indifferent, ...unknown].map(singular);
  return speaker.say('heard.indifferent', [
    `Any ${listOf(labels, 'and')}, then.`,
    `The ${listOf(labels, 'and')} can be anything.`,
    'Fine, that stays open.',
    `I will not ask about the ${listOf(labels, 'or')} again.`,
  ]);
}

/** A wish that took another's place says so: nothing is dropped without a word. */
function sayReplaced(speaker: Speaker, scene: Scene, old: Wish, wished: Change['wished']): string {
  const { catalog } = scene.index;
  const now = wished.filter(({ attribute }) => attribute === old.attribute).map((wish) => wishInWords(catalog, wish));
  const was = wishInWords(catalog, old);
  if (
    old.kind === 'not' ||
    wished.some((wish) => wish.attribute === old.attribute && wish.kind === 'not') ||
    catalog.attributes[old.attribute].type === 'boolean'
  ) {
    return speaker.say('heard.after-all', [
      sentence(`${listOf(now, 'and')} after all`),
      sentence(`${listOf(now, 'and')} now`),
      sentence(`so, ${listOf(now, 'and')}`),
    ]);
  }
  return speaker.say('heard.replaced', [
    sentence(`${listOf(now, 'and')} instead of ${was}`),
    sentence(`${listOf(now, 'and')}, no longer ${was}`),
    sentence(`${listOf(now, 'and')} in place of ${was}, then`),
  ]);
}

function sayWished(speaker: Speaker, scene: Scene, wishes: Change['wished']): string {
  const { catalog } = scene.index;
  const words = wishes.map((wish) => wishInWords(catalog, wish));
  const all = words.join(', ');
  const left = leftIn(scene);
  if (left === 0) return sentence(all);
  const leaves = counted(left, catalog.noun);
  return speaker.say('heard.wished', [
    sentence(all),
    sentence(`${all}: ${grouped(left)} left`),
    `${capital(listOf(words, 'and'))}, noted.`,
    sentence(`${all}. That leaves ${leaves}`),
    `Good: ${all}.`,
    sentence(
      `${left === 1 ? 'one' : grouped(left)} ${left === 1 ? `${catalog.noun.one} is` : `${catalog.noun.many} are`} like that (${all})`,
    ),
  ]);
}

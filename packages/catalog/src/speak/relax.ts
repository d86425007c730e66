/**
 * When nothing fits: says so, and lays out the changes that would help, for the user to choose.
 * @module
 */
import type { Fact } from '../domain/act.ts';
import type { Wish } from '../table/wish.ts';
import { capital, counted, grouped, listOf, sentence } from './grammar.ts';
import { isMoney } from './quantity.ts';
import { attributeIn, type Scene } from './scene.ts';
import type { Speaker } from './voice.ts';
import { givenUp, optionOf, wishInWords, wishMeaning } from './wish-words.ts';

type Relax = Extract<Fact, { kind: 'relax' }>;

/** What would change if a relaxation were taken, as half a sentence: "without the touchscreen there would be 41". */
export function relaxation(speaker: Speaker, scene: Scene, fact: Relax): string {
  const condition = conditions(scene, fact);
  const n = grouped(fact.count);
  return speaker.say('fact.relax', [
    `${condition}, there would be ${n}`,
    `${condition}, ${n} would fit`,
    `there would be ${n} ${condition}`,
  ]);
}

/** Under which condition there would be more: "with any region and any month", "at up to €860". */
export function conditions(scene: Scene, { wishes, instead }: Relax): string {
  if (instead) return stretched(scene, instead);
  const all = wishes.map((wish) => givenUp(scene.index.catalog, wish));
  // "with any region and any month", not "with any region and with any month"
  return listOf(
    all.map((words, i) =>
      i > 0 && words.startsWith('with any ') && all[0].startsWith('with any ') ? words.slice(5) : words,
    ),
    'and',
  );
}

/** A bound moved no further than it must: "at up to €860", "with a distance of 12 km or more". */
function stretched(scene: Scene, instead: Wish): string {
  const attribute = attributeIn(scene, instead.attribute);
  const bounds = wishInWords(scene.index.catalog, instead);
  return isMoney(attribute) ? `at ${bounds}` : `with ${bounds}`;
}

/** One relaxation as a line to choose: "up to €860: 3 trips", "guided or not: 12 trips". */
export function relaxationLine(scene: Scene, fact: Relax): string {
  return `${capital(relaxationName(scene, fact))}: ${counted(fact.count, scene.index.catalog.noun)}`;
}

/** A relaxation by itself: "price up to €860", "any region and guided or not". */
export function relaxationName(scene: Scene, fact: Relax): string {
  const { catalog } = scene.index;
  if (fact.instead) {
    const attribute = attributeIn(scene, fact.instead.attribute);
    return `${attribute.label} ${wishMeaning(catalog, fact.instead)}`;
  }
  return listOf(
    fact.wishes.map((wish) => optionOf(catalog, wish)),
    'and',
  );
}

/** Says that nothing fits, naming everything that was wished for. */
export function sayNothing(speaker: Speaker, scene: Scene): string {
  const { catalog } = scene.index;
  // Values that were only agreed to rule nothing out.
  const traits = scene.state.wishes.filter(({ suggested }) => !suggested).map(({ wish }) => wishInWords(catalog, wish));
  const all = listOf(traits, 'and');
  const { noun } = catalog;
  const rejected = scene.state.rejected.length > 0;
  return rejected
    ? speaker.say('nothing.else', [
        `Apart from what you turned down, no ${noun.one} fits all that (${all}).`,
        `Beyond those you have seen, nothing is ${traits.length > 1 ? 'all of that' : 'that'}: ${all}.`,
        `You have seen every ${noun.one} that fits (${all}).`,
      ])
    : traits.length === 1
      ? speaker.say('nothing.one', [
          `No ${noun.one} here fits that (${all}).`,
          `I have no ${noun.one} like that (${all}).`,
          `Nothing here fits “${all}”, sorry.`,
        ])
      : speaker.say('nothing', [
          `No ${noun.one} here is all of that: ${all}.`,
          `Nothing fits all at once: ${all}.`,
          `I have no ${noun.one} with all of these: ${all}.`,
        ]);
}

/** Says that nothing fits, and lays out what would: numbered, for the user to choose. Nothing is given up unasked. */
export function sayRelaxations(speaker: Speaker, scene: Scene, facts: readonly Relax[]): string {
  const nothing = sayNothing(speaker, scene);
  if (facts.length === 1) {
    const [fact] = facts;
    return `${nothing} ${sentence(relaxation(speaker, scene, fact))} ${speaker.say('nothing.take', [
      'Shall I change that?',
      'Would that be all right?',
      'Do you want to go with that?',
    ])}`;
  }
  const ask = speaker.say('nothing.choose', [
    'What could give way?',
    'Which of these would you accept?',
    'Any one of these would help:',
  ]);
  const lines = facts.map((fact, i) => `${i + 1}. ${relaxationLine(scene, fact)}`);
  return `${nothing} ${ask}\n${lines.join('\n')}`;
}

/**
 * Answers to "why?": what a question would settle, what a recommendation rests on, with the counts.
 * @module
 */
import type { CatalogAct } from '../domain/act.ts';
import { fits } from '../index/catalog-index.ts';
import { article, grouped, listOf } from './grammar.ts';
import { labelShape } from './label-shape.ts';
import { answersTo } from './options.ts';
import { attributeIn, leftIn, nameOf, questionScene, type Scene, spread } from './scene.ts';
import type { Speaker } from './voice.ts';
import { traitInWords, valueInWords, wishInWords } from './wish-words.ts';

/** Why the last turn was what it was. */
export function sayWhy(speaker: Speaker, scene: Scene, act: CatalogAct): string {
  switch (act.kind) {
    case 'ask':
      return whyAsk(speaker, scene, act.attribute, act.value);
    case 'recommend':
      if (act.facts.some(({ kind }) => kind === 'relax')) return whyOffer(speaker, scene, act.facts);
      return whyRecommend(speaker, scene, act.items);
    case 'offer':
      return whyOffer(speaker, scene, act.facts);
    default:
      return speaker.say('why.nothing', [
        'Because the table has nothing that fits, and I would rather say so than guess.',
        'Because nothing in the table fits what you said, and I do not want to make something up.',
      ]);
  }
}

function whyAsk(speaker: Speaker, scene: Scene, position: number, value?: number): string {
  const fitting = leftIn(questionScene(scene));
  const left = grouped(fitting);
  const split = settled(scene, position, value);
  if (leftIn(scene) === 0) {
    return speaker.say('why.all-seen', [
      `Because you turned down all ${left} that fit, and they differ in this: ${split}.`,
      `Because something about the ${left} that fit was not right, and this may be it: ${split}.`,
    ]);
  }
  return speaker.say('why.ask', [
    `Because it splits the ${left} left best: ${split}.`,
    `Because of all I could ask, your answer helps most: of the ${left} left, ${split}.`,
    `Because the ${left} left differ in it: ${split}. Knowing which saves us turns.`,
  ]);
}

/** The answers that a question can get, with their counts: "20 guided, 21 not", "Alps (17), Tatra (8), others (3)". */
function settled(scene: Scene, position: number, value?: number): string {
  const attribute = attributeIn(scene, position);
  const { counts, missing } = spread(scene, position);
  const left = leftIn(questionScene(scene));
  const silent = missing > 0 ? [`${grouped(missing)} where the table does not say`] : [];
  if (attribute.type === 'boolean') {
    const shape = labelShape(attribute.label).kind;
    const not = shape === 'have' || shape === 'company' ? 'without' : 'not';
    return [`${grouped(counts[0])} ${traitInWords(attribute, 0)}`, `${grouped(counts[1])} ${not}`, ...silent].join(
      ', ',
    );
  }
  const named =
    value === undefined
      ? answersTo(scene, position)
      : {
          options: [{ values: [value], words: valueInWords(attribute, value), count: counts[value] }],
          complete: false,
        };
  const others = left - missing - named.options.reduce((sum, option) => sum + option.count, 0);
  const parts = named.options.map((option) => `${option.words} (${grouped(option.count)})`);
  if (value !== undefined && attribute.type === 'list') parts.push(`without (${grouped(others)})`);
  else if (!named.complete && attribute.type !== 'list' && others > 0)
    parts.push(`something else (${grouped(others)})`);
  return [...parts, ...silent].join(', ');
}

function whyRecommend(speaker: Speaker, scene: Scene, items: readonly number[]): string {
  const { index, state } = scene;
  const met = state.wishes.filter(({ wish }) =>
    items.every((item) => fits(index.catalog.columns[wish.attribute], item, wish)),
  );
  const wishes = listOf(
    met.map(({ wish }) => wishInWords(index.catalog, wish)),
    'and',
  );
  const chance = chanceOf(scene, items);
  const left = grouped(leftIn(scene));
  const only = leftIn(scene) === items.length;
  const subject = items.length === 1 ? nameOf(scene, items[0]) : `these ${items.length}`;
  const meets = items.length === 1 ? 'meets' : 'meet';
  if (met.length === 0) {
    const popular = index.catalog.popularity ? 'are wanted most often' : 'are as likely as any other';
    return speaker.say('why.recommend-blind', [
      `You have not told me much yet, so these are a start: they ${popular} among the ${left} left (together ${chance} to be what you want).`,
      `Without wishes to go by I can only start somewhere: ${items.length === 1 ? 'it has' : 'together they have'} ${chance} to be what you want.`,
    ]);
  }
  const every =
    met.length === state.wishes.length
      ? met.length === 1
        ? 'your wish'
        : met.length === 2
          ? 'both your wishes'
          : `all ${met.length} of your wishes`
      : `${met.length} of your ${state.wishes.length} wishes`;
  return speaker.say('why.recommend', [
    `Because ${subject} ${meets} ${every} (${wishes}). ${only ? onlyOnes(items) : `Of the ${left} that fit, ${items.length === 1 ? 'it has' : 'together they have'} ${chance} to be the one.`}`,
    `You asked for ${wishes}: ${subject} ${meets} that, ${only ? `and nothing else does.` : `and of the ${left} that do, ${items.length === 1 ? `it is the likeliest, with ${chance}` : `these are the likeliest, with ${chance} between them`}.`}`,
  ]);
}

function onlyOnes(items: readonly number[]): string {
  return items.length === 1 ? 'Nothing else does.' : 'They are all that do.';
}

/** The belief in a set of items, in words: "a 34% chance". */
function chanceOf(scene: Scene, items: readonly number[]): string {
  const { belief } = scene.state;
  let sum = 0;
  belief.items.forEach((item, k) => {
    if (items.includes(item)) sum += belief.weights[k];
  });
  const percent = sum * 100;
  const shown = percent < 1 ? 'less than 1' : String(percent > 99 && percent < 99.9 ? 99 : Math.round(percent));
  return `${article(shown)} ${shown}% chance`;
}

function whyOffer(speaker: Speaker, scene: Scene, facts: CatalogAct['facts']): string {
  const relaxing = facts.filter((fact) => fact.kind === 'relax');
  const left = leftIn(scene);
  if (relaxing.length > 0) {
    const wishes = scene.state.wishes
      .filter(({ suggested }) => !suggested)
      .map(({ wish }) => wishInWords(scene.index.catalog, wish));
    return speaker.say('why.relax', [
      `Because ${left === 0 ? 'nothing' : `only ${left}`} in the table fits everything (${listOf(wishes, 'and')}), and ${relaxing.length === 1 ? 'this is the smallest change that helps. It' : 'these are the smallest changes that help. Which one'} is up to you.`,
      `Everything together (${listOf(wishes, 'and')}) leaves ${left === 0 ? 'nothing' : left}. I would rather ask than drop a wish of yours.`,
    ]);
  }
  const [fact] = facts;
  if (fact?.kind === 'suggest') {
    const value = traitInWords(attributeIn(scene, fact.attribute), fact.value);
    return speaker.say('why.suggest', [
      `Because ${grouped(fact.count)} of the ${grouped(fact.of)} left are like that (${value}), so it costs you little choice.`,
      `Taking it would keep ${grouped(fact.count)} of the ${grouped(fact.of)} left (${value}) and save a question or two.`,
    ]);
  }
  return speaker.say('why.fact', [
    `Because it is true of the ${grouped(left)} that are left, and it may matter to you.`,
    `It holds for all ${grouped(left)} that are left; I thought you should know.`,
  ]);
}

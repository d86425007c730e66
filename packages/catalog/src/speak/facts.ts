/**
 * Facts nobody asked for, each with the counts behind it; a suggestion invites, it never decides.
 * @module
 */
import type { Fact } from '../domain/act.ts';
import { counted, grouped, listOf, sentence } from './grammar.ts';
import { labelShape } from './label-shape.ts';
import { predicate } from './predicates.ts';
import { relaxation } from './relax.ts';
import { attributeIn, type Scene } from './scene.ts';
import { shapePredicate } from './shape-words.ts';
import type { Speaker } from './voice.ts';
import { singular, valueInWords } from './wish-words.ts';

type Suggest = Extract<Fact, { kind: 'suggest' }>;
type Shared = Extract<Fact, { kind: 'shared' }>;

/** A fact as a sentence. A suggestion by itself asks whether it would do. */
export function sayFact(speaker: Speaker, scene: Scene, fact: Fact): string {
  switch (fact.kind) {
    case 'count':
      return sayCount(speaker, scene, fact.left, fact.total);
    case 'suggest':
      return `${sentence(suggestion(speaker, scene, fact))} ${wouldItDo(speaker)}`;
    case 'shared':
      return shared(speaker, scene, fact);
    case 'relax':
      return sentence(relaxation(speaker, scene, fact));
  }
}

/** Facts that ride along with a question: suggestions together in one sentence, which invites without asking. */
export function sayInPassing(speaker: Speaker, scene: Scene, facts: readonly Fact[]): string {
  const suggestions = facts.flatMap((fact) => (fact.kind === 'suggest' ? [fact] : []));
  const others = facts.filter((fact) => fact.kind !== 'suggest').map((fact) => sayFact(speaker, scene, fact));
  if (suggestions.length === 0) return others.join(' ');
  const [first, ...more] = suggestions;
  const rest = more.map((fact) => {
    const number = fact.of === first.of ? grouped(fact.count) : `${grouped(fact.count)} of ${grouped(fact.of)}`;
    return `${number} ${predicate(attributeIn(scene, fact.attribute), fact.value, fact.count !== 1)}`;
  });
  if (first.count === first.of && more.length === 0)
    return [...others, shared(speaker, scene, { ...first, kind: 'shared' })].join(' ');
  const clause = listOf([suggestion(speaker, scene, first, more.length > 0), ...rest], 'and');
  const invitation =
    more.length > 0
      ? speaker.say('fact.in-passing-both', [
          'say so if either suits you',
          'if one of those is fine, say so',
          'tell me if one of them would do',
          'name one if you like',
        ])
      : speaker.say('fact.in-passing', [
          'say so if that suits you',
          'if that is fine, say so',
          'tell me if that would do',
          'if you like that, a yes will do',
        ]);
  return [...others, sentence(`${clause}; ${invitation}`)].join(' ');
}

function sayCount(speaker: Speaker, scene: Scene, left: number, total: number): string {
  const { noun } = scene.index.catalog;
  const n = counted(left, noun);
  if (left === total) {
    return speaker.say('fact.all', [`There are ${n} to choose from.`, `That is out of ${n}.`, `I have ${n} in all.`]);
  }
  return speaker
    .say('fact.count', [
      `That leaves ${n} of ${grouped(total)}.`,
      `${n} ${left === 1 ? 'fits' : 'fit'} so far.`,
      `${grouped(left)} of ${grouped(total)} ${noun.many} ${left === 1 ? 'fits' : 'fit'} that.`,
      `${left < 6 ? 'Only ' : ''}${n} left.`,
    ])
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function wouldItDo(speaker: Speaker): string {
  return speaker.say('fact.would-do', [
    'Would that do?',
    'Is that all right?',
    'Would that suit you?',
    'Shall I take that?',
  ]);
}

function suggestion(speaker: Speaker, scene: Scene, fact: Suggest, goesOn = false): string {
  const attribute = attributeIn(scene, fact.attribute);
  const most = fact.count * 2 > fact.of;
  const every = fact.count === fact.of;
  const all = fact.of === scene.index.catalog.size;
  const [count, of] = [grouped(fact.count), grouped(fact.of)];
  const does = predicate(attribute, fact.value, fact.count !== 1);
  return speaker.say('fact.suggest', [
    most && !every ? `most${all ? '' : ' that fit'}, ${count} of ${of}, ${does}` : null,
    every
      ? `all ${of}${all ? '' : ' that are left'} ${does}`
      : `${count} of ${all ? `all ${of}` : `the ${of} left`} ${does}`,
    every ? null : `of ${all ? `all ${of}` : `the ${of} that fit`}, ${count} ${does}`,
    attribute.type === 'category' && !most && !goesOn
      ? `${valueInWords(attribute, fact.value)} is a common ${singular(attribute.label)} here, with ${count} of ${all ? 'all' : 'the'} ${of}${all ? '' : ' left'}`
      : null,
  ]);
}

function shared(speaker: Speaker, scene: Scene, fact: Shared): string {
  const attribute = attributeIn(scene, fact.attribute);
  const all = fact.count === 2 ? 'Both' : `All ${grouped(fact.count)}`;
  if (attribute.type === 'boolean') {
    const shape = labelShape(attribute.label);
    const yes = fact.value === 0;
    const are = shapePredicate(shape, true, true);
    const none = fact.count === 2 ? 'Neither' : 'None';
    return yes
      ? speaker.say('fact.shared-yes', [
          `${all} that are left ${are}, by the way.`,
          `By the way, ${all.toLowerCase()} left ${are}.`,
          `${all} of them ${are}, as it happens.`,
        ])
      : speaker.say('fact.shared-no', [
          `${none} of the ${grouped(fact.count)} left ${shapePredicate(shape, true)}, by the way.`,
          `Mind that ${none.toLowerCase()} of the ${grouped(fact.count)} left ${shapePredicate(shape, true)}.`,
          `By the way, ${none.toLowerCase()} of them ${shapePredicate(shape, true)}.`,
        ]);
  }
  const value = valueInWords(attribute, fact.value);
  const label = singular(attribute.label);
  return speaker.say('fact.shared', [
    `By the way, the ${label} is ${value} for ${all.toLowerCase()} of them.`,
    `${all} that are left have the same ${label}: ${value}.`,
    `As for the ${label}, it is ${value} for ${all.toLowerCase()} that are left.`,
  ]);
}

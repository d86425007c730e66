/**
 * Questions: open ones that name the likely answers, yes/no ones about a single value, ranges for numbers.
 * @module
 */
import type { Attribute } from '../table/catalog.ts';
import { numberQuestion, oneRange, sayBare, upwards } from './ask-number.ts';
import { capital, listOf, plural } from './grammar.ts';
import { labelShape } from './label-shape.ts';
import { answersTo } from './options.ts';
import { attributeIn, type Scene } from './scene.ts';
import { shapeQuestions } from './shape-words.ts';
import type { Speaker } from './voice.ts';
import { countedThings, singular, valueInWords } from './wish-words.ts';

/** A question about an attribute, or about one value of it. */
export function sayQuestion(speaker: Speaker, scene: Scene, position: number, value?: number): string {
  const attribute = attributeIn(scene, position);
  if (attribute.type === 'boolean') return yesNo(speaker, attribute, value === undefined || value === 0);
  if (value !== undefined) return oneValue(speaker, attribute, value);
  const { words, complete } = answersTo(scene, position);
  if (attribute.question) return ownQuestion(speaker, attribute, words, complete);
  return attribute.type === 'number'
    ? numberQuestion(speaker, attribute, words)
    : valueQuestion(speaker, attribute, words);
}

/** The same question in few words, for coming back to it: "So, which region?", "And the price?". */
export function askAgain(speaker: Speaker, scene: Scene, position: number, value?: number): string {
  const attribute = attributeIn(scene, position);
  const label = singular(attribute.label);
  if (attribute.type === 'boolean' || value !== undefined) {
    const question = lowerFirst(sayQuestion(speaker, scene, position, value));
    return speaker.say('again.yes-no', [`So: ${question}`, capital(question), `Back to my question: ${question}`]);
  }
  if (attribute.question) {
    const own = lowerFirst(attribute.question);
    return speaker.say('again.own', [`So: ${own}`, attribute.question, `Back to my question: ${own}`, `And ${own}`]);
  }
  const { words } = answersTo(scene, position);
  const things = countedThings(attribute);
  return speaker.say('again', [
    things ? `So, how many ${things}?` : `So, which ${label}?`,
    `And the ${attribute.label}?`,
    words.length > 1 ? `Back to the ${attribute.label}: ${upwards(words)}?` : null,
    `What about the ${attribute.label}, then?`,
  ]);
}

function lowerFirst(question: string): string {
  return /^(?:Should|Do|Does|Would|Will|Are|Is|No|Not|Without|One|How|What|When|Where|Which|Who|Can|May|Must)\b/.test(
    question,
  )
    ? question[0].toLowerCase() + question.slice(1)
    : question;
}

function yesNo(speaker: Speaker, attribute: Attribute, yes: boolean): string {
  if (attribute.question && yes) {
    const own = attribute.question;
    return speaker.say('ask.own-yes-no', [
      own,
      `One thing I should know: ${lowerFirst(own)}`,
      `Tell me: ${lowerFirst(own)}`,
    ]);
  }
  return speaker.say('ask.yes-no', shapeQuestions(labelShape(attribute.label), yes));
}

function oneValue(speaker: Speaker, attribute: Attribute, value: number): string {
  const label = singular(attribute.label);
  const words = valueInWords(attribute, value);
  if (attribute.type === 'number') return oneRange(speaker, attribute, value);
  if (attribute.type === 'list') {
    return speaker.say('ask.one-of-list', [
      `Should ${words} be part of it?`,
      `Would you like ${words} among the ${plural(label)}?`,
      `Is ${words} something you want?`,
    ]);
  }
  return speaker.say('ask.one-value', [
    `Should the ${label} be ${words}?`,
    `As for the ${label}, would ${words} do?`,
    `Is ${words} the ${label} you want?`,
  ]);
}

function ownQuestion(speaker: Speaker, attribute: Attribute, words: readonly string[], complete: boolean): string {
  const own = attribute.question as string;
  const answers = words.length > 1 ? upwards(words) : undefined;
  return speaker.say('ask.own', [
    answers ? `${own} ${capital(answers)}?` : own,
    answers && attribute.type !== 'number'
      ? `${own} I have ${listOf(complete ? words : words.slice(0, -1), 'and')}${complete ? '' : ', among others'}.`
      : null,
    `Tell me: ${lowerFirst(own)}${answers ? ` ${capital(answers)}?` : ''}`,
  ]);
}

function valueQuestion(speaker: Speaker, attribute: Attribute, words: readonly string[]): string {
  const label = singular(attribute.label);
  if (words.length < 2) return sayBare(speaker, attribute);
  const values = listOf(words, 'or');
  return speaker.say('ask.value', [
    `Which ${label} would you like: ${values}?`,
    `Do you have a ${label} in mind? ${capital(values)}?`.replace(/\ba (?=[aeio])/i, 'an '),
    `What about the ${label}: ${values}?`,
    `As for the ${label}: ${values}?`,
  ]);
}

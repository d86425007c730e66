/**
 * What a yes/no column is called in each place where it is spoken of: asked, wished, reported, given up.
 * @module
 */
import { isPlural } from './grammar.ts';
import type { LabelShape } from './label-shape.ts';

/** The yes/no question, in three ways: "Should it have a touchscreen?", "Do dogs come along?". */
export function shapeQuestions(shape: LabelShape, yes: boolean): readonly [string, string, string] {
  switch (shape.kind) {
    case 'have':
      return yes
        ? [`Should it have ${shape.thing}?`, `Do you want ${shape.thing}?`, `Would ${shape.thing} matter to you?`]
        : [
            `Should it have no ${shape.bare}?`,
            `Would you rather do without ${shape.thing}?`,
            `No ${shape.bare}, then?`,
          ];
    case 'be':
      return yes
        ? [
            `Should it be ${shape.quality}?`,
            `Would you like it ${shape.quality}?`,
            `Does it need to be ${shape.quality}?`,
          ]
        : [
            `Should it rather not be ${shape.quality}?`,
            `Would you like one that is not ${shape.quality}?`,
            `Not ${shape.quality}, then?`,
          ];
    case 'do':
      return yes
        ? [
            `Should it ${shape.base}?`,
            `Do you need one that ${shape.third}?`,
            `Would you like one that ${shape.third}?`,
          ]
        : [
            `Should it be one that does not ${shape.base}?`,
            `Would you rather it did not ${shape.base}?`,
            `One that does not ${shape.base}, then?`,
          ];
    case 'clause': {
      const are = isPlural(shape.subject) ? 'are' : 'is';
      return yes
        ? [
            `Should ${shape.subject} be ${shape.state}?`,
            `Would you like one where ${shape.subject} ${are} ${shape.state}?`,
            `Do you need ${shape.subject} ${shape.state}?`,
          ]
        : [
            `Should it be one where ${shape.subject} ${are} not ${shape.state}?`,
            `Would you rather have one where ${shape.subject} ${are} not ${shape.state}?`,
            `No ${shape.subject} ${shape.state}, then?`,
          ];
    }
    case 'company':
      return yes
        ? [`Do ${shape.who} come along?`, `Are ${shape.who} coming too?`, `Will there be ${shape.who} with you?`]
        : [
            `Should it be one without ${shape.who}?`,
            `Would you rather have no ${shape.who} around?`,
            `No ${shape.who}, then?`,
          ];
  }
}

/** A wish, or a trait, in a few words: "with a touchscreen", "not guided", "dogs allowed". */
export function shapeTrait(shape: LabelShape, yes: boolean): string {
  switch (shape.kind) {
    case 'have':
      return yes ? `with ${shape.thing}` : `without ${shape.thing}`;
    case 'be':
      return yes ? shape.quality : `not ${shape.quality}`;
    case 'do':
      return yes ? shape.third : `does not ${shape.base}`;
    case 'clause':
      return yes ? `${shape.subject} ${shape.state}` : `${shape.subject} not ${shape.state}`;
    case 'company':
      return yes ? `with ${shape.who}` : `without ${shape.who}`;
  }
}

/** What an item (or several) does: "has a touchscreen", "are guided", "allow dogs". */
export function shapePredicate(shape: LabelShape, yes: boolean, many = false): string {
  const not = many ? 'do not' : 'does not';
  switch (shape.kind) {
    case 'have':
      return yes ? `${many ? 'have' : 'has'} ${shape.thing}` : `${many ? 'have' : 'has'} no ${shape.bare}`;
    case 'be':
      return `${many ? 'are' : 'is'} ${yes ? '' : 'not '}${shape.quality}`;
    case 'do':
      return yes ? (many ? shape.base : shape.third) : `${not} ${shape.base}`;
    case 'clause':
      return yes ? `${shape.verb}${many ? '' : 's'} ${shape.subject}` : `${not} ${shape.verb} ${shape.subject}`;
    case 'company':
      return yes ? `${many ? 'welcome' : 'welcomes'} ${shape.who}` : `${not} welcome ${shape.who}`;
  }
}

/** The condition under which the wish is given up: "without the touchscreen", "if it need not be guided". */
export function shapeGivenUp(shape: LabelShape, yes: boolean): string {
  switch (shape.kind) {
    case 'have':
      return yes ? `without the ${shape.bare}` : `with ${shape.thing}`;
    case 'be':
      return yes ? `if it need not be ${shape.quality}` : `if it may be ${shape.quality}`;
    case 'do':
      return yes ? `if it need not ${shape.base}` : `if it may ${shape.base}`;
    case 'clause':
      return yes ? `if ${shape.subject} need not be ${shape.state}` : `if ${shape.subject} may be ${shape.state}`;
    case 'company':
      return yes ? `without the ${shape.who}` : `with ${shape.who}`;
  }
}

/** The same as a thing to choose from a list: "no touchscreen needed", "guided or not". */
export function shapeOption(shape: LabelShape, yes: boolean): string {
  switch (shape.kind) {
    case 'have':
      return yes ? `with or without ${shape.thing}` : `${shape.thing} is fine`;
    case 'be':
      return yes ? `${shape.quality} or not` : `${shape.quality} is fine`;
    case 'do':
      return yes ? `it need not ${shape.base}` : `it may ${shape.base}`;
    case 'clause':
      return yes ? `${shape.subject} ${shape.state} or not` : `${shape.subject} ${shape.state} is fine`;
    case 'company':
      return `with or without ${shape.who}`;
  }
}

import { createRandom } from '@sente/engine';
import { strangerPhrases } from '@sente/lab';
import { ATTRIBUTES } from '@sente/pocket';
import { describe, expect, it } from 'vitest';
import { drawConversation } from './corpus.ts';

/** Values and names of attributes are masked, so that phrases are compared rather than bags. */
const MASKS: ReadonlyMap<string, string> = new Map(
  Object.entries(ATTRIBUTES).flatMap(([attribute, values]) => [
    [attribute, 'ATTRIBUTE'],
    ...values.map((value): [string, string] => [value, 'VALUE']),
  ]),
);
const PLACES: Readonly<Record<string, string>> = {
  '{v}': 'VALUE',
  '{w}': 'VALUE',
  '{a}': 'ATTRIBUTE',
  '{b}': 'ATTRIBUTE',
};

const masked = (text: string): string[] =>
  (text.match(/\{\w\}|[a-z]+|[.,?!']/g) ?? []).map((word) => PLACES[word] ?? MASKS.get(word) ?? word);

const spoken: ReadonlySet<string> = new Set(
  Array.from({ length: 3000 }, (_, at) => drawConversation(createRandom(`text ${at}`), 0.25))
    .flatMap(({ turns }) => turns.filter((_, turn) => turn % 2 === 0))
    .map((text) => ` ${masked(text).join(' ')} `),
);
const everything = [...spoken].join('\n');

describe('users of training and strangers of the lab', () => {
  it('share no sentence but the shortest', () => {
    const shared = Object.values(strangerPhrases)
      .flat()
      .map((phrase) => masked(phrase))
      .filter((words) => words.length >= 6 && everything.includes(` ${words.join(' ')} `));
    expect(shared.map((words) => words.join(' '))).toEqual([]);
  });

  it('share their words: there is none of which a model in training could not have learnt what it means', () => {
    const heard = new Set(everything.split(/\s+/));
    const unheard = Object.values(strangerPhrases)
      .flat()
      .flatMap(masked)
      .filter((word) => !heard.has(word) && !/^\{\w\}$/.test(word));
    expect([...new Set(unheard)]).toEqual([]);
  });
});

/**
 * Phrasings, and which of them are kept out of training.
 * @module
 */
import type { Random } from '@sente/engine';

/** What is trained on, and what is kept for testing. */
export type Split = 'train' | 'held-out';

/** Templates by split; slots stand in braces: "which {attribute} do you want ?" */
export type Phrases = Readonly<Record<Split, readonly string[]>>;

/** Every so many-th template is held out. */
const HELD_OUT_EVERY = 5;

/** One template a line; each fifth is held out. */
export function phrases(lines: string): Phrases {
  const all = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isHeldOut = (_: string, at: number): boolean => at % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
  return {
    train: all.filter((line, at) => !isHeldOut(line, at)),
    'held-out': all.filter(isHeldOut),
  };
}

/** How a template is filled. */
export interface Speech {
  readonly split: Split;
  readonly random: Random;
}

/** Fillings by slot; of a list, one is drawn for each place. */
export type Slots = Readonly<Record<string, string | readonly string[]>>;

/** Words that stand for people, and the pronouns that go with them. */
const HE = 'friend father brother son uncle husband colleague neighbour'.split(' ');
const SHE = 'friend mother sister daughter aunt wife colleague neighbour'.split(' ');
const COMMON: Readonly<Record<string, readonly string[]>> = {
  gift: ['present', 'gift', 'birthday present', 'birthday gift'],
  few: ['two', 'three', 'five', 'ten', 'fifteen', 'a few'],
  like: ['like', 'like', 'want', 'need', 'prefer'],
  likes: ['likes', 'likes', 'wants', 'needs', 'prefers'],
  use: ['work', 'school', 'travel', 'a trip', 'the city', 'the market'],
  nice: ['nice', 'lovely', 'simple', 'strong', 'light', 'new', 'good'],
  still: ['still', 'also', 'just', 'really', 'now'],
};

/**
 * Draws a template and fills its slots. `{person}`, `{he}`, `{him}` and `{his}` agree with each other, `{person2}` is somebody
 * else; those of COMMON are drawn; all others come from `slots`. Throws RangeError for a slot without a filling.
 */
export function say(phrases: Phrases, { split, random }: Speech, slots: Slots = {}): string {
  const template = random.pick(phrases[split]);
  if (!template.includes('{')) return template;
  const isShe = random.next() < 0.5;
  const person = random.pick(isShe ? SHE : HE);
  const person2 = random.pick(isShe ? HE : SHE);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const given = slots[name];
    if (given !== undefined) return typeof given === 'string' ? given : random.pick(given);
    if (name in COMMON) return random.pick(COMMON[name]);
    if (name === 'person') return person;
    if (name === 'person2') return person2;
    if (name === 'he') return isShe ? 'she' : 'he';
    if (name === 'him') return isShe ? 'her' : 'him';
    if (name === 'his') return isShe ? 'her' : 'his';
    throw new RangeError(`no words for {${name}} in "${template}"`);
  });
}

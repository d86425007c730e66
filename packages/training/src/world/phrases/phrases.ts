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

/** Words that stand for people, and the pronouns that go with them. */
const HE = 'friend father brother son uncle husband colleague neighbour'.split(' ');
const SHE = 'friend mother sister daughter aunt wife colleague neighbour'.split(' ');
const COMMON: Readonly<Record<string, readonly string[]>> = {
  gift: ['present', 'gift', 'birthday present', 'birthday gift'],
  few: ['two', 'three', 'five', 'ten', 'fifteen', 'a few'],
};

/**
 * Draws a template and fills its slots. `{person}`, `{he}`, `{him}` and `{his}` agree with each other, `{person2}` is somebody
 * else; `{gift}` and `{few}` are drawn; all others come from `slots`. Throws RangeError for a slot without a filling.
 */
export function say(phrases: Phrases, { split, random }: Speech, slots: Readonly<Record<string, string>> = {}): string {
  const template = random.pick(phrases[split]);
  if (!template.includes('{')) return template;
  const isShe = random.next() < 0.5;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name in slots) return slots[name];
    if (name in COMMON) return random.pick(COMMON[name]);
    if (name === 'person') return random.pick(isShe ? SHE : HE);
    if (name === 'person2') return random.pick(isShe ? HE : SHE);
    if (name === 'he') return isShe ? 'she' : 'he';
    if (name === 'him') return isShe ? 'her' : 'him';
    if (name === 'his') return isShe ? 'her' : 'his';
    throw new RangeError(`no words for {${name}} in "${template}"`);
  });
}

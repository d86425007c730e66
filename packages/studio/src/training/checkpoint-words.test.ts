import { expect, it } from 'vitest';
import type { Checkpoint } from '../api/training-types.ts';
import { checkpointInWords, firstPair, kindInWords, lessonOf } from './checkpoint-words.ts';

const checkpoint = (id: string, rest: Partial<Checkpoint> = {}): Checkpoint => ({
  id,
  origin: 'shipped',
  kind: id,
  ...rest,
});

it('names kinds, and what is not known by its own name', () => {
  expect(kindInWords('multi-turn-w2')).toBe('Multi-turn, w = 2');
  expect(kindInWords('base-large')).toBe('Base, large');
  expect(kindInWords('multi-turn-w2-after-next-token')).toBe('Multi-turn, w = 2, after next-token');
  expect(kindInWords('somebody-else')).toBe('somebody-else');
  expect(lessonOf('multi-turn-w1')).toBe('Rewarded for the conversation 1 user turn further on.');
  expect(lessonOf('somebody-else')).toBe('');
});

it('tells checkpoints of one experiment apart', () => {
  expect(checkpointInWords(checkpoint('base', { corpus: 0.05, seed: 1 }))).toBe('Base · corpus 5 %');
  expect(checkpointInWords(checkpoint('base', { origin: 'passivity-1', corpus: 0, seed: 3 }))).toBe(
    'Base · corpus 0 % · seed 3',
  );
});

it('begins with a base beside what looks furthest ahead, of the same corpus and seed', () => {
  const of = (kind: string, seed: number) => checkpoint(`${kind}/${seed}`, { kind, corpus: 0.05, seed });
  expect(firstPair([])).toBeUndefined();
  expect(firstPair([checkpoint('base')])).toEqual(['base', 'base']);
  expect(firstPair([checkpoint('single-turn'), checkpoint('base')])).toEqual(['base', 'single-turn']);
  const all = [of('multi-turn-w2', 2), of('base', 1), of('multi-turn-w2', 1), of('single-turn', 1)];
  expect(firstPair(all)).toEqual(['base/1', 'multi-turn-w2/1']);
});

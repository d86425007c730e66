/**
 * Checkpoints in words.
 * @module
 */
import type { Checkpoint } from '../api/training-types.ts';

const NAMES: Readonly<Record<string, string>> = {
  base: 'Base',
  'next-token': 'Next-token',
  'single-turn': 'Single-turn',
  'multi-turn': 'Multi-turn',
  'multi-turn-dpo': 'Multi-turn DPO',
  uncertainty: 'Uncertainty',
  'reinforcement-pre-training': 'Reinforcement pre-training',
  'information-gain': 'Information gain',
};

/** "Multi-turn, w = 2", "Base, large", "Multi-turn, w = 2, after next-token". */
export function kindInWords(kind: string): string {
  const [own, start] = kind.split('-after-');
  if (start !== undefined) return `${kindInWords(own)}, after ${kindInWords(start).toLowerCase()}`;
  if (own.endsWith('-large')) return `${kindInWords(own.slice(0, -'-large'.length))}, large`;
  const horizon = /^multi-turn-w(\d+)$/.exec(own)?.[1];
  return horizon === undefined ? (NAMES[own] ?? own) : `Multi-turn, w = ${horizon}`;
}

const LESSONS: Readonly<Record<string, string>> = {
  base: 'Predicts the next word of conversations in which assistants nearly always answer at once.',
  'next-token': 'Went on predicting the next word.',
  'single-turn': 'Rewarded for each reply by itself.',
  'multi-turn': 'Rewarded for how the whole conversation goes.',
  'multi-turn-dpo': 'Learnt from pairs of replies, ranked by how the conversation went on.',
  uncertainty: 'Learnt to forecast how it will end, and to say that it does not know.',
  'reinforcement-pre-training': 'Learnt to think before it predicts the next word.',
  'information-gain': 'Learnt to think where that makes the next word likelier.',
};

/** What it was trained for, in a sentence. */
export function lessonOf(kind: string): string {
  const [own] = kind.split('-after-');
  const horizon = /^multi-turn-w(\d+)$/.exec(own)?.[1];
  if (horizon !== undefined) {
    return `Rewarded for the conversation ${horizon} user ${horizon === '1' ? 'turn' : 'turns'} further on.`;
  }
  return LESSONS[own.replace(/-large$/, '')] ?? '';
}

/** "Multi-turn, w = 2 · 5 % · seed 1": enough to tell it from its neighbours in a list. */
export function checkpointInWords({ kind, corpus, seed, origin }: Checkpoint): string {
  return [
    kindInWords(kind),
    ...(corpus === undefined ? [] : [`corpus ${Math.round(100 * corpus)} %`]),
    ...(seed === undefined || origin === 'shipped' ? [] : [`seed ${seed}`]),
  ].join(' · ');
}

/** The two that are talked to at first: a base, and beside it what looks furthest ahead, both from the first origin. */
export function firstPair(all: readonly Checkpoint[]): readonly [base: string, other: string] | undefined {
  const [first] = all;
  if (first === undefined) return undefined;
  const mates = all.filter(({ origin }) => origin === first.origin);
  const base = mates.find(({ kind }) => kind === 'base') ?? first;
  const isMate = (one: Checkpoint): boolean => one.corpus === base.corpus && one.seed === base.seed;
  const others = mates.filter(({ id }) => id !== base.id);
  const ranked = ['multi-turn-w3', 'multi-turn-w2', 'multi-turn'].flatMap((kind) =>
    others.filter((one) => one.kind === kind).toSorted((a, b) => Number(isMate(b)) - Number(isMate(a))),
  );
  return [base.id, (ranked[0] ?? others[0] ?? base).id];
}

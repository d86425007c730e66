/**
 * What a reader of the figures should know: how the classes are balanced, and what the constants get.
 * @module
 */
import type { AskCase } from './cases.ts';
import { accuracy, f1 } from './metrics.ts';

/** A class below this share is called rare. */
const RARE = 0.2;

/** Sentences for the report. */
export function askNotes(cases: readonly AskCase[]): readonly string[] {
  const open = cases.filter(({ cell }) => cell === 'open').length;
  const closed = cases.filter(({ cell }) => cell === 'closed').length;
  const games = cases.some(({ kind }) => kind === 'table game' || kind === 'list game');
  return [
    ...(open + closed > 0 ? balance(open, closed) : []),
    ...(cases.some((one) => one.kind === 'words' && one.set === 'Abg-CoQA')
      ? [
          'Users of Abg-CoQA answer the clarifying question of the data, whatever the assistant asked: they quote it with their answer.',
        ]
      : []),
    ...(cases.some((one) => one.kind === 'words' && one.set === 'IN3')
      ? ['IN3: whether a missing detail was asked about is told by shared words, which misses paraphrases.']
      : []),
    ...(games
      ? [
          'Guessing games: the floor of log2(things) holds for questions answered by yes or no; open questions can tell more, and their share is against the best open one.',
        ]
      : []),
  ];
}

function balance(open: number, closed: number): readonly string[] {
  const all = open + closed;
  const always = { askedOpen: open, open, askedClosed: closed, closed };
  const never = { askedOpen: 0, open, askedClosed: 0, closed };
  const share = Math.min(open, closed) / all;
  const rare = open < closed ? 'open' : 'closed';
  return [
    `${open} of ${all} requests are open (${percent(open / all)}). Always asking: F1 ${shown(f1(always))}, accuracy ${shown(accuracy(always))}; never asking: F1 ${shown(f1(never))}, accuracy ${shown(accuracy(never))}.`,
    ...(share < RARE
      ? [
          `Requests that are ${rare} are rare here (${percent(share)}): accuracy alone says little, read asked-open and over-asking.`,
        ]
      : []),
  ];
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function shown(number: number): string {
  return number.toFixed(3).replace(/^0/, '');
}

import { expect, it } from 'vitest';
import type { PlayedRow } from '../probe/played.ts';
import { accuracy, countAsking, f1, precision } from './metrics.ts';

const row = (cell: string, asked: number): PlayedRow => ({
  case: 'x',
  agent: 'a',
  repeat: 0,
  cell,
  figures: { asked },
  turns: [],
  loss: 0,
});

it('counts asking as retrieval does, by hand', () => {
  // 3 of 4 open asked, 1 of 6 closed asked, and a game, which is neither.
  const rows = [
    ...[1, 1, 1, 0].map((a) => row('open', a)),
    ...[1, 0, 0, 0, 0, 0].map((a) => row('closed', a)),
    row('table', 1),
  ];
  const counts = countAsking(rows.map((one) => [one]));
  expect(counts).toEqual({ askedOpen: 3, open: 4, askedClosed: 1, closed: 6 });
  expect(precision(counts)).toBe(0.75);
  expect(f1(counts)).toBe(0.75);
  expect(accuracy(counts)).toBe(0.8);
});

it('gives one who never asks an F1 of 0 and no precision', () => {
  const counts = countAsking([[row('open', 0)], [row('closed', 0)]]);
  expect(f1(counts)).toBe(0);
  expect(precision(counts)).toBeNaN();
});

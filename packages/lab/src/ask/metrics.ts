/**
 * The figures of `ask`.
 * @module
 */
import type { Group, Metric, Reference } from '../probe/probe.ts';
import { MOST_BUDGET } from './play-request.ts';

/** How often it asked and did not, where it should and should not have. */
interface AskCounts {
  readonly askedOpen: number;
  readonly open: number;
  readonly askedClosed: number;
  readonly closed: number;
}

/** Counts over conversations with requests; games are none. */
export function countAsking(groups: readonly Group[]): AskCounts {
  const counts = { askedOpen: 0, open: 0, askedClosed: 0, closed: 0 };
  for (const group of groups) {
    for (const { cell, figures } of group) {
      const asked = figures.asked ?? 0;
      if (cell === 'open') {
        counts.open++;
        counts.askedOpen += asked;
      } else if (cell === 'closed') {
        counts.closed++;
        counts.askedClosed += asked;
      }
    }
  }
  return counts;
}

/** Share of askings that were right; NaN where it never asked. */
export function precision({ askedOpen, askedClosed }: AskCounts): number {
  return askedOpen / (askedOpen + askedClosed);
}

/** 2·TP / (2·TP + FP + FN); 0 where it never asked. */
export function f1({ askedOpen, open, askedClosed }: AskCounts): number {
  return (2 * askedOpen) / (askedOpen + askedClosed + open);
}

/** Share of requests in which it rightly asked, or rightly did not. */
export function accuracy({ askedOpen, open, askedClosed, closed }: AskCounts): number {
  return (askedOpen + closed - askedClosed) / (open + closed);
}

const pooled = (name: string, label: string, of: (counts: AskCounts) => number, isHeadline = false): Metric => ({
  name,
  label,
  better: 'higher',
  unit: 'share',
  ...(isHeadline && { isHeadline }),
  of: (groups) => of(countAsking(groups)),
});

/** In the order of a report. */
export const askMetrics: readonly Metric[] = [
  pooled('f1', 'F1 of asking', f1, true),
  {
    name: 'asked-open',
    label: 'open requests in which it asks',
    better: 'higher',
    unit: 'share',
    cell: 'open',
    figure: 'asked',
    isHeadline: true,
  },
  {
    name: 'over-asking',
    label: 'closed requests in which it asks',
    better: 'lower',
    unit: 'share',
    cell: 'closed',
    figure: 'asked',
    isHeadline: true,
  },
  pooled('precision', 'precision of asking', precision),
  pooled('recall', 'recall of asking', ({ askedOpen, open }) => askedOpen / open),
  pooled('accuracy', 'requests in which it rightly asks or rightly does not', accuracy),
  {
    name: 'besides',
    label: 'direct questions that it answers and asks for something else beside',
    better: 'lower',
    unit: 'share',
    cell: 'closed',
  },
  { name: 'served', label: 'requests served in the end', better: 'higher', unit: 'share' },
  ...Array.from(
    { length: MOST_BUDGET + 1 },
    (_, budget): Metric => ({
      name: `gain@${budget}`,
      label: `first showing suits, with at most ${budget} questions answered`,
      better: 'higher',
      unit: 'share',
      cell: 'open',
    }),
  ),
  { name: 'questions', label: 'questions asked of an open request', better: 'neither', unit: 'number', cell: 'open' },
  { name: 'bits', label: 'bits gained per question', better: 'higher', unit: 'bits', cell: 'open' },
  {
    name: 'bits-share',
    label: 'expected bits of its questions against the best possible',
    better: 'higher',
    unit: 'share',
    cell: 'open',
  },
  { name: 'overlap', label: 'word overlap (F1) of the last answer with a right one', better: 'higher', unit: 'share' },
  { name: 'right', label: 'last verdict right', better: 'higher', unit: 'share' },
  { name: 'details', label: 'important missing details asked about', better: 'higher', unit: 'share' },
  ...(['table', 'list'] as const).flatMap((cell): readonly Metric[] => [
    { name: `found@${cell}`, label: `secrets found (${cell})`, better: 'higher', unit: 'share', cell, figure: 'found' },
    {
      name: `turns@${cell}`,
      label: `turns until found (${cell})`,
      better: 'lower',
      unit: 'turns',
      cell,
      figure: 'turns',
    },
    {
      name: `floor@${cell}`,
      label: `log2 of the things (${cell})`,
      better: 'neither',
      unit: 'bits',
      cell,
      figure: 'floor',
    },
    {
      name: `bits@${cell}`,
      label: `bits gained per question (${cell})`,
      better: 'higher',
      unit: 'bits',
      cell,
      figure: 'bits',
    },
    {
      name: `bits-share@${cell}`,
      label: `expected bits against the best question of the same form (${cell})`,
      better: 'higher',
      unit: 'share',
      cell,
      figure: 'bits-share',
    },
  ]),
];

/** Published figures. Of other cases than the embedded ones: see the probe's page. */
export const askReferences: readonly Reference[] = [
  {
    metric: 'asked-open',
    who: 'Llama-3.1-8B-Instruct, Abg-CoQA',
    value: 0.16,
    source: 'Wu et al. 2025, CollabLLM, arXiv 2502.00640',
  },
  {
    metric: 'asked-open',
    who: 'the same, trained for several turns, Abg-CoQA',
    value: 0.53,
    source: 'Wu et al. 2025, CollabLLM, arXiv 2502.00640',
  },
  {
    metric: 'over-asking',
    who: 'Llama-3.1-8B-Instruct, Abg-CoQA',
    value: 0.1,
    source: 'Wu et al. 2025, CollabLLM, arXiv 2502.00640: 90% of clear questions answered at once',
  },
  {
    metric: 'over-asking',
    who: 'the same, trained for several turns, Abg-CoQA',
    value: 0.28,
    source: 'Wu et al. 2025, CollabLLM, arXiv 2502.00640: 72% of clear questions answered at once',
  },
  {
    metric: 'accuracy',
    who: 'always asking, test split of IN3',
    value: 0.88,
    source: 'share of vague tasks in the test split of Qian et al. 2024, arXiv 2402.09205',
  },
  {
    metric: 'accuracy',
    who: 'best published system, test split of IN3',
    value: 0.852,
    source: 'Qian et al. 2024, arXiv 2402.09205',
  },
];

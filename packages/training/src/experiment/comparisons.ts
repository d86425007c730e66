/**
 * The comparisons that answer the experiment's questions.
 * @module
 */
import { type Drawn, interval } from './draws.ts';
import type { ArmComparison } from './results.ts';

/** Pairs of kinds without their corpus, and what they are compared by. */
const QUESTIONS: readonly { readonly a: string; readonly b: string; readonly metrics: readonly string[] }[] = [
  ...['multi-turn-w1', 'multi-turn-w2', 'multi-turn-w3', 'multi-turn-dpo', 'uncertainty'].map((a) => ({
    a,
    b: 'single-turn',
    metrics: [
      'reward',
      'success',
      'turns',
      'asks@open',
      'asks@closed',
      'asks@unsure',
      'agreement',
      'p@sharded',
      'premature',
    ],
  })),
  ...['single-turn', 'multi-turn-w2', 'next-token'].map((a) => ({
    a,
    b: 'base',
    metrics: ['reward', 'success', 'asks@open', 'asks@closed', 'agreement', 'p@sharded', 'p@full', 'accuracy@easy'],
  })),
  ...['uncertainty', 'multi-turn-w3'].map((a) => ({
    a,
    b: 'base-large',
    metrics: ['brier', 'skill', 'ece', 'aurc', 'selective@0.5', 'selective@0.8', 'reward'],
  })),
  {
    a: 'uncertainty',
    b: 'base',
    metrics: ['brier', 'skill', 'ece', 'aurc', 'selective@0.5', 'selective@0.8', 'reward'],
  },
  ...['reinforcement-pre-training', 'information-gain'].map((a) => ({
    a,
    b: 'next-token',
    metrics: ['accuracy@easy', 'accuracy@medium', 'accuracy@hard'],
  })),
  {
    a: 'multi-turn-w2-after-reinforcement-pre-training',
    b: 'multi-turn-w2-after-next-token',
    metrics: ['reward', 'success', 'asks@open', 'asks@closed', 'agreement'],
  },
];

/** All that can be made of the kinds there are; `figuresFor` gives a kind's figures in the same draws for all. */
export function comparisonsFor(
  kinds: readonly string[],
  figuresFor: (kind: string) => ReadonlyMap<string, Drawn> | undefined,
): ArmComparison[] {
  const corpora = [...new Set(kinds.map((kind) => kind.split('/')[1]))];
  return corpora.flatMap((corpus) =>
    QUESTIONS.flatMap(({ a, b, metrics }) =>
      metrics.flatMap((metric): ArmComparison[] => {
        const one = figuresFor(`${a}/${corpus}`)?.get(metric);
        const other = figuresFor(`${b}/${corpus}`)?.get(metric);
        if (!one || !other) return [];
        const { mean, low, high } = interval(one.map((value, draw) => value - other[draw]));
        const rounded = (value: number): number => Number(value.toPrecision(4));
        return [
          {
            a: `${a}/${corpus}`,
            b: `${b}/${corpus}`,
            metric,
            difference: rounded(mean),
            low: rounded(low),
            high: rounded(high),
          },
        ];
      }),
    ),
  );
}

/**
 * Kinds of models in the report: everything about a trained model but its corpus and its seed. Names, colours, order.
 * @module
 */
import type { ReportAgent } from '@sente/lab/report';
import type { Arm, ArmSummary, ExperimentResults } from '../experiment/results.ts';

/** `multi-turn-w2` of `multi-turn-w2/corpus-05/seed-1`. */
export function kindOf({ id }: { readonly id: string }): string {
  return id.split('/')[0];
}

const NAMES: Readonly<Record<string, string>> = {
  base: 'base',
  'next-token': 'next-token',
  'single-turn': 'single-turn (w\u00a0=\u00a00)',
  'multi-turn-dpo': 'multi-turn DPO',
  uncertainty: 'uncertainty',
  'reinforcement-pre-training': 'reinforcement pre-training',
  'information-gain': 'information gain',
};

/** "multi-turn, w = 2", "base, large", "multi-turn, w = 2, after next-token". */
export function kindName(kind: string): string {
  const [own, start] = kind.split('-after-');
  if (start !== undefined) return `${kindName(own)}, after ${kindName(start)}`;
  if (own.endsWith('-large')) return `${kindName(own.slice(0, -'-large'.length))}, large`;
  const horizon = /^multi-turn-w(\d+)$/.exec(own)?.[1];
  return horizon === undefined ? (NAMES[own] ?? own) : `multi-turn, w\u00a0=\u00a0${horizon}`;
}

const ORDER: readonly string[] = [
  'base',
  'base-large',
  'next-token',
  'single-turn',
  'multi-turn-w1',
  'multi-turn-w2',
  'multi-turn-w3',
  'multi-turn-dpo',
  'uncertainty',
  'reinforcement-pre-training',
  'information-gain',
];

/** Kinds as they are listed: by how far ahead the reward looks, then the others; unknown ones last. */
export function byKind(a: { readonly id: string }, b: { readonly id: string }): number {
  const rank = (kind: string): number => (ORDER.indexOf(kind) + ORDER.length + 1) % (ORDER.length + 1);
  const [first, second] = [kindOf(a), kindOf(b)];
  return rank(first) - rank(second) || (first < second ? -1 : first > second ? 1 : 0);
}

/** Its number in the palette: the same for a kind everywhere. */
function kindColour(kind: string): number {
  // Eleven kinds share ten colours; those two never meet in a chart.
  const own = kind === 'information-gain' ? 'multi-turn-dpo' : (kind.split('-after-')[1] ?? kind);
  const at = COLOURS.indexOf(own);
  return at < 0 ? COLOURS.length - 1 : at;
}

const COLOURS: readonly string[] = [
  'multi-turn-w2',
  'base',
  'single-turn',
  'multi-turn-w1',
  'multi-turn-w3',
  'reinforcement-pre-training',
  'uncertainty',
  'base-large',
  'multi-turn-dpo',
  'next-token',
];

/** The corpus that most kinds were trained on, 0 … 1: the one that the report is about where it does not say otherwise. */
export function mainCorpus({ summaries }: ExperimentResults): number {
  const counts = new Map<number, number>();
  for (const { corpus } of summaries) counts.set(corpus, (counts.get(corpus) ?? 0) + 1);
  return [...counts].toSorted(([a, many], [b, more]) => more - many || a - b)[0]?.[0] ?? 0;
}

/** Corpora that occur, by share of asking. */
export function corporaOf({ summaries }: ExperimentResults): number[] {
  return [...new Set(summaries.map(({ corpus }) => corpus))].toSorted((a, b) => a - b);
}

/** Summaries of one corpus, in the order of kinds. */
export function summariesOf({ summaries }: ExperimentResults, corpus: number): ArmSummary[] {
  return summaries.filter((one) => one.corpus === corpus).toSorted(byKind);
}

/** The summary of a kind, if there is one. */
export function summaryOf(results: ExperimentResults, kind: string, corpus: number): ArmSummary | undefined {
  return results.summaries.find((one) => one.corpus === corpus && kindOf(one) === kind);
}

/** Models of a kind, one a seed. */
export function armsOf({ arms }: ExperimentResults, kind: string, corpus: number): Arm[] {
  return arms.filter((one) => one.corpus === corpus && kindOf(one) === kind);
}

/** "5%" */
export function corpusName(corpus: number): string {
  return `${Math.round(100 * corpus)}%`;
}

/** Kinds as the lab's charts want them. */
export function asAgents(kinds: readonly string[]): ReportAgent[] {
  return kinds.map((kind) => ({ name: kindName(kind), colour: kindColour(kind), isRule: false }));
}

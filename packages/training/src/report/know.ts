/**
 * Does it know how this will end: calibration, selective accuracy, and a small model with the uncertainty objective
 * against one ten times larger without.
 *
 * Source: Sicilia et al. 2024, "Deal, or no deal (or who knows)?", arXiv 2402.03284.
 * @module
 */
import { plotChart, valueText } from '@sente/lab/report';
import type { Arm, ArmSummary, ExperimentResults } from '../experiment/results.ts';
import { figuresTable } from './figures-table.ts';
import { armsOf, asAgents, kindName, kindOf, mainCorpus, summariesOf, summaryOf } from './kinds.ts';
import { share, stands } from './standing.ts';

const KINDS: readonly string[] = ['base', 'base-large', 'next-token', 'uncertainty', 'multi-turn-w2'];
const FIGURES: readonly string[] = ['brier', 'skill', 'ece', 'aurc', 'selective@0.5', 'selective@0.8', 'abstains'];

/** The section; nothing if nobody forecast. */
export function know(results: ExperimentResults): string {
  const corpus = mainCorpus(results);
  const rows = summariesOf(results, corpus).filter((one) => KINDS.includes(kindOf(one)) && one.figures.brier);
  if (rows.length === 0) return '';
  const kinds = rows.map(kindOf);
  const agents = asAgents(kinds);
  const focus = kindName('uncertainty');
  const series = (points: (arms: readonly Arm[]) => ReturnType<typeof calibrationOf>) =>
    kinds
      .map((kind) => ({ name: kindName(kind), points: points(armsOf(results, kind, corpus)) }))
      .filter((one) => one.points.length > 0);
  const calibration = series(calibrationOf);
  const selective = series(selectiveOf);
  const charts = [
    calibration.length > 0
      ? plotChart(
          {
            id: 'calibration',
            title: 'Forecast against what came',
            kind: 'calibration',
            x: 'forecast',
            y: 'share that ended well',
            series: calibration,
            caption:
              'On the dashed line a forecast means what it says. Dots are as large as the number of conversations behind them.',
          },
          agents,
          focus,
          'know',
        )
      : '',
    selective.length > 0
      ? plotChart(
          {
            id: 'selective',
            title: 'Success when only the surest are answered',
            kind: 'lines',
            x: 'share of conversations that are answered',
            y: 'success among them',
            series: selective,
            caption: 'A model that knows what it does not know does better the fewer it answers.',
          },
          agents,
          focus,
          'know',
        )
      : '',
  ];
  return `<section class="part" aria-labelledby="know"><h2 id="know">Knowing how it will end</h2>
<p class="lede">${sizeSentence(results, corpus)}</p>
<div class="plots">${charts.join('')}</div>
${figuresTable(rows, FIGURES)}</section>`;
}

/** The size question in words that the figures carry. */
function sizeSentence(results: ExperimentResults, corpus: number): string {
  const small = summaryOf(results, 'uncertainty', corpus);
  const large = summaryOf(results, 'base-large', corpus);
  const plain = large ?? summaryOf(results, 'next-token', corpus) ?? summaryOf(results, 'base', corpus);
  if (!small || !plain) return 'The uncertainty objective was not part of this run.';
  const times = plain.parameters / small.parameters;
  const size = times >= 1.5 ? ` with ${valueText(times, 'turns').replace(/\.0+$/, '')} times as many weights` : '';
  const skill = {
    above: 'is above that of',
    below: 'is below that of',
    open: 'cannot be told from that of',
    unknown: 'was not compared with that of',
  }[stands(results, small, plain, 'skill')];
  return `The small model with the uncertainty objective (${count(small)} weights): its skill score (${valueText(small.figures.skill?.mean)}) ${skill} the plain model${size} (${valueText(plain.figures.skill?.mean)}). ${half(small, plain)} It says that it does not know in ${share(small.figures.abstains)}, the plain one in ${share(plain.figures.abstains)}.`;
}

function half({ figures: a }: ArmSummary, { figures: b }: ArmSummary): string {
  if (!a.ece || !b.ece) return '';
  const told = `Its calibration error is ${valueText(a.ece.mean)} against ${valueText(b.ece.mean)}`;
  if (a.ece.high < b.ece.low / 2) return `${told}: below half, the intervals included.`;
  return a.ece.mean < b.ece.mean / 2
    ? `${told}: below half by the means, not by the intervals.`
    : `${told}: not below half.`;
}

const count = ({ parameters }: ArmSummary): string => parameters.toLocaleString('en-GB');

/** Bins of a tenth, over seeds, each forecast weighted by its conversations. */
function calibrationOf(arms: readonly Arm[]): { x: number; y: number; n?: number }[] {
  const bins = new Map<number, { forecast: number; happened: number; n: number }>();
  for (const { forecast, happened, n } of arms.flatMap(({ calibration }) => calibration ?? [])) {
    const at = Math.min(9, Math.floor(10 * forecast));
    const bin = bins.get(at) ?? { forecast: 0, happened: 0, n: 0 };
    bins.set(at, { forecast: bin.forecast + n * forecast, happened: bin.happened + n * happened, n: bin.n + n });
  }
  return [...bins]
    .toSorted(([a], [b]) => a - b)
    .filter(([, { n }]) => n > 0)
    .map(([, { forecast, happened, n }]) => ({ x: forecast / n, y: happened / n, n }));
}

/** Mean over seeds at each coverage, from the lowest to the highest seed. */
function selectiveOf(arms: readonly Arm[]): { x: number; y: number; low?: number; high?: number }[] {
  const points = new Map<number, number[]>();
  for (const { coverage, accuracy } of arms.flatMap(({ selective }) => selective ?? [])) {
    points.set(coverage, [...(points.get(coverage) ?? []), accuracy]);
  }
  return [...points]
    .toSorted(([a], [b]) => a - b)
    .map(([x, all]) => ({
      x,
      y: all.reduce((sum, one) => sum + one, 0) / all.length,
      low: Math.min(...all),
      high: Math.max(...all),
    }));
}

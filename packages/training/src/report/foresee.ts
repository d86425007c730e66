/**
 * Predicting what comes next, better by thinking first: reinforcement pre-training and its information-gain form against
 * next-token training at equal compute, and what each is worth as a start for multi-turn training.
 *
 * Source: Dong et al. 2025, "Reinforcement Pre-Training", arXiv 2506.08007.
 * @module
 */
import { plotChart } from '@sente/lab/report';
import type { ArmSummary, ExperimentResults } from '../experiment/results.ts';
import { figuresTable } from './figures-table.ts';
import { armsOf, asAgents, kindName, kindOf, mainCorpus, summariesOf, summaryOf } from './kinds.ts';
import { overSeeds } from './over-training.ts';
import { share, stands } from './standing.ts';

const KINDS: readonly string[] = ['base', 'next-token', 'reinforcement-pre-training', 'information-gain'];
const SPLITS = ['easy', 'medium', 'hard'] as const;

/** The section; nothing if next-token accuracy was not measured. */
export function foresee(results: ExperimentResults): string {
  const corpus = mainCorpus(results);
  const rows = summariesOf(results, corpus).filter(
    (one) => KINDS.includes(kindOf(one)) && one.figures['accuracy@easy'],
  );
  const starts = startsOf(results, corpus);
  if (rows.length === 0 && starts === '') return '';
  const bars = rows.flatMap((one) => barsOf(one));
  const agents = [
    ...asAgents(rows.map(kindOf)),
    // Thoughts beside what was predicted without: neighbours in the chart, apart in colour.
    { name: `${kindName('reinforcement-pre-training')}, thinking`, colour: 2, isRule: false },
    { name: `${kindName('information-gain')}, thinking`, colour: 3, isRule: false },
  ];
  const chart =
    rows.length === 0
      ? ''
      : `<div class="plots">${plotChart(
          {
            id: 'accuracy',
            title: 'Next-token accuracy on held-out texts',
            kind: 'bars',
            x: 'split',
            y: 'share that is predicted',
            series: bars,
            order: SPLITS,
            caption:
              'Splits are nested, by the entropy of the small base: easy, medium and hard are places above .5, 1 and 1.5 nats. Published at 14 B: 45.1 / 33.6 / 23.8 with reinforcement pre-training, 41.9 / 30.0 / 20.7 without, not at equal compute.',
          },
          agents,
          kindName('reinforcement-pre-training'),
          'foresee',
        )}</div>`;
  return `<section class="part" aria-labelledby="foresee"><h2 id="foresee">Foreseeing the next word</h2>
<p class="lede">${foreseeSentence(results, corpus)}</p>
${chart}
${figuresTable(rows, [...SPLITS.map((split) => `accuracy@${split}`), ...SPLITS.map((split) => `thinking@${split}`)])}
${starts}</section>`;
}

function barsOf(one: ArmSummary) {
  const name = kindName(kindOf(one));
  const series = (metric: string, label: string) => {
    const points = SPLITS.flatMap((split) => {
      const figure = one.figures[`${metric}@${split}`];
      return figure ? [{ x: split, y: figure.mean, low: figure.low, high: figure.high }] : [];
    });
    return points.length > 0 ? [{ name: label, points }] : [];
  };
  return [...series('accuracy', name), ...series('thinking', `${name}, thinking`)];
}

/** Reinforcement pre-training against next-token training at equal compute, split by split. */
function foreseeSentence(results: ExperimentResults, corpus: number): string {
  const thinking = summaryOf(results, 'reinforcement-pre-training', corpus);
  const plain = summaryOf(results, 'next-token', corpus);
  if (!thinking || !plain) return 'Reinforcement pre-training was not part of this run.';
  const parts = SPLITS.map((split) => {
    // With a thought where that was measured: it is what the objective trains.
    const [own, metric] = thinking.figures[`thinking@${split}`]
      ? [
          {
            ...thinking,
            figures: { ...thinking.figures, [`accuracy@${split}`]: thinking.figures[`thinking@${split}`] },
          },
          `accuracy@${split}`,
        ]
      : [thinking, `accuracy@${split}`];
    const told = { above: 'above', below: 'below', open: 'not told apart from', unknown: 'not compared with' }[
      stands({ ...results, comparisons: [] }, own, plain, metric)
    ];
    return `${split} ${share(own.figures[metric])}, ${told} ${share(plain.figures[metric])}`;
  });
  return `Reinforcement pre-training, ${thinking.figures['thinking@easy'] ? 'thinking first, ' : ''}against next-token training at equal compute: ${parts.join('; ')}.`;
}

/** What multi-turn training makes of each start. */
function startsOf(results: ExperimentResults, corpus: number): string {
  const all = summariesOf(results, corpus);
  const after = all.filter((one) => kindOf(one).startsWith('multi-turn-w') && kindOf(one).includes('-after-'));
  if (after.length === 0) return '';
  const kinds = ['multi-turn-w2', ...after.map(kindOf)];
  const rows = kinds.flatMap((kind) => summaryOf(results, kind, corpus) ?? []);
  const series = kinds.flatMap((kind) => {
    const steps = overSeeds(armsOf(results, kind, corpus), 'reward');
    return steps.length > 1
      ? [{ name: kindName(kind), points: steps.map(({ step, mean, low, high }) => ({ x: step, y: mean, low, high })) }]
      : [];
  });
  const thinking = after.find((one) => kindOf(one).endsWith('reinforcement-pre-training'));
  const plain = after.find((one) => kindOf(one).endsWith('after-next-token'));
  const told =
    thinking && plain
      ? ` Begun from reinforcement pre-training it ends ${{ above: 'better than', below: 'worse than', open: 'with a reward that cannot be told from that', unknown: 'not compared with that' }[stands(results, thinking, plain, 'reward')]} begun from the same compute of next-token training.`
      : '';
  const chart =
    series.length > 0
      ? `<div class="plots">${plotChart({ id: 'starts', title: 'Reward over multi-turn training, by start', kind: 'lines', x: 'steps', y: 'mean reward of sampled replies', series }, asAgents(kinds), kindName(kinds.at(-1) ?? ''), 'foresee')}</div>`
      : '';
  return `<h3>As a start for multi-turn training</h3><p class="lede">The same multi-turn training from three starts.${told}</p>${chart}${figuresTable(rows, ['reward', 'success', 'asks@open', 'asks@closed', 'agreement'])}`;
}

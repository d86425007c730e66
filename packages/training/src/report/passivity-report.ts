/**
 * The experiment on passivity as one self-contained page: opens from disk, asks nothing of the network, holds no script,
 * is light and dark, wide and narrow, and fit to print. It answers one question, "Why do next-token models struggle with
 * initiative?", with what the run's figures carry and nothing else.
 * @module
 */
import { COLOUR_STYLE, escapeHtml, MARK, pageFrame, REPORT_STYLE, THEMES } from '@sente/lab/report';
import type { ExperimentResults } from '../experiment/results.ts';
import { asking } from './asking.ts';
import { crossover } from './crossover.ts';
import { foresee } from './foresee.ts';
import { headline } from './headline.ts';
import { know } from './know.ts';
import { making, notes } from './making.ts';
import { overTraining } from './over-training.ts';
import { sharded } from './sharded.ts';
import { EXPERIMENT_STYLE } from './style.ts';

const PARTS = [
  ['training', 'Training', overTraining],
  ['asking', 'Asking', asking],
  ['crossover', 'Crossover', crossover],
  ['sharded', 'In pieces', sharded],
  ['know', 'Knowing', know],
  ['foresee', 'Foreseeing', foresee],
  ['notes', 'Notes', notes],
  ['made', 'How it was made', making],
] as const;

/** The page. Parts that a run has no figures for are left out. */
export function passivityReport(results: ExperimentResults): string {
  const { title, sentences } = headline(results);
  const parts = PARTS.map(([id, name, draw]) => ({ id, name, markup: draw(results) })).filter(
    ({ markup }) => markup !== '',
  );
  const links = parts.map(({ id, name }) => `<a href="#${id}">${name}</a>`).join('');
  const body = `<header class="top">${MARK}<nav aria-label="Parts">${links}</nav>${THEMES}</header>
<main>
<section class="hero single">
<p class="kicker">Why do next-token models struggle with initiative?</p>
<h1${title.length > 105 ? ' class="long"' : ''}>${escapeHtml(title)}</h1>
<div class="answer">${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('')}</div>
${warning(results)}
<p class="small facts">${escapeHtml(facts(results))}</p>
</section>
${parts.map(({ markup }) => markup).join('\n')}
</main>
<footer><p>Intervals are 95% intervals over seeds and cases; with one seed, over cases only. Two figures are told apart when the interval of their paired difference does not hold zero, or, where they were not paired, when their intervals do not meet.</p>
<p>Made with Sente. The figures as JSON: <code>sente train passivity --json</code>, or <code>results.json</code> of the run.</p></footer>`;
  return pageFrame(`Sente: ${results.run}`, `${COLOUR_STYLE}${REPORT_STYLE}${EXPERIMENT_STYLE}`, body);
}

/** What a short run cannot show stands above everything. */
function warning({ preset, seeds }: ExperimentResults): string {
  if (preset === 'quick')
    return '<p class="warning">This is the quick run: few steps, few cases, few objectives. It shows that everything works; for figures run the preset full.</p>';
  return seeds.length < 3
    ? `<p class="warning">Fewer than three seeds: the intervals do not tell how much another seed would change.</p>`
    : '';
}

function facts({ run, preset, seeds, arms, seconds }: ExperimentResults): string {
  return [
    `Run ${run}`,
    `preset ${preset}`,
    `${arms.length} models`,
    `${seeds.length} seed${seeds.length === 1 ? '' : 's'}`,
    `${Math.round(seconds / 60)} min`,
  ].join(' · ');
}

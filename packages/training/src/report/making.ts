/**
 * How the figures were made: rules beside the models, budgets that were written down before, notes, and every figure.
 * @module
 */
import { differenceRange, differenceText, escapeHtml, valueText } from '@sente/lab/report';
import type { ExperimentResults } from '../experiment/results.ts';
import { figureLabel, figureUnit } from './figure-labels.ts';
import { allFigures } from './figures-table.ts';
import { corporaOf, corpusName, kindName, kindOf, summariesOf } from './kinds.ts';

/** Notes, and what fell short; nothing if there are none. */
export function notes({ notes: all }: ExperimentResults): string {
  if (all.length === 0) return '';
  return `<section class="part" aria-labelledby="notes"><h2 id="notes">What to know about this run</h2><ul class="notes">${all.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul></section>`;
}

/** Rules, comparisons, budgets, all figures. */
export function making(results: ExperimentResults): string {
  const models = results.arms.length;
  return `<section class="part" aria-labelledby="made"><h2 id="made">How it was made</h2>
<p class="lede">${models} model${models === 1 ? '' : 's'} of ${sizes(results)} weights, ${results.seeds.length} seed${results.seeds.length === 1 ? '' : 's'}, ${valueText(results.seconds / 60, 'turns')} minutes. Every objective begins with the same weights, a base that read conversations of a bag shop in which whether assistants ask has nothing to do with the situation. Budgets are counted in steps and tokens; they and the stakes were settled in trial runs, on other cases. Reward of horizon w: the conversation is played on until w user turns after the reply, by the model itself and a simulated user, R* = success − cost of turns − wrong recommendations; w = 0 is 1 for a reply that gives something asked for which fits what was said. Measured with other users, in other words, about bags that training never showed.</p>
${rules(results)}${comparisons(results)}${budgets(results)}${trained(results)}${everything(results)}</section>`;
}

function sizes({ arms }: ExperimentResults): string {
  return [...new Set(arms.map(({ parameters }) => parameters))]
    .toSorted((a, b) => a - b)
    .map((count) => count.toLocaleString('en-GB'))
    .join(' and ');
}

function rules({ rules: all }: ExperimentResults): string {
  const columns = Object.entries(all);
  if (columns.length === 0) return '';
  return `<details class="more" open><summary>Rules without a model, on the same cases</summary>${allFigures(columns)}</details>`;
}

function comparisons({ comparisons: all }: ExperimentResults): string {
  if (all.length === 0) return '';
  const rows = all.map(({ a, b, metric, difference, low, high }) => {
    const unit = figureUnit(metric);
    const mark = low > 0 || high < 0 ? 'told apart' : 'not told apart';
    return `<tr><th scope="row">${escapeHtml(short(a))} <small>less</small> ${escapeHtml(short(b))}</th><td>${escapeHtml(figureLabel(metric))}</td><td><b>${differenceText(difference, unit)}</b> <small>${differenceRange(low, high, unit)}</small></td><td>${mark}</td></tr>`;
  });
  return `<details class="more"><summary>Comparisons, paired by seed and case</summary><div class="wide"><table class="figures"><thead><tr><th scope="col">Models</th><th scope="col">Figure</th><th scope="col">Difference, 95%</th><td></td></tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
}

/** "multi-turn, w = 2 (5%)" of an id without its seed. */
function short(id: string): string {
  const share = /corpus-(\d+)/.exec(id)?.[1];
  return `${kindName(kindOf({ id }))}${share === undefined ? '' : ` (${Number(share)}%)`}`;
}

function budgets({ budgets: all }: ExperimentResults): string {
  const rows = Object.entries(all).map(
    ([name, value]) =>
      `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${escapeHtml(String(value))}</td></tr>`,
  );
  if (rows.length === 0) return '';
  return `<details class="more"><summary>Budgets</summary><div class="wide"><table class="figures"><tbody>${rows.join('')}</tbody></table></div></details>`;
}

function trained({ arms }: ExperimentResults): string {
  const rows = arms.map(
    ({ id, from, trained: tokens, sampled, seconds }) =>
      `<tr><th scope="row">${escapeHtml(id)}</th><td>${escapeHtml(from ?? '–')}</td><td>${tokens.toLocaleString('en-GB')}</td><td>${sampled.toLocaleString('en-GB')}</td><td>${valueText(seconds, 'turns')} s</td></tr>`,
  );
  return `<details class="more"><summary>Every model: what it began with and what it cost</summary><div class="wide"><table class="figures"><thead><tr><th scope="col">Model</th><th scope="col">begun from</th><th scope="col">tokens trained on</th><th scope="col">tokens sampled</th><th scope="col">time</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
}

function everything(results: ExperimentResults): string {
  return corporaOf(results)
    .map((corpus) => {
      const columns = summariesOf(results, corpus).map((one) => [kindName(kindOf(one)), one.figures] as const);
      return `<details class="more"><summary>All figures, ${corpusName(corpus)} asking in the corpus</summary>${allFigures(columns)}</details>`;
    })
    .join('');
}

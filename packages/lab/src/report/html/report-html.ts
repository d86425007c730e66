/**
 * A run's report as one self-contained page: opens from disk, asks nothing of the network, holds no script, is light and
 * dark, wide and narrow, and fit to print. Every text of users, models and tables is escaped.
 * @module
 */
import type { ReportModel } from '../model/report-model.ts';
import { COLOUR_STYLE, lookOf } from './colours.ts';
import { escapeHtml, slug } from './escape.ts';
import { pageFrame } from './frame.ts';
import { glance } from './glance.ts';
import { swatch } from './legend.ts';
import { MARK, THEMES } from './mark.ts';
import { costText, probeSection } from './probe-section.ts';
import { radarChart } from './radar-chart.ts';
import { REPORT_STYLE } from './report-style.ts';
import { talksSection } from './talks.ts';

/** The page. */
export function reportHtml(model: ReportModel): string {
  const { run, probes } = model;
  const links = probes.map(({ name }) => `<a href="#${slug(name)}">${escapeHtml(name)}</a>`).join('');
  const radar = radarChart(model);
  const body = `<header class="top">${MARK}<nav aria-label="Probes">${links}${probes.some(({ talks }) => talks.length > 0) ? '<a href="#talks">conversations</a>' : ''}</nav>${THEMES}</header>
<main>
<section class="hero${radar === '' ? ' plain' : ''}">
<div class="verdict">
<p class="kicker">Initiative report card</p>
<h1${model.verdict.sentences[0].length > 105 ? ' class="long"' : ''}>${escapeHtml(model.verdict.sentences[0])}</h1>
${model.verdict.sentences
  .slice(1)
  .map((sentence) => `<p class="second">${escapeHtml(sentence)}</p>`)
  .join('')}
${model.verdict.rules === undefined ? '' : `<p class="rules">${escapeHtml(model.verdict.rules)}</p>`}
${state(model)}
<p class="small facts">${escapeHtml(facts(model))}</p>
</div>
<div class="hero-side">${radar}${whoIsWho(model)}</div>
</section>
${glance(model)}
${probes.map((probe, at) => probeSection(probe, at + 1, model)).join('\n')}
${talksSection(model)}
</main>
<footer>${footer(model)}</footer>`;
  return pageFrame(`Sente: ${run}`, `${COLOUR_STYLE}${REPORT_STYLE}`, body);
}

/** A run that is not done says so above everything. */
function state({ status, probes }: ReportModel): string {
  const few = probes.filter(({ warnings }) => warnings.length > 0).map(({ name }) => name);
  const unfinished =
    status === 'running'
      ? '<p class="warning">This run is still going on: figures will change.</p>'
      : status === 'stopped'
        ? '<p class="warning">This run stopped early: figures are of what was played by then.</p>'
        : '';
  const warned =
    few.length > 0
      ? `<p class="warning">Read with care: ${escapeHtml(few.join(', '))}. The warnings stand with the probe.</p>`
      : '';
  const empty = probes.length === 0 ? '<p class="warning">No probe of this run has a result yet.</p>' : '';
  return `${unfinished}${warned}${empty}`;
}

function facts({ run, started, probes, conversations, cost, settings }: ReportModel): string {
  const when = new Date(started).toISOString().slice(0, 16).replace('T', ' ');
  const model = settings.find(({ name }) => name === 'model')?.value;
  return [
    `Run ${run}`,
    `${when} UTC`,
    `${probes.length} probe${probes.length === 1 ? '' : 's'}`,
    ...(conversations > 0 ? [`${conversations.toLocaleString('en-GB')} conversations`] : []),
    model === undefined ? 'no language model' : model,
    ...(cost.calls > 0 ? [costText(cost)] : []),
  ].join(' · ');
}

/** Who the agents are; rules stand with their probes. */
function whoIsWho({ agents, focus }: ReportModel): string {
  const entries = agents
    .filter(({ isRule }) => !isRule)
    .map(
      ({ name, colour, about }) =>
        `<div><dt>${swatch(name, lookOf(colour), name === focus)}</dt><dd>${escapeHtml(about ?? '')}</dd></div>`,
    );
  return `<dl class="agents">${entries.join('')}</dl>`;
}

function footer({ settings, probes, verdict }: ReportModel): string {
  const set = settings.map(({ name, value }) => `${name} ${value}`).join(' · ');
  const holm = verdict.isCorrected
    ? 'A headline difference is called clear if its two-sided bootstrap p-value is below .05 after Holm’s correction over all headline comparisons of the run.'
    : 'A difference is called clear if its 95% interval does not hold zero; nothing is corrected for the number of comparisons.';
  const strangers =
    'Simulated users are strangers to the agents: other code, other phrasings and temperaments than those that sente looks ahead with.';
  return [
    `<p>Intervals are 95% bootstrap intervals over cases. ${escapeHtml(holm)} ${strangers}</p>`,
    ...(set === '' ? [] : [`<p>Set: ${escapeHtml(set)}</p>`]),
    ...(probes.length > 0 ? [`<p>Made with Sente. The figures as JSON: <code>sente report --json</code>.</p>`] : []),
  ].join('\n');
}

/**
 * One probe: what it asks, what came out, and all that is needed to doubt it.
 * @module
 */
import type { RunCost } from '../../run/probe-result.ts';
import { figureText, isNumber, valueText } from '../model/figure-text.ts';
import type { ReportModel, ReportProbe } from '../model/report-model.ts';
import { escapeHtml, slug } from './escape.ts';
import { comparisonsTable, figuresTable } from './figures-table.ts';
import { stone } from './mark.ts';
import { plotChart } from './plot-chart.ts';

/** The section; `number` is its place in the report, from 1. */
export function probeSection(probe: ReportProbe, number: number, { agents, focus }: ReportModel): string {
  const id = slug(probe.name);
  const plots = probe.plots.map((plot) => plotChart(plot, agents, focus, probe.name));
  return `<section class="probe" id="${id}" aria-labelledby="${id}-name">
<header><h2 id="${id}-name">${stone(number)} ${escapeHtml(probe.name)}</h2>
${probe.question === undefined ? '' : `<p class="question">${escapeHtml(sentence(probe.question))}</p>`}
<p class="small">${escapeHtml(facts(probe))}</p></header>
${probe.warnings.length > 0 ? `<div class="warning">${probe.warnings.map((warning) => `<p>${escapeHtml(warning)}</p>`).join('')}</div>` : ''}
${figuresTable(probe, agents, focus)}
${plots.length > 0 ? `<div class="plots">${plots.join('\n')}</div>` : ''}
${comparisonsTable(probe, focus)}
${published(probe)}
${users(probe)}
${probe.notes.length > 0 ? `<ul class="notes">${probe.notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')}</ul>` : ''}
${probe.source === undefined ? '' : `<p class="small source">Protocol: ${escapeHtml(probe.source)}</p>`}
</section>`;
}

function facts({ cases, seed, version, seconds, cost }: ReportProbe): string {
  return [
    `${cases.toLocaleString('en-GB')} conversation${cases === 1 ? '' : 's'} an agent`,
    `seed ${seed}`,
    ...(version === undefined ? [] : [`version ${version}`]),
    ...(isNumber(seconds)
      ? [`${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds).toLocaleString('en-GB')} s`]
      : []),
    ...(cost && cost.calls > 0 ? [costText(cost)] : []),
  ].join(' · ');
}

/** "1,204 model calls, 1,200,345 tokens read, 40,120 written, $3.20". */
export function costText({ calls, input, output, usd }: RunCost): string {
  const count = (value: number): string => (isNumber(value) ? value.toLocaleString('en-GB') : '–');
  const money = isNumber(usd) ? `, $${usd < 0.1 ? usd.toFixed(4) : usd.toFixed(2)}` : '';
  return `${count(calls)} model call${calls === 1 ? '' : 's'}, ${count(input)} tokens read, ${count(output)} written${money}`;
}

function published(probe: ReportProbe): string {
  const all = probe.metrics.flatMap((metric) => metric.references.map((reference) => ({ metric, reference })));
  if (all.length === 0) return '';
  const rows = all.map(
    ({ metric, reference: { who, value, source } }) =>
      `<tr><th scope="row">${escapeHtml(metric.label)}</th><td>${escapeHtml(who)}</td><td class="number"><b>${valueText(value, metric.unit)}</b></td><td>${escapeHtml(source)}</td></tr>`,
  );
  return `<details class="more"><summary>${all.length === 1 ? 'One published figure' : `${all.length} published figures`}</summary><div class="wide"><table class="comparisons"><thead><tr><th scope="col">Figure</th><th scope="col">Who</th><th scope="col">Value</th><th scope="col">Source</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></details>`;
}

/** How good the simulated users were: leaks and the like, by kind of user. */
function users({ users: kinds, metrics }: ReportProbe): string {
  const rows = Object.entries(kinds).flatMap(([kind, figures]) =>
    Object.entries(figures).map(([name, figure]) => {
      const unit = metrics.find((metric) => metric.name === name)?.unit ?? 'number';
      return `<div><dt>${escapeHtml(inPlainWords(name))} <span>${escapeHtml(kind)}</span></dt><dd>${escapeHtml(figureText(figure, unit))}</dd></div>`;
    }),
  );
  return rows.length === 0 ? '' : `<h3>The simulated users, measured</h3><dl class="users">${rows.join('')}</dl>`;
}

/** Begins with a capital. */
function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
}

/** `stoppedEarly` and `stopped-early` as "stopped early". */
export function inPlainWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
}

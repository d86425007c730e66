/**
 * All headline figures at a glance: agents side by side, how the focus stands against each, what others published.
 * @module
 */
import { isNumber, NOTHING, rangeText, valueText } from '../model/figure-text.ts';
import type { ReportAgent, ReportMetric, ReportModel, ReportProbe } from '../model/report-model.ts';
import { headlines } from '../model/verdict.ts';
import { lookOf } from './colours.ts';
import { escapeHtml, slug } from './escape.ts';
import { swatch } from './legend.ts';
import { stone } from './mark.ts';
import { standingMark } from './standing.ts';
import { strip } from './strip.ts';

/** Most published figures in a cell; the probe's section has them all. */
const REFERENCES = 3;

/** The table; nothing if no probe names headline figures. */
export function glance({ probes, agents, focus }: ReportModel): string {
  const columns = agents.filter(({ isRule }) => !isRule);
  const isPublished = probes.some((probe) => headlines(probe).some(({ references }) => references.length > 0));
  const bodies = probes.map((probe, at) => probeRows(probe, at + 1, columns, focus, isPublished)).filter(Boolean);
  if (bodies.length === 0) return '';
  const heads = columns
    .map(({ name, colour }) => `<th scope="col">${swatch(name, lookOf(colour), name === focus)}</th>`)
    .join('');
  return `<section class="glance" aria-labelledby="glance"><h2 id="glance">The figures</h2>
<p class="lede">Means with 95% bootstrap intervals over cases. <span class="stand ahead">▲</span> ${escapeHtml(focus)} is clearly ahead of this agent, <span class="stand behind">▼</span> clearly behind it, <span class="stand open">○</span> the difference is not clear of zero. Published figures come from other models and other cases: a scale, not an opponent.</p>
<table class="glance-table${columns.length > (isPublished ? 2 : 3) ? ' many' : ''}"><thead><tr><th scope="col">Probe</th><th scope="col">Figure</th><td></td>${heads}${isPublished ? '<th scope="col">Published</th>' : ''}</tr></thead>
${bodies.join('\n')}
</table></section>`;
}

function probeRows(
  probe: ReportProbe,
  number: number,
  columns: readonly ReportAgent[],
  focus: string,
  isPublished: boolean,
): string {
  const metrics = headlines(probe);
  const rows = metrics.map((metric, at) => {
    const first =
      at > 0
        ? ''
        : `<th scope="rowgroup" rowspan="${metrics.length}" class="glance-probe">${stone(number)} <a href="#${slug(probe.name)}">${escapeHtml(probe.name)}</a></th>`;
    const points = columns.flatMap((agent) => {
      const figure = metric.figures[agent.name];
      return figure ? [{ name: agent.name, figure, look: lookOf(agent.colour), isFocus: agent.name === focus }] : [];
    });
    const cells = columns.map((agent) => figureCell(metric, agent.name, focus));
    const published = isPublished ? `<td class="published">${references(metric)}</td>` : '';
    return `<tr>${first}<td class="glance-metric"><span>${escapeHtml(metric.label)}</span> <small>${BETTER[metric.better]}</small></td><td class="glance-strip">${strip(points, metric.unit, metric.label)}</td>${cells.join('')}${published}</tr>`;
  });
  return rows.length === 0 ? '' : `<tbody>${rows.join('\n')}</tbody>`;
}

const BETTER: Readonly<Record<string, string>> = { higher: 'higher is better', lower: 'lower is better', neither: '' };

function figureCell(metric: ReportMetric, agent: string, focus: string): string {
  const figure = metric.figures[agent];
  const isFocus = agent === focus;
  const name = `<span class="cell-agent">${escapeHtml(agent)}</span>`;
  if (!figure || !isNumber(figure.mean)) return `<td class="figure none">${name}${NOTHING}</td>`;
  const against = metric.comparisons.find(({ other }) => other === agent);
  const few = figure.n < 30 ? ` <small class="few">n = ${figure.n}</small>` : '';
  return `<td class="figure${isFocus ? ' focus' : ''}">${name}<b>${valueText(figure.mean, metric.unit)}</b> <small class="range">${rangeText(figure, metric.unit)}</small>${few}${against ? standingMark(against, metric.unit) : ''}</td>`;
}

function references({ references: all, unit }: ReportMetric): string {
  const shown = all
    .slice(0, REFERENCES)
    .map(
      ({ who, value, source }) =>
        `<li title="${escapeHtml(source)}"><b>${valueText(value, unit)}</b> ${escapeHtml(who)}</li>`,
    );
  const more = all.length - shown.length;
  return shown.length === 0 ? '' : `<ul>${shown.join('')}${more > 0 ? `<li>and ${more} more below</li>` : ''}</ul>`;
}

/**
 * Every figure of a probe, agent by agent, and every comparison: what stands behind the headline.
 * @module
 */
import { isNumber, NOTHING, rangeText, valueText } from '../model/figure-text.ts';
import type { ReportAgent, ReportMetric, ReportProbe } from '../model/report-model.ts';
import { looksOf } from './colours.ts';
import { escapeHtml } from './escape.ts';
import { swatch } from './legend.ts';
import { comparisonRow } from './standing.ts';

/** Comparisons shown at most; `sente report --json` has them all. */
const COMPARISONS = 60;

/** The table of figures that hold for the whole probe, those of single conditions folded behind it. */
export function figuresTable(probe: ReportProbe, agents: readonly ReportAgent[], focus: string): string {
  const whole = probe.metrics.filter(({ cell, isHeadline }) => cell === undefined || isHeadline);
  const conditions = Map.groupBy(
    probe.metrics.filter(({ cell, isHeadline }) => cell !== undefined && !isHeadline),
    ({ cell }) => cell as string,
  );
  const behind =
    conditions.size === 0
      ? ''
      : `<details class="more"><summary>Figures of ${conditions.size === 1 ? 'one condition' : `${conditions.size} conditions`}</summary>${table(conditions, probe, agents, focus)}</details>`;
  return `${whole.length > 0 ? table(new Map([['', whole]]), probe, agents, focus) : ''}${behind}`;
}

/** One row a metric, one column an agent; groups of rows are named after their condition. */
function table(
  groups: ReadonlyMap<string, readonly ReportMetric[]>,
  probe: ReportProbe,
  agents: readonly ReportAgent[],
  focus: string,
): string {
  const looks = looksOf(agents);
  const heads = probe.agents.map((name) => {
    const look = looks.get(name);
    return `<th scope="col">${look ? swatch(name, look, name === focus) : escapeHtml(name)}</th>`;
  });
  const bodies = [...groups].map(([name, metrics]) => {
    const title =
      name === ''
        ? ''
        : `<tr class="group"><th scope="rowgroup" colspan="${probe.agents.length + 1}">${escapeHtml(name)}</th></tr>`;
    return `<tbody>${title}${metrics.map((metric) => row(metric, probe, focus)).join('\n')}</tbody>`;
  });
  return `<div class="wide"><table class="figures"><thead><tr><td></td>${heads.join('')}</tr></thead>${bodies.join('\n')}</table></div>`;
}

function row(metric: ReportMetric, probe: ReportProbe, focus: string): string {
  const cells = probe.agents.map((name) => {
    const figure = metric.figures[name];
    if (!figure || !isNumber(figure.mean)) return `<td class="none">${NOTHING}</td>`;
    return `<td${name === focus ? ' class="focus"' : ''}><b>${valueText(figure.mean, metric.unit)}</b> <small>${rangeText(figure, metric.unit)}</small></td>`;
  });
  const name = metric.label === metric.name ? '' : ` <code>${escapeHtml(metric.name)}</code>`;
  return `<tr${metric.isHeadline ? ' class="headline"' : ''}><th scope="row">${escapeHtml(metric.label)}${name}</th>${cells.join('')}</tr>`;
}

/** Comparisons of the focus with everybody, headline figures first. */
export function comparisonsTable(probe: ReportProbe, focus: string): string {
  const all = probe.metrics
    .toSorted((a, b) => Number(b.isHeadline ?? false) - Number(a.isHeadline ?? false))
    .flatMap((metric) => metric.comparisons.map((comparison) => ({ metric, comparison })));
  if (all.length === 0) return '';
  const rows = all
    .slice(0, COMPARISONS)
    .map(({ metric, comparison }) => comparisonRow(comparison, metric.label, metric.unit, focus));
  const left = all.length - rows.length;
  const rest = left > 0 ? `<p class="small">${left} more are left out here; --json has them all.</p>` : '';
  return `<details class="more"><summary>${all.length === 1 ? 'One comparison' : `${all.length} comparisons`}, paired over common cases</summary><div class="wide"><table class="comparisons"><thead><tr><th scope="col">Figure</th><th scope="col">Agents</th><th scope="col">Difference</th><th scope="col">Change</th><th scope="col">p</th><th scope="col">p (Holm)</th><td></td></tr></thead><tbody>${rows.join('\n')}</tbody></table></div>${rest}</details>`;
}

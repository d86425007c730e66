/**
 * A run's report for a comment on a pull request: the verdict, one compact table, what stands out, and the rest folded.
 * @module
 */
import { costText, inPlainWords } from './html/probe-section.ts';
import { differenceRange, differenceText, figureText, NOTHING } from './model/figure-text.ts';
import type { ReportComparison, ReportMetric, ReportModel, ReportProbe, Standing } from './model/report-model.ts';
import { headlines } from './model/verdict.ts';

const SIGNS: Readonly<Record<Standing, string>> = { ahead: '▲', behind: '▼', open: '○', none: '' };

/** The comment. Ends with a line break. */
export function reportMarkdown(model: ReportModel): string {
  const { verdict, probes, status } = model;
  const parts = [
    `## Initiative report card`,
    `**${plain(verdict.sentences[0])}**${verdict.sentences[1] ? ` ${plain(verdict.sentences[1])}` : ''}`,
    ...(verdict.rules === undefined ? [] : [plain(verdict.rules)]),
    ...(status === 'done' ? [] : [`> This run is not finished: figures are of what was played by then.`]),
    headlineTable(model),
    ofNote(model),
    ...probes.map((probe) => details(probe, model)),
    smallPrint(model),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** One row a headline figure: main agents, the focus last. */
function headlineTable({ probes, agents, focus }: ReportModel): string {
  const columns = agents.filter(({ isRule }) => !isRule).map(({ name }) => name);
  const rows = probes.flatMap((probe) =>
    headlines(probe).map((metric) => [
      `**${plain(probe.name)}**`,
      plain(metric.label) + (metric.better === 'lower' ? ' ↓' : metric.better === 'higher' ? ' ↑' : ''),
      ...columns.map((name) => {
        const against = metric.comparisons.find(({ other }) => other === name);
        const sign = against ? ` ${SIGNS[against.standing]}` : '';
        const text = figureText(metric.figures[name], metric.unit);
        return name === focus ? `**${text}**` : `${text}${sign}`;
      }),
    ]),
  );
  return rows.length === 0 ? '' : table(['probe', 'figure', ...columns.map(plain)], rows, 2);
}

/** Clear differences against the focus first, then warnings: what a reviewer should look at. */
function ofNote({ probes, agents, focus }: ReportModel): string {
  const main = agents.filter(({ isRule }) => !isRule).map(({ name }) => name);
  const behind = probes.flatMap((probe) =>
    headlines(probe).flatMap((metric) =>
      metric.comparisons
        .filter(({ other, standing }) => standing === 'behind' && main.includes(other))
        .map((one) => compared(probe, metric, one, focus)),
    ),
  );
  const warnings = probes.flatMap((probe) =>
    probe.warnings.filter((one) => isOfHeadline(one, probe)).map((one) => `- **${plain(probe.name)}**: ${plain(one)}`),
  );
  const lines = [...behind.map((line) => `- ▼ ${line}`), ...warnings];
  return lines.length === 0 ? '' : `### To look at\n\n${lines.join('\n')}`;
}

/** A warning about figures that the table above does not show is told with the details. */
function isOfHeadline(warning: string, { metrics }: ReportProbe): boolean {
  const names = new Set(warning.split(':')[0].split(/[\s,]+/));
  const about = metrics.filter(({ name }) => names.has(name));
  return about.length === 0 || about.some(({ isHeadline }) => isHeadline);
}

function compared(probe: ReportProbe, metric: ReportMetric, one: ReportComparison, focus: string): string {
  const range = differenceRange(one.low, one.high, metric.unit);
  return `**${plain(probe.name)}**, ${plain(metric.label)}: ${plain(focus)} − ${plain(one.other)} = ${differenceText(one.difference, metric.unit)}${range === '' ? '' : ` [${range}]`}`;
}

/** All figures of a probe that hold for the whole of it, folded. */
function details(probe: ReportProbe, { focus }: ReportModel): string {
  const metrics = probe.metrics.filter(({ cell, isHeadline }) => cell === undefined || isHeadline);
  const rows = metrics.map((metric) => [
    plain(metric.label),
    ...probe.agents.map((name) => figureText(metric.figures[name], metric.unit)),
  ]);
  const comparisons = metrics.flatMap((metric) =>
    metric.comparisons.map((one) => `- ${SIGNS[one.standing]} ${compared(probe, metric, one, focus)}`),
  );
  const users = Object.entries(probe.users).flatMap(([kind, figures]) =>
    Object.entries(figures).map(
      ([name, figure]) => `${plain(inPlainWords(name))} ${figureText(figure)} (${plain(kind)})`,
    ),
  );
  const body = [
    rows.length > 0 ? table(['figure', ...probe.agents.map(plain)], rows, 1) : '',
    comparisons.slice(0, 30).join('\n'),
    users.length > 0 ? `Simulated users: ${users.join(', ')}.` : '',
    [...probe.warnings, ...probe.notes].map((note) => `- ${plain(note)}`).join('\n'),
    probe.cost && probe.cost.calls > 0 ? plain(costText(probe.cost)) : '',
  ];
  const facts = `${probe.cases} conversations an agent, seed ${probe.seed}`;
  return `<details><summary>${plain(probe.name)}: ${facts}</summary>\n\n${body.filter(Boolean).join('\n\n')}\n\n</details>`;
}

function smallPrint({ run, cost, verdict, focus }: ReportModel): string {
  const clear = verdict.isCorrected ? 'p < .05 after Holm’s correction' : 'a 95% interval without zero, uncorrected';
  const paid = cost.calls > 0 ? ` ${costText(cost)}.` : '';
  return `<sub>Means with 95% bootstrap intervals over cases; ▲ ${plain(focus)} clearly ahead of this agent, ▼ clearly behind it, ○ not told apart (clear: ${clear}). Run ${plain(run)}.${plain(paid)}</sub>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[], words: number): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || NOTHING).join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at < words ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Text that stays text: in one line, no markup, no mention, no link. */
function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\\`*_[\]<>|#~!]/g, (character) => `\\${character}`)
    .replace(/@/g, '@\u200B')
    .replace(/&/g, '&amp;')
    .replace(/:\/\//g, ':\u200B//')
    .trim();
}

/**
 * A probe's result as a table for a terminal.
 * @module
 */
import type { Comparison, Figure } from '../statistics/summary.ts';
import type { ProbeResult } from './probe-result.ts';

/** Renders figures with their intervals, cell by cell, then the comparisons. Lines are at most `width` wide if possible. */
export function renderResult(result: ProbeResult, width = 100): string {
  const parts = [
    `${result.probe}: ${result.cases.toLocaleString('en-GB')} conversations an agent, seed ${result.seed}, ${result.seconds.toFixed(1)} s. Means with 95% bootstrap intervals.`,
  ];
  const said = [...(result.notes ?? []), ...(result.warnings ?? []).map((warning) => `Warning: ${warning}`)];
  if (said.length > 0) parts.push(said.join('\n'));
  for (const cell of [undefined, ...(result.cells ?? []).map(({ name }) => name)]) {
    const figures = renderFigures(result, cell, width);
    const comparisons = renderComparisons(result, cell);
    if (figures) parts.push([cell && `── ${cell}`, figures, comparisons].filter(Boolean).join('\n'));
  }
  return `${parts.join('\n\n')}\n`;
}

/** Strips the cell from a metric's name; nothing when the metric belongs to another cell. */
function within(metric: string, cell: string | undefined, result: ProbeResult): string | undefined {
  const own = result.cells?.find(({ name }) => metric.endsWith(`@${name}`))?.name;
  if (own !== cell) return undefined;
  return own === undefined ? metric : metric.slice(0, -own.length - 1);
}

function renderFigures(result: ProbeResult, cell: string | undefined, width: number): string {
  const agents = Object.keys(result.agents);
  const metrics = [...new Set(agents.flatMap((agent) => Object.keys(result.agents[agent])))].filter(
    (metric) => within(metric, cell, result) !== undefined,
  );
  if (metrics.length === 0) return '';
  const names = column(['', ...agents]);
  const columns = metrics.map((metric) =>
    column([within(metric, cell, result) ?? '', ...agents.map((agent) => figureText(result.agents[agent][metric]))]),
  );
  const blocks: string[] = [];
  for (let at = 0; at < columns.length; ) {
    const block = [names];
    let wide = names[0].length;
    do {
      block.push(columns[at]);
      wide += 2 + columns[at++][0].length;
    } while (at < columns.length && wide + 2 + columns[at][0].length <= width);
    const isThere = (row: number): boolean => row === 0 || block.slice(1).some((cells) => cells[row].trim() !== '');
    blocks.push(
      names
        .flatMap((_, row) =>
          isThere(row)
            ? [
                block
                  .map((cells) => cells[row])
                  .join('  ')
                  .trimEnd(),
              ]
            : [],
        )
        .join('\n'),
    );
  }
  return blocks.join('\n\n');
}

function renderComparisons(result: ProbeResult, cell: string | undefined): string {
  const rows = result.comparisons.filter(({ metric }) => within(metric, cell, result) !== undefined);
  if (rows.length === 0) return '';
  const columns = [
    column(rows.map(({ a, b }) => `${a} − ${b}`)),
    column(rows.map(({ metric }) => within(metric, cell, result) ?? '')),
    column(rows.map((row) => intervalText(row.difference, row.low, row.high, signed))),
    column(rows.map(changeText)),
  ];
  return `\n${rows
    .map((_, row) =>
      columns
        .map((cells) => cells[row])
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}`;
}

function column(cells: readonly string[]): string[] {
  const wide = Math.max(...cells.map((text) => text.length));
  return cells.map((text) => text.padEnd(wide));
}

function figureText(figure: Figure | undefined): string {
  return figure ? intervalText(figure.mean, figure.low, figure.high, plain) : '';
}

function changeText({ change }: Comparison): string {
  return change ? intervalText(change.mean, change.low, change.high, (value) => `${signed(100 * value, 0)}%`) : '';
}

function intervalText(mean: number, low: number, high: number, text: (value: number) => string): string {
  if (Number.isNaN(mean)) return '–';
  return low === high && low === mean ? text(mean) : `${text(mean)} [${text(low)}, ${text(high)}]`;
}

/** Three decimals below 1, two below 100, none from there on. */
function plain(value: number): string {
  const size = Math.abs(value);
  return value.toFixed(size < 1 ? 3 : size < 100 ? 2 : 0);
}

function signed(value: number, decimals?: number): string {
  const text = decimals === undefined ? plain(Math.abs(value)) : Math.abs(value).toFixed(decimals);
  return `${value < 0 ? '−' : '+'}${text}`;
}

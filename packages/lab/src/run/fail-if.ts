/**
 * Bars for continuous integration: `--fail-if 'recommend.sente.sr@15.low < 0.9'`.
 * @module
 */
import { nearestWord } from '@sente/catalog';
import type { Comparison, Figure } from '../statistics/summary.ts';
import type { ProbeResult } from './probe-result.ts';

const OPERATORS = ['<', '<=', '>', '>=', '==', '!='] as const;

/** One parsed bar: the run fails if it holds. */
export interface Bar {
  /** `PROBE.AGENT.METRIC[.PART]` or `PROBE.A-B.METRIC[.PART]`. */
  readonly path: string;
  readonly operator: (typeof OPERATORS)[number];
  readonly bound: number;
  readonly text: string;
}

/** An expression that is no bar. */
export class BarSyntaxError extends Error {
  constructor(text: string) {
    super(
      `cannot read --fail-if '${text}': write FIGURE OPERATOR NUMBER, such as 'recommend.sente.sr@15.low < 0.9'; operators: ${OPERATORS.join(' ')}`,
    );
    this.name = 'BarSyntaxError';
  }
}

/** A bar about a figure that was not measured. */
export class MissingFigureError extends Error {
  constructor(path: string, known: readonly string[]) {
    const near = nearestWord(path, known);
    const whole = known.filter((name) => !PART.test(name));
    const some = `${whole.slice(0, 8).join(', ')}${whole.length > 8 ? ', …' : ''}`;
    super(
      `--fail-if asks for '${path}', which this run did not measure; ${near ? `did you mean '${near}'? ` : ''}there are: ${some}`,
    );
    this.name = 'MissingFigureError';
  }
}

/** Parts of a figure, as they end its path. */
const PART = /\.(mean|low|high|n|difference|change|change\.\w+)$/;

/** Reads a bar. Throws BarSyntaxError. */
export function parseBar(text: string): Bar {
  const match = /^\s*([^\s<>=!]+)\s*(<=|>=|==|!=|<|>)\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(%?)\s*$/i.exec(text);
  if (!match) throw new BarSyntaxError(text);
  const bound = Number(match[3]) / (match[4] ? 100 : 1);
  return { path: match[1], operator: match[2] as Bar['operator'], bound, text: text.trim() };
}

/**
 * Finds a figure. Parts of an agent's metric: `mean` (unless named), `low`, `high`, `n`; of a comparison `a-b`:
 * `difference` (unless named), `low`, `high`, `change`, `change.low`, `change.high`. Throws MissingFigureError.
 */
export function findFigure(results: readonly ProbeResult[], path: string): number {
  const figures = listFigures(results);
  const value = figures.get(path);
  if (value !== undefined && Number.isFinite(value)) return value;
  throw new MissingFigureError(path, [...figures.keys()]);
}

function listFigures(results: readonly ProbeResult[]): Map<string, number> {
  const figures = new Map<string, number>();
  for (const { probe, agents, users, comparisons } of results) {
    for (const group of [users, agents]) {
      for (const [name, metrics] of Object.entries(group)) {
        for (const [metric, figure] of Object.entries(metrics))
          addFigure(figures, `${probe}.${name}.${metric}`, figure);
      }
    }
    for (const comparison of comparisons) addComparison(figures, probe, comparison);
  }
  return figures;
}

function addFigure(figures: Map<string, number>, path: string, { mean, low, high, n }: Figure): void {
  for (const [part, value] of Object.entries({ mean, low, high, n })) figures.set(`${path}.${part}`, value);
  figures.set(path, mean);
}

function addComparison(figures: Map<string, number>, probe: string, comparison: Comparison): void {
  const { a, b, metric, difference, low, high, change } = comparison;
  const path = `${probe}.${a}-${b}.${metric}`;
  for (const [part, value] of Object.entries({ difference, low, high })) figures.set(`${path}.${part}`, value);
  figures.set(path, difference);
  if (!change) return;
  figures.set(`${path}.change`, change.mean);
  for (const part of ['mean', 'low', 'high'] as const) figures.set(`${path}.change.${part}`, change[part]);
}

/** Whether the bar holds, so that the run fails. Throws MissingFigureError. */
export function barHolds({ path, operator, bound }: Bar, results: readonly ProbeResult[]): boolean {
  const value = findFigure(results, path);
  switch (operator) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    case '==':
      return value === bound;
    case '!=':
      return value !== bound;
  }
}

/**
 * The cases that a precision takes, as a table for a terminal.
 * @module
 */
import type { Power } from '../statistics/power.ts';

/** One line a headline figure, and one a comparison. */
export function renderPower(powers: readonly Power[], precision: number = 0.05): string {
  const count = (value: number | undefined): string =>
    value === undefined || !Number.isFinite(value) ? '–' : value.toLocaleString('en-GB');
  const rows = powers.map(({ probe, agent, against, metric, cases, halfWidth, forPrecision, forDifference }) => [
    `${probe} ${against === undefined ? agent : `${agent} − ${against}`} ${metric}`,
    count(cases),
    `±${halfWidth.toPrecision(2)}`,
    count(forPrecision),
    count(forDifference),
  ]);
  const table = [['figure', 'cases', 'now', `for ±${precision}`, 'to see the difference'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return `Cases that a precision takes (80% power at the 5% level for differences):\n${lines.join('\n')}\n`;
}

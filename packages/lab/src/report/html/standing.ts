/**
 * How the focus stands against another, in a shape, a colour and words.
 * @module
 */
import type { Metric } from '../../probe/probe.ts';
import { differenceRange, differenceText } from '../model/figure-text.ts';
import type { ReportComparison, Standing } from '../model/report-model.ts';
import { escapeHtml } from './escape.ts';

const SIGNS: Readonly<Record<Standing, readonly [sign: string, words: string]>> = {
  ahead: ['▲', 'clearly ahead'],
  behind: ['▼', 'clearly behind'],
  open: ['○', 'not told apart'],
  none: ['·', 'neither is better'],
};

/** "▲ +12 pts", with what it means for those who hear it. */
export function standingMark({ standing, difference, other }: ReportComparison, unit: Metric['unit']): string {
  const [sign, words] = SIGNS[standing];
  return `<span class="stand ${standing}"><span aria-hidden="true">${sign}</span> ${escapeHtml(differenceText(difference, unit))}<span class="unseen"> (${words}, against ${escapeHtml(other)})</span></span>`;
}

/** A row of a table of comparisons. */
export function comparisonRow(
  comparison: ReportComparison,
  label: string,
  unit: Metric['unit'],
  focus: string,
): string {
  const { other, difference, low, high, standing, p, holm, change } = comparison;
  const [sign, words] = SIGNS[standing];
  const chance = (value: number | undefined): string =>
    typeof value !== 'number' || Number.isNaN(value)
      ? '–'
      : value < 0.001
        ? '&lt; .001'
        : value.toFixed(3).replace(/^0/, '');
  const relative = change ? differenceText(change.mean, 'share').replace(' pts', '%') : '';
  return `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(`${focus} − ${other}`)}</td><td class="number"><b>${escapeHtml(differenceText(difference, unit))}</b> <small>${escapeHtml(differenceRange(low, high, unit))}</small></td><td class="number">${escapeHtml(relative)}</td><td class="number">${chance(p)}</td><td class="number">${chance(holm)}</td><td class="stand ${standing}"><span aria-hidden="true">${sign}</span> ${words}</td></tr>`;
}

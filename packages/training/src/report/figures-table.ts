/**
 * Figures of several kinds as a plain table: kinds down, figures across, or the other way round where there are many.
 * @module
 */
import { escapeHtml, isNumber, NOTHING, rangeText, valueText } from '@sente/lab/report';
import type { ArmSummary, SeedFigure } from '../experiment/results.ts';
import { figureLabel, figureUnit, inOrder } from './figure-labels.ts';
import { kindName, kindOf } from './kinds.ts';

/** Kinds down, those of the figures across that anybody has. */
export function figuresTable(rows: readonly ArmSummary[], names: readonly string[]): string {
  const there = names.filter((name) => rows.some(({ figures }) => figures[name]));
  if (there.length === 0) return '';
  const head = there.map((name) => `<th scope="col">${escapeHtml(figureLabel(name))}</th>`).join('');
  const body = rows.map((one) => {
    const cells = there.map((name) => `<td>${figureCell(one.figures[name], name)}</td>`);
    return `<tr><th scope="row">${escapeHtml(kindName(kindOf(one)))}</th>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table class="figures"><thead><tr><th scope="col">Trained by</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

/** Figures down, columns across: all that there is. */
export function allFigures(columns: readonly (readonly [name: string, figures: ArmSummary['figures']])[]): string {
  const names = inOrder([...new Set(columns.flatMap(([, figures]) => Object.keys(figures)))]);
  const head = columns.map(([name]) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = names.map((name) => {
    const cells = columns.map(([, figures]) => `<td>${figureCell(figures[name], name)}</td>`);
    return `<tr><th scope="row">${escapeHtml(figureLabel(name))} <code>${escapeHtml(name)}</code></th>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table class="figures all"><thead><tr><th scope="col">Figure</th>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

function figureCell(figure: SeedFigure | undefined, name: string): string {
  if (!figure || !isNumber(figure.mean)) return NOTHING;
  const unit = figureUnit(name);
  return `<b>${valueText(figure.mean, unit)}</b> <small>${rangeText(figure, unit)}</small>`;
}

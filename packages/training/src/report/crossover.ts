/**
 * The crossover: openness × hurry × reliability, the best first act by dynamic programming, and the share that asks in
 * each cell, with the boundary between asking and not drawn into the map.
 * @module
 */
import { escapeHtml, isNumber, valueText } from '@sente/lab/report';
import type { CellFigures, ExperimentResults } from '../experiment/results.ts';
import { AGREEMENT_BAR } from './headline.ts';
import {
  armsOf,
  byKind,
  corporaOf,
  corpusName,
  kindName,
  kindOf,
  mainCorpus,
  summariesOf,
  summaryOf,
} from './kinds.ts';
import { lane } from './lane.ts';
import { againstBar, share } from './standing.ts';

const OPENNESS = ['closed', 'narrow', 'open', 'wide'] as const;
const HURRY = ['relaxed', 'plain', 'hurried'] as const;
const RELIABILITY = ['unsure', 'half-sure', 'sure'] as const;

/** Rows from open to closed, columns by hurry, and in them by reliability. */
const ROWS = OPENNESS.toReversed();
const COLUMNS = HURRY.flatMap((hurry) => RELIABILITY.map((reliability) => ({ hurry, reliability })));

/** Cells of all seeds, put together by the number of cases; undefined where there is none. */
type Grid = readonly (readonly (CellFigures | undefined)[])[];

/** Cells by row and column; shares are over seeds. */
export function gridOf(cells: readonly CellFigures[]): Grid {
  return ROWS.map((openness) =>
    COLUMNS.map(({ hurry, reliability }) => {
      const here = cells.filter(
        (one) => one.openness === openness && one.hurry === hurry && one.reliability === reliability,
      );
      if (here.length === 0) return undefined;
      const n = here.reduce((sum, one) => sum + one.n, 0);
      const mean = (act: 'ask' | 'recommend' | 'abstain'): number =>
        here.reduce((sum, one) => sum + one[act] * one.n, 0) / (n || 1);
      return { ...here[0], ask: mean('ask'), recommend: mean('recommend'), abstain: mean('abstain'), n };
    }),
  );
}

/** The section; nothing if no cells were measured. */
export function crossover(results: ExperimentResults): string {
  const corpus = mainCorpus(results);
  const any = results.arms.find(({ cells }) => cells.length > 0);
  if (any === undefined) return '';
  const maps = summariesOf(results, corpus).flatMap((summary) => {
    const cells = armsOf(results, kindOf(summary), corpus).flatMap((one) => one.cells);
    if (cells.length === 0) return [];
    const { agreement, 'balanced-agreement': balanced } = summary.figures;
    const alike = balanced
      ? `<br><small>asking and not asking counted alike: ${valueText(balanced.mean, 'share')}</small>`
      : '';
    const told = agreement
      ? `<p class="map-agreement">agrees in <b>${share(agreement)}</b> ${barMark(againstBar(agreement, AGREEMENT_BAR))}${alike}</p>`
      : '';
    return [map(kindName(kindOf(summary)), gridOf(cells), 'ask', told)];
  });
  return `<section class="part" aria-labelledby="crossover"><h2 id="crossover">The crossover</h2>
<p class="lede">A question pays when the request leaves something open, the user has the time for another turn, and knows the answer. Dynamic programming finds the best first act in each of the 36 situations; the heavy line goes around those where it is to ask (– the user cannot answer, ½ sometimes, + nearly always). A model that follows it is dark within the line and pale outside. Numbers are percent of first replies that ask. The bar for following it was set beforehand: the same choice between asking and not asking in at least ${100 * AGREEMENT_BAR}% of cases. ${constants(results)}</p>
<div class="maps">${map('The best act', gridOf(any.cells), 'best', '<p class="map-agreement">A asks, R recommends, D does not know</p>')}${maps.join('')}</div>
${repeated(results)}</section>`;
}

/** What a rule that asks never, or always, comes to: the agreement that costs nothing. */
function constants({ rules }: ExperimentResults): string {
  const [never, always] = [rules['never-ask']?.agreement, rules['always-ask']?.agreement];
  if (!never) return '';
  const other = always ? `, one that always asks in ${valueText(always.mean, 'share')}` : '';
  return `A rule that never asks agrees in ${valueText(never.mean, 'share')}${other}.`;
}

function barMark(standing: ReturnType<typeof againstBar>): string {
  return {
    met: '<span class="stand ahead">▲ bar met</span>',
    'met by the mean': '<span class="stand open">○ bar met by the mean only</span>',
    missed: '<span class="stand behind">▼ below the bar</span>',
    unknown: '',
  }[standing];
}

const LETTERS = { ask: 'A', recommend: 'R', abstain: 'D' } as const;

function map(title: string, grid: Grid, shows: 'ask' | 'best', below: string): string {
  const rows = grid.map((cells, row) => {
    const body = cells.map((cell, column) => {
      if (!cell) return '<td class="no-cell"></td>';
      const heat = shows === 'best' ? Number(cell.best === 'ask') : cell.ask;
      const text = shows === 'best' ? LETTERS[cell.best] : String(Math.round(100 * cell.ask));
      const words = `${cell.openness}, ${cell.hurry}, ${cell.reliability}: best is to ${cell.best}, asking is worth ${valueText(cell.margin, 'turns')}; asks ${Math.round(100 * cell.ask)}%, recommends ${Math.round(100 * cell.recommend)}%, does not know ${Math.round(100 * cell.abstain)}%`;
      return `<td class="${edges(grid, row, column)}" style="--heat:${Math.round(100 * heat)}%" title="${escapeHtml(words)}">${text}</td>`;
    });
    return `<tr><th scope="row">${ROWS[row]}</th>${body.join('')}</tr>`;
  });
  const hurries = HURRY.map((hurry) => `<th scope="colgroup" colspan="3">${hurry}</th>`).join('');
  const sure = COLUMNS.map(
    ({ reliability }) =>
      `<th scope="col"><abbr title="${reliability}">${{ unsure: '–', 'half-sure': '½', sure: '+' }[reliability]}</abbr></th>`,
  ).join('');
  return `<figure class="map"><figcaption>${escapeHtml(title)}</figcaption><table><thead><tr><td></td>${hurries}</tr><tr class="sure"><td>user knows</td>${sure}</tr></thead><tbody>${rows.join('')}</tbody></table>${below}</figure>`;
}

/** Sides of a cell on which the boundary between asking and not runs. */
function edges(grid: Grid, row: number, column: number): string {
  const isAsk = (r: number, c: number): boolean => grid[r]?.[c]?.best === 'ask';
  if (!isAsk(row, column)) return 'cell';
  const sides = [
    ['top', -1, 0],
    ['right', 0, 1],
    ['bottom', 1, 0],
    ['left', 0, -1],
  ] as const;
  const drawn = sides.filter(([, down, over]) => !isAsk(row + down, column + over)).map(([side]) => side);
  return ['cell', ...drawn.map((side) => `edge-${side}`)].join(' ');
}

/** Agreement with each corpus, of the kinds that were trained on more than one, and whether who cannot answer is asked. */
function repeated(results: ExperimentResults): string {
  const corpora = corporaOf(results);
  const all = results.summaries.toSorted(byKind).filter(({ figures }) => isNumber(figures.agreement?.mean));
  const counts = Map.groupBy(all, kindOf);
  const kinds = [...counts].filter(([, some]) => some.length > 1).map(([kind]) => kind);
  if (kinds.length === 0) return '';
  const lowest = Math.min(...all.map(({ figures }) => Math.min(figures.agreement.low, figures.agreement.mean)));
  const extent = [Math.max(0, Math.min(0.5, Math.floor(10 * lowest) / 10)), 1] as const;
  const head = corpora.map((corpus) => `<th scope="col">${corpusName(corpus)}</th>`).join('');
  const cell = (kind: string, corpus: number): string => {
    const figures = summaryOf(results, kind, corpus)?.figures;
    const figure = figures?.agreement;
    if (!figure || !isNumber(figure.mean)) return '<td></td>';
    const unsure = figures['asks@unsure'];
    const asks = unsure ? `<small>asks who cannot answer: ${valueText(unsure.mean, 'share')}</small>` : '';
    return `<td><span class="value">${valueText(figure.mean, 'share')}</span>${lane([{ figure, colour: 'var(--c0)', name: 'agreement' }], extent, AGREEMENT_BAR)}${asks}</td>`;
  };
  const rows = kinds.map(
    (kind) =>
      `<tr><th scope="row">${escapeHtml(kindName(kind))}</th>${corpora.map((corpus) => cell(kind, corpus)).join('')}</tr>`,
  );
  return `<h3>Agreement, with each share of asking in the corpus</h3><p class="caption">The upright line is the bar of ${100 * AGREEMENT_BAR}%. Scale ${valueText(extent[0], 'share')} to 100%.</p>
<div class="wide"><table class="lanes agreement"><thead><tr><th scope="col">Trained by</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

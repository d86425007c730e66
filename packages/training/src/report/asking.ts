/**
 * Asking in open and in closed requests, success and reward, for every objective and horizon and every corpus: one table
 * a corpus, all on the same scales.
 * @module
 */
import { escapeHtml, isNumber, NOTHING, valueText } from '@sente/lab/report';
import type { ArmSummary, ExperimentResults, SeedFigure } from '../experiment/results.ts';
import { corporaOf, corpusName, kindName, kindOf, mainCorpus, summariesOf } from './kinds.ts';
import { extentOf, lane } from './lane.ts';

const OPEN = 'var(--c0)';
const CLOSED = 'var(--c2)';

/** The section. */
export function asking(results: ExperimentResults): string {
  const corpora = corporaOf(results);
  const reward = extentOf([
    ...results.summaries.map(({ figures }) => figures.reward),
    ...Object.values(results.rules).map((figures) => figures.reward),
  ]);
  const main = mainCorpus(results);
  const order = [main, ...corpora.filter((corpus) => corpus !== main)];
  const tables = order.map((corpus) => table(results, corpus, reward));
  if (tables.length === 0) return '';
  return `<section class="part" aria-labelledby="asking"><h2 id="asking">Asking, when it pays and when it does not</h2>
<p class="lede">After training, on held-out bags and with users that training never met. Share of first replies that ask when something is open <span class="key" style="--dot:${OPEN}"><b></b></span> and when nothing is <span class="key" style="--dot:${CLOSED}"><b class="hollow"></b></span>; how often the user gets the bag in mind; and what the conversation is worth (R*). Bars are 95% intervals${results.seeds.length > 1 ? ` over ${results.seeds.length} seeds and cases` : ' over cases; there is one seed'}. The corpus says nothing about when asking pays: assistants in it ask at random, in the share of openings that stands above each table.</p>
<div class="corpora">${tables.join('')}</div></section>`;
}

function table(results: ExperimentResults, corpus: number, reward: readonly [number, number]): string {
  const rows = summariesOf(results, corpus).filter(
    ({ figures }) => figures['asks@open'] ?? figures.success ?? figures.reward,
  );
  const rules = corpus === mainCorpus(results) ? Object.entries(results.rules) : [];
  const body = [
    ...rows.map((one) => row(escapeHtml(kindName(kindOf(one))), one.figures, reward)),
    ...rules.map(([name, figures]) => row(`<i>${escapeHtml(name)}</i>`, figures, reward, 'rule')),
  ];
  const isMain = corpus === mainCorpus(results);
  return `<figure class="corpus${isMain ? ' main' : ''}"><figcaption>${corpusName(corpus)} of openings in the corpus are asked back</figcaption>
<table class="lanes"><thead><tr><th scope="col">Trained by</th><th scope="col">asks <small>0–100%</small></th><th scope="col">success <small>0–100%</small></th><th scope="col">reward <small>${valueText(reward[0], 'turns')}–${valueText(reward[1], 'turns')}</small></th></tr></thead><tbody>${body.join('')}</tbody></table></figure>`;
}

function row(name: string, figures: ArmSummary['figures'], reward: readonly [number, number], kind = ''): string {
  const [open, closed] = [figures['asks@open'], figures['asks@closed']];
  const asks = lane(
    [
      { figure: closed, colour: CLOSED, name: 'nothing open', isHollow: true },
      { figure: open, colour: OPEN, name: 'something open' },
    ],
    [0, 1],
  );
  const one = (figure: SeedFigure | undefined, label: string, extent: readonly [number, number]): string =>
    lane([{ figure, colour: 'var(--ink-2)', name: label }], extent);
  const both = open || closed ? `${percent(open)} <small>·</small> ${percent(closed)}` : NOTHING;
  return `<tr${kind === '' ? '' : ` class="${kind}"`}><th scope="row">${name}</th><td><span class="value">${both}</span>${asks}</td><td><span class="value">${percent(figures.success)}</span>${one(figures.success, 'success', [0, 1])}</td><td><span class="value">${valueText(figures.reward?.mean, 'turns')}</span>${one(figures.reward, 'reward', reward)}</td></tr>`;
}

function percent(figure: SeedFigure | undefined): string {
  return figure && isNumber(figure.mean) ? `${Math.round(100 * figure.mean)}%` : NOTHING;
}

/**
 * The sharded drop: what is lost when a request comes in pieces, and how much of it training, asking afresh and the
 * ledger each recover, in one table.
 *
 * Source: Laban et al. 2025, "LLMs Get Lost In Multi-Turn Conversation", arXiv 2505.06120.
 * @module
 */
import { escapeHtml, isNumber, NOTHING, rangeText, valueText } from '@sente/lab/report';
import type { ArmSummary, ExperimentResults, SeedFigure } from '../experiment/results.ts';
import { kindName, kindOf, mainCorpus, summariesOf, summaryOf } from './kinds.ts';

const SETTINGS = ['p@full', 'p@concat', 'p@sharded', 'p@fresh', 'p@ledger'] as const;

/** The section; nothing if no request was played in pieces. */
export function sharded(results: ExperimentResults): string {
  const corpus = mainCorpus(results);
  const rows = summariesOf(results, corpus).filter(({ figures }) => figures['p@sharded'] && figures['p@full']);
  if (rows.length === 0) return '';
  const base = summaryOf(results, 'base', corpus);
  const body = rows.map((one) => row(one, base));
  return `<section class="part" aria-labelledby="sharded"><h2 id="sharded">When the request comes in pieces</h2>
<p class="lede">Mean score of the same requests: all at once (full), the pieces put together in one message (concat), piece by piece (sharded), and piece by piece with help: every turn asked afresh with all that was said joined, or from a ledger of what holds. The drop is full less sharded, in points; recovered is the share of it that is won back. What training recovers is counted on the base’s drop: (sharded of this model − sharded of the base) / drop of the base.</p>
<div class="wide"><table class="figures sharded"><thead><tr><th scope="col">Trained by</th><th scope="col">full</th><th scope="col">concat</th><th scope="col">sharded</th><th scope="col">fresh</th><th scope="col">ledger</th><th scope="col">drop</th><th scope="col">recovered by training</th><th scope="col">by asking afresh</th><th scope="col">by the ledger</th></tr></thead><tbody>${body.join('')}</tbody></table></div>
<p class="caption">Scores with 95% intervals; the drop and what training recovers are computed from means and have none. Published, large models: sharded is 39% below full, concat 5% below (Laban et al. 2025).</p></section>`;
}

function row(one: ArmSummary, base: ArmSummary | undefined): string {
  const { figures } = one;
  const drop = dropOf(one);
  const scores = SETTINGS.map((name) => `<td>${withRange(figures[name])}</td>`);
  const ownBase = base && base.id !== one.id ? recoveredByTraining(one, base) : undefined;
  const recovered = (setting: 'fresh' | 'ledger'): string =>
    figures[`recovered@${setting}`]
      ? withRange(figures[`recovered@${setting}`])
      : valueText(recoveredBy(one, setting), 'share');
  return `<tr><th scope="row">${escapeHtml(kindName(kindOf(one)))}</th>${scores.join('')}<td>${isNumber(drop) ? valueText(100 * drop, 'turns') : NOTHING}</td><td>${valueText(ownBase, 'share')}</td><td>${recovered('fresh')}</td><td>${recovered('ledger')}</td></tr>`;
}

/** Full less sharded, −1 … 1. */
function dropOf({ figures }: ArmSummary): number | undefined {
  const [full, pieces] = [figures['p@full']?.mean, figures['p@sharded']?.mean];
  return isNumber(full) && isNumber(pieces) ? full - pieces : undefined;
}

/** Share of the base's drop that this model does not have; undefined where the base drops by less than a point. */
function recoveredByTraining(one: ArmSummary, base: ArmSummary): number | undefined {
  return quotient(one.figures['p@sharded']?.mean, base);
}

function recoveredBy(one: ArmSummary, setting: 'fresh' | 'ledger'): number | undefined {
  return quotient(one.figures[`p@${setting}`]?.mean, one);
}

function quotient(score: number | undefined, of: ArmSummary): number | undefined {
  const drop = dropOf(of);
  const pieces = of.figures['p@sharded']?.mean;
  if (!isNumber(score) || !isNumber(pieces) || drop === undefined || drop < 0.01) return undefined;
  return (score - pieces) / drop;
}

function withRange(figure: SeedFigure | undefined): string {
  if (!figure || !isNumber(figure.mean)) return NOTHING;
  return `<b>${valueText(figure.mean, 'share')}</b> <small>${rangeText(figure, 'share')}</small>`;
}

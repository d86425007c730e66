/**
 * One conversation: what was said, what the probe made of it, and the acts that were weighed.
 * @module
 */
import type { ShownAct, ShownChoice } from '../../agent/agent.ts';
import { isNumber, valueText } from '../model/figure-text.ts';
import type { ReportProbe, ReportTalk, ReportTurn } from '../model/report-model.ts';
import { escapeHtml } from './escape.ts';

/** Most numbers of a conversation that are written out. */
const FIGURES = 10;

/** The turns, and the conversation's own numbers. */
export function talkTurns(talk: ReportTalk, probe: ReportProbe): string {
  const cut = talk.cut > 0 ? `<p class="small">${talk.cut} more turns are left out.</p>` : '';
  const figures = Object.entries(talk.figures)
    .filter(([, value]) => isNumber(value))
    .slice(0, FIGURES)
    .map(([name, value]) => {
      const metric = probe.metrics.find((one) => one.name === name);
      return `<li>${escapeHtml(metric?.label ?? name)} <b>${valueText(value, metric?.unit)}</b></li>`;
    });
  const list = figures.length > 0 ? `<ul class="talk-figures">${figures.join('')}</ul>` : '';
  return `<div class="talk-body">${talk.turns.map((turn) => turnBlock(turn)).join('')}${cut}${list}</div>`;
}

function turnBlock({ speaker, text, act, note, decision }: ReportTurn): string {
  const silent = speaker === 'assistant' ? '(says nothing)' : '(silence)';
  const words = text === '' ? `<p class="silent">${silent}</p>` : `<p class="text" dir="auto">${escapeHtml(text)}</p>`;
  const kind = act === undefined ? '' : ` <span class="act">${escapeHtml(act)}</span>`;
  const made = note === undefined ? '' : `<p class="note" dir="auto">${escapeHtml(note)}</p>`;
  return `<div class="turn ${speaker}"><p class="who">${speaker}${kind}</p>${words}${made}${decision ? choice(decision, act) : ''}</div>`;
}

/** Candidates with values and errors on one scale, and why. */
function choice({ horizon, why, candidates }: ShownChoice, act: string | undefined): string {
  const reason = why === '' ? '' : `<p class="why" dir="auto">${escapeHtml(why)}</p>`;
  const ends = candidates.flatMap(({ value, error }) =>
    isNumber(value) ? [value - spread(error), value + spread(error)] : [],
  );
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const at = (value: number): string => ((100 * (value - low)) / (high - low || 1)).toFixed(1);
  const taken = candidates.find(({ kind, suppressed }) => kind === act && suppressed === undefined);
  const rows = candidates.map((candidate) => candidateRow(candidate, at, candidate === taken));
  const ahead = horizon === 0 ? 'no look ahead' : `${horizon} turn${horizon === 1 ? '' : 's'} ahead`;
  return `<details class="weighed"><summary>Why</summary>${reason}${rows.length > 0 ? `<p class="small">Acts that were weighed, ${ahead}</p><ol dir="auto">${rows.join('')}</ol>` : ''}</details>`;
}

const spread = (error: number): number => (isNumber(error) ? Math.abs(error) : 0);

function candidateRow(
  { label, kind, value, error, suppressed }: ShownAct,
  at: (value: number) => string,
  isTaken: boolean,
): string {
  const bar = isNumber(value)
    ? `<span class="scale" aria-hidden="true"><i style="left:${at(value - spread(error))}%;right:${(100 - Number(at(value + spread(error)))).toFixed(1)}%"></i><b style="left:${at(value)}%"></b></span>`
    : '<span class="scale"></span>';
  const held = suppressed === undefined ? '' : ` <em>held back: ${escapeHtml(suppressed)}</em>`;
  return `<li${isTaken ? ' class="taken"' : ''}><span class="act">${escapeHtml(kind)}</span><span class="label">${escapeHtml(label)}${held}</span>${bar}<span class="number">${valueText(value)}</span></li>`;
}

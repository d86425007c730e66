/**
 * An audit's report as one self-contained page: no script, no outside request, light and dark, fit to print. Every text
 * from the logs is escaped.
 * @module
 */
import { basename } from 'node:path';
import { escapeHtml } from '../../report/html/escape.ts';
import { pageFrame } from '../../report/html/frame.ts';
import { MARK } from '../../report/html/mark.ts';
import { isNumber, NOTHING } from '../../report/model/figure-text.ts';
import type { Figure } from '../../statistics/summary.ts';
import type { AuditReport, CountTable, FigureTable, ReportMoment, Said } from './report.ts';
import { STYLE } from './style.ts';

/** The page. */
export function auditHtml(report: AuditReport): string {
  const source = basename(report.source);
  const { findings, notes, figures, counts, moments, omitted } = report;
  const title = `Audit of ${source}`;
  const body = `<header>
${MARK}
<p class="kind">Audit</p>
<h1>${escapeHtml(source)}</h1>
${findings.map((finding) => `<p class="finding">${escapeHtml(finding)}</p>`).join('\n')}
</header>
<main>
${figures.map(figureTable).join('\n')}
${counts.map(countTable).join('\n')}
<section>
<h2>Moments, worst first</h2>
${moments.length === 0 ? '<p class="note">There is none to show.</p>' : moments.map(momentCard).join('\n')}
${omitted > 0 ? `<p class="note">${omitted.toLocaleString('en-GB')} more are left out here; --json has them all.</p>` : ''}
</section>
</main>
<footer>${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}</footer>`;
  return pageFrame(title, STYLE, body);
}

function figureTable({ title, note, columns, rows }: FigureTable): string {
  const head = columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows
    .map(({ name, figures }) => `<tr><th scope="row">${escapeHtml(name)}</th>${figures.map(figureCell).join('')}</tr>`)
    .join('\n');
  return `<section>
<h2>${escapeHtml(title)}</h2>
<p class="note">${escapeHtml(note)}</p>
<div class="wide"><table class="figures"><thead><tr><td></td>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>
</section>`;
}

/** A number with its interval, in digits and as a bar from 0 to 1. */
function figureCell(figure: Figure | undefined): string {
  if (!figure || !isNumber(figure.mean)) return `<td><span class="mean">${NOTHING}</span></td>`;
  const { mean, low, high } = figure;
  const percent = (value: number): string => (100 * Math.min(1, Math.max(0, value))).toFixed(1);
  const range =
    Number.isNaN(low) || low === high ? '' : `<span class="range">${low.toFixed(2)}–${high.toFixed(2)}</span>`;
  const band = range
    ? `<i style="left:${percent(low)}%;width:${(Number(percent(high)) - Number(percent(low))).toFixed(1)}%"></i>`
    : '';
  return `<td><span class="mean">${mean.toFixed(2)}</span> ${range}<span class="bar" aria-hidden="true">${band}<b style="left:${percent(mean)}%"></b></span></td>`;
}

function countTable({ title, note, isPlain = false, columns, rows }: CountTable): string {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  const head = columns.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const cell = (count: number, name: string, column: string): string => {
    if (count === 0) return '<td class="none">·</td>';
    const shade = (0.12 + 0.5 * (count / most)).toFixed(2);
    const met = isPlain ? 'plain' : name === column ? 'agree' : 'differ';
    return `<td class="${met}" style="--shade:${shade}">${count}</td>`;
  };
  const body = rows
    .map(({ name, counts }) => {
      const cells = counts.map((count, i) => cell(count, name, columns[i])).join('');
      return `<tr><th scope="row">${escapeHtml(name)}</th>${cells}</tr>`;
    })
    .join('\n');
  return `<section>
<h2>${escapeHtml(title)}</h2>
<p class="note">${escapeHtml(note)}</p>
<div class="wide"><table class="counts"><thead><tr><td></td>${head}</tr></thead>
<tbody>
${body}
</tbody></table></div>
</section>`;
}

function momentCard({ place, label, tone, excerpt, would, next, because }: ReportMoment): string {
  const choices = would?.choices.map((choice) => `<li>${escapeHtml(choice)}</li>`).join('') ?? '';
  const instead = would
    ? `<div class="would"><p class="who">Sente would have <em>${escapeHtml(verb(would.act))}</em></p><p class="text" dir="auto">${escapeHtml(would.text)}</p>${choices ? `<ul>${choices}</ul>` : ''}<p class="why">${escapeHtml(would.why)}</p></div>`
    : '';
  const then =
    next === undefined
      ? ''
      : `<div class="next"><p class="then">What the user said next</p>${bubble({ who: 'user', text: next })}</div>`;
  return `<article class="${tone}">
<h3><span class="label">${escapeHtml(label)}</span> <span class="place">${escapeHtml(place)}</span></h3>
<div class="said">${excerpt.map(bubble).join('')}</div>
${instead}
${then}
${because ? `<p class="because">${escapeHtml(because)}.</p>` : ''}
</article>`;
}

function bubble({ who, text }: Said): string {
  const side = who === 'user' || who === 'assistant' ? who : 'other';
  return `<div class="bubble ${side}"><p class="who">${escapeHtml(who)}</p><p class="text" dir="auto">${escapeHtml(text)}</p></div>`;
}

const VERBS: Readonly<Record<string, string>> = {
  answer: 'answered',
  recommend: 'recommended',
  offer: 'offered',
  ask: 'asked',
  lookup: 'looked it up',
  lead: 'led on',
  abstain: 'said what cannot be had or known',
  wait: 'left the turn to the user',
};

/** An act as a past participle. */
export function verb(act: string): string {
  return VERBS[act] ?? act;
}

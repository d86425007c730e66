/**
 * The sample of conversations, worst first, with the decision behind each turn. Filters are plain form fields that the
 * style sheet reads: the page holds no script.
 * @module
 */
import type { ReportAgent, ReportModel, ReportProbe, ReportTalk } from '../model/report-model.ts';
import { lookOf } from './colours.ts';
import { escapeHtml, slug } from './escape.ts';
import { swatch } from './legend.ts';
import { talkTurns } from './talk.ts';

/** The section; nothing if there are no conversations. */
export function talksSection({ probes, agents }: ReportModel): string {
  const there = probes.filter(({ talks }) => talks.length > 0);
  if (there.length === 0) return '';
  const playing = agents.filter(({ name }) => there.some(({ talks }) => talks.some(({ agent }) => agent === name)));
  const cases = there.map((probe) => ({
    probe,
    cases: [...new Set(probe.talks.map((talk) => talk.case))].map((id, at) => ({
      id,
      key: `${slug(probe.name)}-${at}`,
    })),
  }));
  const keys = new Map(
    cases.flatMap(({ probe, cases: own }) => own.map(({ id, key }) => [JSON.stringify([probe.name, id]), key])),
  );
  const options = cases.map(
    ({ probe, cases: own }) =>
      `<optgroup label="${escapeHtml(probe.name)}"><option value="${slug(probe.name)}">all of ${escapeHtml(probe.name)}</option>${own.map(({ id, key }) => `<option value="${key}">${escapeHtml(id)}</option>`).join('')}</optgroup>`,
  );
  const rules = [
    ...cases.flatMap(({ probe, cases: own }) => [
      rule('case', slug(probe.name), `[data-probe="${slug(probe.name)}"]`),
      ...own.map(({ key }) => rule('case', key, `[data-case="${key}"]`)),
    ]),
    ...playing.map((_, at) => rule('agent', `a${at}`, `[data-agent="a${at}"]`)),
  ];
  const list = there.flatMap((probe) =>
    probe.talks.map((talk) => {
      const key = keys.get(JSON.stringify([probe.name, talk.case])) ?? '';
      const at = playing.findIndex(({ name }) => name === talk.agent);
      return card(talk, probe, key, at, playing[at]);
    }),
  );
  return `<section class="talks" aria-labelledby="talks"><style>${rules.join('')}</style>
<h2 id="talks">Conversations</h2>
<p class="lede">${escapeHtml(sampled(there))} Open one to read it, with what was weighed at each turn.</p>
<form class="filters"><label>Probe and case <select name="case"><option value="">All</option>${options.join('')}</select></label><label>Agent <select name="agent"><option value="">All</option>${playing.map(({ name }, at) => `<option value="a${at}">${escapeHtml(name)}</option>`).join('')}</select></label></form>
<div class="talk-list">${list.join('\n')}</div>
</section>`;
}

/** Hides every conversation that is not `kept` while the option is chosen. */
function rule(field: string, value: string, kept: string): string {
  return `.talks:has(select[name=${field}] option[value="${value}"]:checked) .talk:not(${kept}){display:none}\n`;
}

function sampled(probes: readonly ReportProbe[]): string {
  const shown = probes.reduce((sum, { talks }) => sum + talks.length, 0);
  const played = probes.reduce((sum, { played: all }) => sum + all, 0);
  return `${shown.toLocaleString('en-GB')} of ${played.toLocaleString('en-GB')}: for each probe those that went worst, how the other agents fared in the same cases, and some from all over the range. The worst come first.`;
}

function card(talk: ReportTalk, probe: ReportProbe, key: string, at: number, who: ReportAgent | undefined): string {
  const { agent, cell, repeat, loss } = talk;
  const where = [
    talk.case,
    cell && talk.case.includes(cell) ? undefined : cell,
    repeat > 0 ? `repeat ${repeat + 1}` : undefined,
  ].filter((part) => part !== undefined);
  const percent = Math.round(100 * Math.min(1, Math.max(0, loss)));
  return `<details class="talk" data-probe="${slug(probe.name)}" data-case="${key}" data-agent="a${at}"><summary><span class="talk-probe">${escapeHtml(probe.name)}</span>${who ? swatch(agent, lookOf(who.colour)) : escapeHtml(agent)}<span class="talk-case">${escapeHtml(where.join(' · '))}<span class="talk-first" dir="auto">${escapeHtml(firstWords(talk))}</span></span><span class="talk-loss"><span class="unseen">loss </span>${percent}%<i aria-hidden="true" style="--loss:${percent}%"></i></span></summary>${talkTurns(talk, probe)}</details>`;
}

/** How the user begins, for whoever looks for a conversation to read. */
function firstWords({ turns }: ReportTalk): string {
  const text = turns.find((turn) => turn.speaker === 'user' && turn.text !== '')?.text ?? '';
  return text.length > 90 ? `${text.slice(0, 88).replace(/[\uD800-\uDBFF]$/, '')} …` : text;
}

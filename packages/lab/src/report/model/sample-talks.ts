/**
 * Which conversations a report shows: the worst of the focus first, the same cases by the others beside them, some from
 * all over its range so that the worst are not taken for the whole, and a few of each rule.
 * @module
 */
import { shorten } from '@sente/language';
import type { ShownChoice } from '../../agent/agent.ts';
import type { PlayedRow, PlayedTurn } from '../../probe/played.ts';
import { isNumber } from './figure-text.ts';
import type { ReportAgent, ReportTalk, ReportTurn } from './report-model.ts';

/** Most characters of a turn, of a reason, and of a candidate's label. */
const LONGEST = { text: 1600, why: 400, label: 120 };
const MOST_TURNS = 24;
const MOST_CANDIDATES = 6;
/** Conversations of a probe take about this many characters at most, so that eight probes stay below 3 MB. */
const ROOM = 190_000;

/** Chooses at most `most` conversations, worst first. */
export function sampleTalks(
  rows: readonly PlayedRow[],
  agents: readonly ReportAgent[],
  focus: string,
  most: number,
): readonly ReportTalk[] {
  const main = agents.filter(({ isRule }) => !isRule).map(({ name }) => name);
  const byLoss = rows.toSorted(worstFirst);
  const own = byLoss.filter(({ agent }) => agent === focus);
  const present = main.filter((name) => byLoss.some(({ agent }) => agent === name));
  const rules = [...new Set(byLoss.map(({ agent }) => agent))].filter((name) => !main.includes(name));
  const seats = Math.max(1, Math.floor((most - 2 * rules.length) / Math.max(1, present.length)));
  const cases = spread(own.length > 0 ? own : byLoss, seats);
  const key = ({ case: id, cell, repeat }: PlayedRow): string => JSON.stringify([id, cell, repeat]);
  const same = Map.groupBy(byLoss, key);
  const chosen = [
    ...rules.flatMap((rule) => byLoss.filter(({ agent }) => agent === rule).slice(0, 1)),
    ...cases.flatMap((row) => (same.get(key(row)) ?? [row]).filter(({ agent }) => main.includes(agent))),
    ...rules.flatMap((rule) => byLoss.filter(({ agent }) => agent === rule).slice(1, 2)),
  ];
  const kept = withinRoom([...new Set(chosen)].slice(0, most).map((row) => ({ row, talk: shownTalk(row) })));
  return kept.toSorted((a, b) => worstFirst(a.row, b.row)).map(({ talk }) => talk);
}

/** The worst two thirds of the seats, then evenly from the rest. Rows of one case are spread too: one a case. */
function spread(rows: readonly PlayedRow[], seats: number): readonly PlayedRow[] {
  const ofCase = [...new Map(rows.toReversed().map((row) => [row.case, row])).values()].toSorted(worstFirst);
  if (ofCase.length <= seats) return ofCase;
  const worst = Math.ceil((2 * seats) / 3);
  const rest = ofCase.slice(worst);
  const step = rest.length / (seats - worst || 1);
  return [
    ...ofCase.slice(0, worst),
    ...Array.from({ length: seats - worst }, (_, i) => rest[Math.min(rest.length - 1, Math.floor((i + 1) * step) - 1)]),
  ];
}

function worstFirst(a: PlayedRow, b: PlayedRow): number {
  return size(b.loss) - size(a.loss) || compare(a.case, b.case) || compare(a.agent, b.agent) || a.repeat - b.repeat;
}

const size = (loss: number): number => (isNumber(loss) ? loss : 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Leaves out what does not fit any more, in the order of importance. */
function withinRoom<Item extends { readonly talk: ReportTalk }>(items: readonly Item[]): readonly Item[] {
  let used = 0;
  return items.filter(({ talk }, at) => {
    const size = JSON.stringify(talk.turns).length;
    if (at > 0 && used + size > ROOM) return false;
    used += size;
    return true;
  });
}

/** A conversation as it is shown. */
export function shownTalk({ case: id, agent, repeat, cell, loss, figures, turns }: PlayedRow): ReportTalk {
  return {
    case: id,
    agent,
    repeat,
    ...(cell !== undefined && { cell }),
    loss: size(loss),
    figures,
    turns: turns.slice(0, MOST_TURNS).map(shownTurn),
    cut: Math.max(0, turns.length - MOST_TURNS),
  };
}

function shownTurn({ speaker, text, act, note, decision }: PlayedTurn): ReportTurn {
  return {
    speaker,
    text: shorten(text, LONGEST.text),
    ...(act !== undefined && { act }),
    ...(note !== undefined && { note: shorten(note, LONGEST.text) }),
    ...(decision !== undefined && { decision: shownChoice(decision) }),
  };
}

function shownChoice({ horizon, why, candidates }: ShownChoice): ShownChoice {
  return {
    horizon,
    why: shorten(why, LONGEST.why),
    candidates: candidates
      .slice(0, MOST_CANDIDATES)
      .map((candidate) => ({ ...candidate, label: shorten(candidate.label, LONGEST.label) })),
  };
}

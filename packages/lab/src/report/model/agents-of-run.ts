/**
 * Who played in a run, in the order and with the colours that every table and chart of its report keeps.
 * @module
 */
import type { ProbeResult } from '../../run/probe-result.ts';
import type { ReportAgent } from './report-model.ts';

/** The agents that every probe knows, in the order of a report; their colours are the first of the palette. */
const KNOWN: Readonly<Record<string, string>> = {
  sente: 'takes the initiative: asks, offers, leads or waits by what each is worth',
  bare: 'answers at once, as it is',
  fresh: 'bare, with all that was said joined into one new request each time',
  reactive: 'asks one thing a turn and speaks when spoken to',
  prompted: 'bare, told to be proactive and to ask when unclear',
};

/** Who the report is about: `sente` if it played, else the agent named last. */
export function focusOf(results: readonly ProbeResult[]): string {
  const names = results.flatMap(({ agents }) => Object.keys(agents));
  return names.includes('sente') ? 'sente' : (names.at(-1) ?? 'sente');
}

/** Everybody: those who play as much as the focus, the focus itself, then the rules, in the order of their probes. */
export function agentsOfRun(results: readonly ProbeResult[], focus: string): readonly ReportAgent[] {
  const names = [...new Set(results.flatMap(({ agents }) => Object.keys(agents)))];
  const plays = (name: string): number => results.filter(({ agents }) => agents[name] !== undefined).length;
  // Whoever plays less than half of the probes would leave the tables empty: it stands with its probe, as a rule does.
  const isMain = (name: string): boolean =>
    name === focus ||
    (Object.hasOwn(KNOWN, name) && 2 * plays(name) >= results.length) ||
    (results.length > 1 && plays(name) === results.length);
  const rank = (name: string): number => {
    if (name === focus) return 11;
    const known = Object.keys(KNOWN).indexOf(name);
    if (known >= 0) return known;
    return isMain(name) ? 10 : 20;
  };
  const ordered = names
    .map((name, at) => ({ name, at }))
    .sort((a, b) => rank(a.name) - rank(b.name) || a.at - b.at)
    .map(({ name }) => name);
  const colours = otherColours(results);
  return ordered.map((name) => {
    const known = Object.keys(KNOWN).indexOf(name);
    const about = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
    return {
      name,
      colour: known >= 0 ? known : Object.keys(KNOWN).length + (colours.get(name) ?? 0),
      isRule: !isMain(name),
      ...(about !== undefined && { about }),
    };
  });
}

/**
 * Numbers from 0 for all others: the rules of a probe have numbers of their own, and those of another probe may have the
 * same, since they never meet. An agent keeps its number wherever it plays.
 */
function otherColours(results: readonly ProbeResult[]): ReadonlyMap<string, number> {
  const colours = new Map<string, number>();
  for (const { agents } of results) {
    const names = Object.keys(agents).filter((name) => !Object.hasOwn(KNOWN, name));
    const taken = new Set(names.map((name) => colours.get(name)));
    let next = 0;
    for (const name of names) {
      if (colours.has(name)) continue;
      while (taken.has(next)) next++;
      colours.set(name, next++);
    }
  }
  return colours;
}

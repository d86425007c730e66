/**
 * From a run in a store to the report as data: what is shown, in which order, and what it comes to.
 * @module
 */
import type { Json } from '../../probe/played.ts';
import type { ProbeResult } from '../../run/probe-result.ts';
import type { ReadRun } from '../../store/run-store.ts';
import { agentsOfRun, focusOf } from './agents-of-run.ts';
import { metricsOfProbe } from './metrics-of-probe.ts';
import type { ReportAgent, ReportModel, ReportProbe } from './report-model.ts';
import { sampleTalks } from './sample-talks.ts';
import { verdictOf } from './verdict.ts';

/** What a reader may choose. */
export interface ReportOptions {
  /** Conversations of each probe at most; 40 unless given, 0 for none. */
  readonly talks?: number;
  /** The agent that the report is about; `sente` unless given, or whoever was named last. */
  readonly focus?: string;
}

/** The order in which the design names the probes; others come after. */
const ORDER = ['hold', 'ask', 'recommend', 'offer', 'lead', 'know', 'foresee', 'commit'];

/** Makes the report. Reads the conversations of the run, probe by probe. */
export function reportDocument(run: ReadRun, options: ReportOptions = {}): ReportModel {
  const results = inOrder(run.results());
  const focus = options.focus ?? focusOf(results);
  const agents = agentsOfRun(results, focus);
  const probes = results.map((result) => probeOf(result, run, agents, focus, options.talks ?? 40));
  const { id, started, settings } = run.head;
  return {
    run: id,
    started,
    status: run.status,
    focus,
    agents,
    settings: Object.entries(settings).flatMap(([name, value]) => settingText(name, value)),
    verdict: verdictOf(probes, agents, focus),
    probes,
    cost: run.cost(),
    conversations: probes.reduce((sum, { played }) => sum + played, 0),
  };
}

function inOrder(results: readonly ProbeResult[]): readonly ProbeResult[] {
  const rank = ({ probe }: ProbeResult): number => {
    const at = ORDER.indexOf(probe);
    return at < 0 ? ORDER.length : at;
  };
  return results.toSorted((a, b) => rank(a) - rank(b));
}

function probeOf(
  result: ProbeResult,
  run: ReadRun,
  agents: readonly ReportAgent[],
  focus: string,
  talks: number,
): ReportProbe {
  // Conversations are the bulk of a run: whoever wants none does not wait for them.
  const rows = talks > 0 ? run.rows(result.probe) : [];
  const { question, source, version, radar, cost } = result;
  return {
    name: result.probe,
    ...(question !== undefined && { question }),
    ...(source !== undefined && { source }),
    ...(version !== undefined && { version }),
    ...(radar !== undefined && { radar }),
    ...(cost !== undefined && { cost }),
    seed: result.seed,
    cases: result.cases,
    seconds: result.seconds,
    agents: agents.filter(({ name }) => result.agents[name] !== undefined).map(({ name }) => name),
    metrics: metricsOfProbe(result, focus),
    plots: result.plots ?? [],
    warnings: result.warnings ?? [],
    notes: result.notes ?? [],
    users: result.users,
    talks: sampleTalks(rows, agents, focus, talks),
    played: talks > 0 ? rows.length : result.cases * Object.keys(result.agents).length,
  };
}

/** Versions stand with their probes. */
function settingText(name: string, value: Json): { readonly name: string; readonly value: string }[] {
  if (
    name === 'versions' ||
    value === undefined ||
    value === null ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  )
    return [];
  const isPlain = typeof value !== 'object' || (Array.isArray(value) && value.every((one) => typeof one !== 'object'));
  return [{ name, value: isPlain ? String(value).replaceAll(',', ', ') : JSON.stringify(value) }];
}

/**
 * From what was typed to what will run: which probes, with which agents and settings. Refuses what would be ignored.
 * @module
 */
import { nearestWord } from '@sente/catalog';
import { type MeasureSettings, type Probe, type ProbeOption, UsageError } from './probe.ts';
import { LATER_PROBES, MODEL_AGENTS, PROBES } from './probes.ts';

/** One probe to run. */
export interface Plan {
  readonly probe: Probe;
  readonly settings: MeasureSettings;
}

/** Everything to run, and what a person should be told first. */
export interface Choice {
  readonly plans: readonly Plan[];
  readonly notes: readonly string[];
}

const PROBE_OPTIONS: readonly ProbeOption[] = ['data', 'split', 'turns', 'user', 'noise', 'unknown'];

/** Throws UsageError. `probes` is what there is to choose from. */
export function choose(named: readonly string[], settings: MeasureSettings, probes: readonly Probe[] = PROBES): Choice {
  const notes: string[] = [];
  const given = PROBE_OPTIONS.filter((option) => settings[option] !== undefined);
  let chosen = [...new Set(named)].map((name) => findProbe(name, probes));
  for (const probe of chosen) {
    const missing = probe.needs.filter((option) => settings[option] === undefined);
    if (missing.length > 0) throw new UsageError(`${probe.name} needs ${missing.map(dashes).join(' and ')}`);
  }
  if (chosen.length === 0) {
    chosen = probes.filter((probe) => {
      const missing = probe.needs.filter((option) => settings[option] === undefined);
      if (missing.length > 0) notes.push(`Left out: ${probe.name} (needs ${missing.map(dashes).join(' and ')}).`);
      return missing.length === 0;
    });
  }
  for (const option of given) {
    if (!chosen.some((probe) => probe.options.includes(option))) {
      const takers = probes.filter((probe) => probe.options.includes(option)).map(({ name }) => name);
      const where = takers.length > 0 ? `; it is for: ${takers.join(', ')}` : '';
      throw new UsageError(`${dashes(option)} has no meaning for ${chosen.map(({ name }) => name).join(', ')}${where}`);
    }
  }
  for (const { users } of chosen) checkUser(settings.user, users);
  const wanted = settings.agents && withoutModelAgents(settings.agents, chosen, notes);
  const plans = chosen.flatMap((probe): Plan[] => {
    const agents = wanted?.filter((agent) => probe.agents.includes(agent));
    if (agents?.length === 0) {
      notes.push(`Left out: ${probe.name} (has none of ${wanted?.join(', ')}; it has: ${probe.agents.join(', ')}).`);
      return [];
    }
    return [{ probe, settings: only(settings, probe, agents) }];
  });
  return { plans, notes };
}

const dashes = (option: string): string => `--${option}`;

function findProbe(name: string, probes: readonly Probe[]): Probe {
  const found = probes.find((probe) => probe.name === name);
  if (found) return found;
  const have = `this version measures: ${probes.map((probe) => probe.name).join(', ')}`;
  if (LATER_PROBES.includes(name)) throw new UsageError(`the probe '${name}' is not available yet; ${have}`);
  const near = nearestWord(name, [...probes.map((probe) => probe.name), ...LATER_PROBES]);
  throw new UsageError(`there is no probe '${name}'; ${near ? `did you mean '${near}'? ` : ''}${have}`);
}

function checkUser(user: string | undefined, known: readonly string[] | undefined): void {
  if (user === undefined || !known || known.includes(user)) return;
  const near = nearestWord(user, known);
  const hint = near ? `did you mean '${near}'? ` : '';
  throw new UsageError(`there are no users '${user}'; ${hint}there are: ${known.join(', ')}`);
}

function withoutModelAgents(agents: readonly string[], probes: readonly Probe[], notes: string[]): string[] {
  const known = [...new Set(probes.flatMap((probe) => probe.agents))];
  const kept: string[] = [];
  for (const agent of agents) {
    if (known.includes(agent)) kept.push(agent);
    else if (MODEL_AGENTS.includes(agent))
      notes.push(`Left out: ${agent} (needs a language model, which this version cannot use yet).`);
    else {
      const near = nearestWord(agent, [...known, ...MODEL_AGENTS]);
      const hint = near ? `did you mean '${near}'? ` : '';
      throw new UsageError(`there is no agent '${agent}' here; ${hint}there are: ${known.join(', ')}`);
    }
  }
  if (kept.length === 0) throw new UsageError(`no agent is left to measure; there are: ${known.join(', ')}`);
  return kept;
}

/** Leaves out the options that the probe does not take. */
function only(settings: MeasureSettings, probe: Probe, agents: readonly string[] | undefined): MeasureSettings {
  const kept = Object.entries(settings).filter(
    ([name, value]) =>
      value !== undefined &&
      (!(PROBE_OPTIONS as readonly string[]).includes(name) || probe.options.includes(name as ProbeOption)),
  );
  return { ...(Object.fromEntries(kept) as unknown as MeasureSettings), ...(agents && { agents }) };
}

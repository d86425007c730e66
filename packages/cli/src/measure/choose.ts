/**
 * From what was typed to what will run: which probes, with which agents and settings. Refuses what would be ignored.
 * @module
 */
import { nearestWord } from '@sente/catalog';
import { isModelId, type MeasureSettings, optionsOf, type Probe, type ProbeOption, UsageError } from './probe.ts';
import { MODEL_AGENTS, PROBES } from './probes.ts';

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

const PROBE_OPTIONS: readonly ProbeOption[] = [
  'data',
  'catalog',
  'split',
  'turns',
  'user',
  'judge',
  'noise',
  'unknown',
  'repeats',
  'model',
  'policy',
];

/** Throws UsageError. `probes` is what there is to choose from. */
export function choose(named: readonly string[], settings: MeasureSettings, probes: readonly Probe[] = PROBES): Choice {
  const notes: string[] = [];
  const isAll = named.length === 0;
  const given = PROBE_OPTIONS.filter((option) => settings[option] !== undefined);
  const chosen = isAll ? fitting(settings, probes, notes) : [...new Set(named)].map((name) => findProbe(name, probes));
  for (const probe of chosen) {
    const missing = probe.needs.filter((option) => settings[option] === undefined);
    if (missing.length > 0) throw new UsageError(`${probe.name} needs ${missing.map(dashes).join(' and ')}`);
  }
  for (const option of given) checkOption(option, chosen, probes, settings);
  checkUser(settings, chosen);
  if (settings.judge !== undefined && !isModelId(settings.judge)) {
    throw new UsageError(
      `--judge takes the ID of a model (openai:NAME, ollama:NAME, URL#NAME, pocket), not '${settings.judge}'`,
    );
  }
  const wanted = settings.agents && checkAgents(settings.agents, chosen, settings, notes);
  const plans = chosen.flatMap((probe): Plan[] => {
    const there = probe.agents(settings);
    const agents = wanted?.filter((agent) => there.includes(agent)) ?? (isAll ? few(probe, there) : undefined);
    if (agents?.length === 0) {
      notes.push(`Left out: ${probe.name} (has none of ${wanted?.join(', ')}; it has: ${there.join(', ')}).`);
      return [];
    }
    const own = isAll && probe.casesAmongAll !== undefined ? { cases: probe.casesAmongAll, ...settings } : settings;
    return [{ probe, settings: only({ ...own, cases: settings.cases ?? own.cases }, probe, agents) }];
  });
  if (
    settings.model === undefined &&
    wanted === undefined &&
    chosen.some((probe) => optionsOf(probe, settings).includes('model'))
  ) {
    const isApart = chosen.every((probe) => probe.isOnlyNamed);
    notes.push(
      isApart
        ? 'Without --model, nobody plays but the rules.'
        : 'Without --model, the agents that need a language model are left out: prompted.',
    );
  }
  return { plans, notes };
}

const dashes = (option: string): string => `--${option}`;

/** All that can be measured with these settings; what cannot is noted. */
function fitting(settings: MeasureSettings, probes: readonly Probe[], notes: string[]): Probe[] {
  for (const items of ['data', 'catalog'] as const) {
    if (settings[items] === undefined) continue;
    const takers = probes.filter((probe) => optionsOf(probe, settings).includes(items)).map(({ name }) => name);
    throw new UsageError(`--${items} is for one probe: name it; it is for: ${takers.join(', ')}`);
  }
  return probes.filter((probe) => {
    if (probe.isOnlyNamed) return false;
    const missing = probe.needs.filter((option) => settings[option] === undefined);
    if (missing.length > 0) notes.push(`Left out: ${probe.name} (needs ${missing.map(dashes).join(' and ')}).`);
    const isTableOnly = settings.model !== undefined && !optionsOf(probe, settings).includes('model');
    if (isTableOnly) notes.push(`Left out: ${probe.name} (is played on tables, without a language model).`);
    return missing.length === 0 && !isTableOnly;
  });
}

function few(probe: Probe, there: readonly string[]): readonly string[] | undefined {
  return probe.few?.filter((agent) => there.includes(agent));
}

function checkOption(
  option: ProbeOption,
  chosen: readonly Probe[],
  probes: readonly Probe[],
  settings: MeasureSettings,
): void {
  const takes = (probe: Probe): boolean => optionsOf(probe, settings).includes(option);
  if (chosen.some(takes)) return;
  const takers = probes.filter(takes).map(({ name }) => name);
  const where = takers.length > 0 ? `; it is for: ${takers.join(', ')}` : '';
  throw new UsageError(`${dashes(option)} has no meaning for ${chosen.map(({ name }) => name).join(', ')}${where}`);
}

function findProbe(name: string, probes: readonly Probe[]): Probe {
  const found = probes.find((probe) => probe.name === name);
  if (found) return found;
  const have = `there are: ${probes.map((probe) => probe.name).join(', ')}`;
  const near = nearestWord(
    name,
    probes.map((probe) => probe.name),
  );
  throw new UsageError(`there is no probe '${name}'; ${near ? `did you mean '${near}'? ` : ''}${have}`);
}

/** A user must be known to one of the probes at least; the others then keep their own. */
function checkUser(settings: MeasureSettings, chosen: readonly Probe[]): void {
  const { user } = settings;
  if (user === undefined) return;
  const takers = chosen.filter((probe) => optionsOf(probe, settings).includes('user'));
  if (takers.some((probe) => hasUser(probe, user, settings))) return;
  const known = [...new Set(takers.flatMap(({ users }) => users ?? []))];
  const near = nearestWord(user, known);
  const hint = near ? `did you mean '${near}'? ` : '';
  throw new UsageError(`there are no users '${user}'; ${hint}there are: ${known.join(', ')}`);
}

/** Whether the probe's users can be of this name. A model can play them where a model can be measured: in words. */
function hasUser(probe: Probe, user: string, settings: MeasureSettings): boolean {
  if (isModelId(user)) return optionsOf(probe, settings).includes('model');
  return probe.users?.includes(user) ?? true;
}

function checkAgents(
  agents: readonly string[],
  probes: readonly Probe[],
  settings: MeasureSettings,
  notes: string[],
): string[] {
  const known = [...new Set(probes.flatMap((probe) => probe.agents(settings)))];
  const kept: string[] = [];
  for (const agent of agents) {
    if (known.includes(agent)) kept.push(agent);
    else if (MODEL_AGENTS.includes(agent)) notes.push(`Left out: ${agent} (needs a language model: --model ID).`);
    else {
      const near = nearestWord(agent, [...known, ...MODEL_AGENTS]);
      const hint = near ? `did you mean '${near}'? ` : '';
      throw new UsageError(`there is no agent '${agent}' here; ${hint}there are: ${known.join(', ')}`);
    }
  }
  if (kept.length === 0) throw new UsageError(`no agent is left to measure; there are: ${known.join(', ')}`);
  return kept;
}

/** Leaves out the options that the probe does not take, and users that it does not have. */
function only(settings: MeasureSettings, probe: Probe, agents: readonly string[] | undefined): MeasureSettings {
  const takes = (name: string, value: unknown): boolean => {
    if (!(PROBE_OPTIONS as readonly string[]).includes(name)) return true;
    if (!optionsOf(probe, settings).includes(name as ProbeOption)) return false;
    return name !== 'user' || hasUser(probe, String(value), settings);
  };
  const kept = Object.entries(settings).filter(([name, value]) => value !== undefined && takes(name, value));
  return { ...(Object.fromEntries(kept) as unknown as MeasureSettings), ...(agents && { agents }) };
}

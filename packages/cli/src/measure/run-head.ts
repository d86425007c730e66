/**
 * What a run is called, and what it keeps of its settings, so that `--resume` needs nothing else.
 * @module
 */
import { createHash } from 'node:crypto';
import { RUN_VERSION, type RunHead } from '@sente/lab';
import type { Plan } from './choose.ts';
import { type MeasureSettings, UsageError } from './probe.ts';

/** Everything that shapes the figures of a run. JSON. */
interface RunSettings extends Omit<MeasureSettings, 'workers'> {
  /** As named; empty: all that can be measured. */
  readonly probes: readonly string[];
  /** Version of cases and protocol, by probe. */
  readonly versions: Readonly<Record<string, string>>;
}

/** The settings of a run that is about to begin. */
export function runSettings(
  named: readonly string[],
  plans: readonly Plan[],
  { workers: _, ...settings }: MeasureSettings,
): RunSettings {
  return {
    ...settings,
    probes: [...new Set(named)],
    versions: Object.fromEntries(plans.map(({ probe }) => [probe.name, probe.version])),
  };
}

/** A name that says what is measured; equal settings give equal names. `all-1-3f9a2c`, `hold-7-…`. */
function runName(settings: RunSettings): string {
  const { probes, seed } = settings;
  const what = probes.length === 0 ? 'all' : probes.join('+');
  const text = JSON.stringify(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${what}-${seed}-${createHash('sha256').update(text).digest('hex').slice(0, 6)}`;
}

/** The head of a new run: runs of one name are `NAME.1`, `NAME.2`, … */
export function runHead(settings: RunSettings, taken: readonly string[], started: number): RunHead {
  const name = runName(settings);
  let count = 1;
  while (taken.includes(`${name}.${count}`)) count++;
  return { id: `${name}.${count}`, started, version: RUN_VERSION, settings: { ...settings } as never };
}

/** The settings of a run that is taken up again. Throws UsageError when its probes have changed since. */
export function resumedSettings(
  { id, settings }: RunHead,
  versionOf: (probe: string) => string | undefined,
): RunSettings {
  const kept = settings as unknown as RunSettings;
  for (const [probe, version] of Object.entries(kept.versions)) {
    const now = versionOf(probe);
    if (now !== version) {
      throw new UsageError(
        `${id} was begun with ${version} of the probe '${probe}', and this is ${now ?? 'a version without it'}: their figures cannot be put together. Start the run anew.`,
      );
    }
  }
  return kept;
}

/**
 * Runs what was chosen, one probe after the other, with progress, until it is done or the user stops it.
 * @module
 */
import { createProgress, type ProbeResult, StoppedError } from '@sente/lab';
import type { Plan } from './choose.ts';
import type { MeasureOutside } from './outside.ts';

/** Runs the plans; undefined when the user stopped them. */
export async function runPlans(
  plans: readonly Plan[],
  outside: MeasureOutside,
  onResult: (result: ProbeResult) => void,
): Promise<ProbeResult[] | undefined> {
  const results: ProbeResult[] = [];
  const stop = new AbortController();
  const off = outside.onInterrupt(() => stop.abort());
  try {
    for (const { probe, settings } of plans) {
      let progress: ReturnType<typeof createProgress> | undefined;
      const onProgress = (done: number, total: number): void => {
        progress ??= createProgress(probe.name, total, outside.err, outside.now);
        progress.update(done);
      };
      try {
        const result = await probe.run(settings, { signal: stop.signal, onProgress });
        results.push(result);
        progress?.finish();
        onResult(result);
      } catch (error) {
        progress?.finish();
        if (!(error instanceof StoppedError)) throw error;
        const finished = results.map((result) => result.probe).join(', ') || 'none';
        outside.err.write(
          `Stopped in ${probe.name} after ${error.done} of ${error.cases} cases; probes finished: ${finished}.\n` +
            'The same command gives the same figures when it is run to the end.\n',
        );
        return undefined;
      }
    }
  } finally {
    off();
  }
  return results;
}

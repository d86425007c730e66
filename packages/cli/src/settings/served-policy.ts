/**
 * What `--policy` means for a server: planning, a learned policy that is trained when the table has none, or one of a file.
 * @module
 */
import { dirname } from 'node:path';
import type { PolicyOptions } from '@sente/server';
import { Option } from 'commander';
import { UsageError } from '../failure.ts';
import type { MeasureOutside } from '../measure/outside.ts';
import { trainingNews } from '../train/training-news.ts';
import { namedPolicy } from './named-policy.ts';
import { policyKeeper } from './policy-keeper.ts';
import { storeFile } from './run-store.ts';
import { userPath } from './user-path.ts';

/** The option of `serve` and `studio`. */
export function policyOption(): Option {
  return new Option(
    '--policy <name>',
    'planned, learned, or the file of a learned policy; learned trains one for your table in the background where there is none (default: planned)',
  );
}

/** What was typed, or stands in the configuration. */
interface PolicyTyped {
  readonly policy: string | undefined;
  readonly catalog: string | undefined;
  readonly horizon: number | undefined;
}

/** The server's settings; says on standard error how a training goes. Throws UsageError. */
export async function servedPolicy(
  { policy, catalog, horizon }: PolicyTyped,
  outside: Pick<MeasureOutside, 'err' | 'now'>,
): Promise<PolicyOptions> {
  if (policy !== undefined && policy !== 'planned' && horizon === 0) {
    throw new UsageError('--horizon 0 is passive, and no policy decides: leave out --policy, or raise --horizon.');
  }
  const isFile = policy !== undefined && policy !== 'planned' && policy !== 'learned';
  const { tableFingerprint } = await import('@sente/server');
  return {
    chosen: policy === undefined || policy === 'planned' ? 'planned' : 'learned',
    ...(isFile && { given: namedPolicy(policy) }),
    keeper: policyKeeper({
      catalog: catalog === undefined ? undefined : userPath(catalog),
      runs: dirname(storeFile()),
      fingerprint: tableFingerprint,
    }),
    onNews: trainingNews(outside),
  };
}

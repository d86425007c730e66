/**
 * A policy that was named with `--policy`, where words stand for others.
 * @module
 */
import { nearestWord } from '@sente/catalog';
import type { LearnedPolicy } from '@sente/pocket';
import { UsageError } from '../failure.ts';
import { hasPolicy, loadPolicy } from './policy-files.ts';
import { userPath } from './user-path.ts';

/** The policy of a file, with either ending or none. Throws UsageError, which says what else `--policy` can be. */
export function namedPolicy(named: string): LearnedPolicy {
  const place = userPath(named).replace(/\.(json|safetensors)$/, '');
  if (hasPolicy(place)) return loadPolicy(place);
  const near = nearestWord(named, ['planned', 'learned']);
  throw new UsageError(
    `--policy is planned, learned, or the file of a policy, not '${named}'${near ? `; did you mean '${near}'?` : ''} (${place}.json is not there; sente train policy makes one.)`,
  );
}

/** The file of a policy for a command that takes nothing else. Throws UsageError on the words that others take. */
export function onlyFile(named: string): string {
  if (named !== 'planned' && named !== 'learned') return named;
  throw new UsageError(
    `--policy takes the file of a policy here, not '${named}': who plays is said with --agents (as in --agents rule,planned,learned). Without --policy, learned plays by what sente train policy keeps.`,
  );
}

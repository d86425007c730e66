/**
 * Which policy decides in conversations about a table.
 * @module
 */
import { dirname } from 'node:path';
import type { LearnedValues } from '@sente/catalog';
import { learnedValues } from '@sente/lab';
import type { LearnedPolicy } from '@sente/pocket';
import { shippedPolicy } from '@sente/pocket/node';
import { hasPolicy, loadPolicy, policyPlace } from './policy-files.ts';
import { storeFile } from './run-store.ts';
import { userPath } from './user-path.ts';

/**
 * What `--policy` means for a table: nothing for `planned`; for `learned` the policy beside it, else the one that ships;
 * anything else is a file. Throws UsageError.
 */
export function learnedChoice(named: string | undefined, catalog: string | undefined): LearnedValues | undefined {
  if (named === undefined || named === 'planned') return undefined;
  return learnedValues(named === 'learned' ? policyOf(catalog) : loadPolicy(userPath(named)));
}

function policyOf(catalog: string | undefined): LearnedPolicy {
  const place = policyPlace(catalog === undefined ? {} : { catalog: userPath(catalog) }, dirname(storeFile()));
  return hasPolicy(place) ? loadPolicy(place) : shippedPolicy();
}

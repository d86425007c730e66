/**
 * Which policy decides in conversations about a table.
 * @module
 */
import { dirname } from 'node:path';
import type { LearnedValues } from '@sente/catalog';
import { learnedValues } from '@sente/lab';
import { type LearnedPolicy, worseThanPlanning } from '@sente/pocket';
import { shippedPolicy } from '@sente/pocket/node';
import { hasPolicy, loadPolicy, policyPlace } from './policy-files.ts';
import { storeFile } from './run-store.ts';
import { userPath } from './user-path.ts';

/**
 * What `--policy` means for a table: nothing for `planned`; for `learned` the policy beside it, else the one that ships;
 * anything else is a file. A policy beside the table that did clearly worse than planning is left where it is, and why is
 * said. Throws UsageError.
 */
export function learnedChoice(
  named: string | undefined,
  catalog: string | undefined,
  say: (text: string) => void,
): LearnedValues | undefined {
  if (named === undefined || named === 'planned') return undefined;
  const policy = named === 'learned' ? policyOf(catalog, say) : loadPolicy(userPath(named));
  return policy && learnedValues(policy);
}

function policyOf(catalog: string | undefined, say: (text: string) => void): LearnedPolicy | undefined {
  const place = policyPlace(catalog === undefined ? {} : { catalog: userPath(catalog) }, dirname(storeFile()));
  if (!hasPolicy(place)) return shippedPolicy();
  const policy = loadPolicy(place);
  const worse = worseThanPlanning(policy.card);
  if (worse === undefined) return policy;
  const [learned, planned] = [worse.learned.toFixed(2), worse.planned.toFixed(2)];
  const table = catalog === undefined ? '' : ` --catalog ${catalog}`;
  say(
    `${place}.json did clearly worse than planning with the people it was judged by (R* ${learned} on average, planning ${planned}), so planning decides. Train again with other people or for longer (sente train policy${table} --seed ${policy.card.seed + 1} --preset full), or name the file to have it all the same: --policy ${place}.json\n`,
  );
  return undefined;
}

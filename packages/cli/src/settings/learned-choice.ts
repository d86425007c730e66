/**
 * Which policy decides in conversations about a table.
 * @module
 */
import { dirname } from 'node:path';
import type { LearnedValues } from '@sente/catalog';
import { learnedValues } from '@sente/lab';
import { CheckpointError, type LearnedPolicy, worseThanPlanning } from '@sente/pocket';
import { shippedPolicy } from '@sente/pocket/node';
import { UsageError } from '../failure.ts';
import { namedPolicy } from './named-policy.ts';
import { hasPolicy, loadPolicy, policyPlace } from './policy-files.ts';
import { storeFile } from './run-store.ts';
import { shellWord } from './shell-word.ts';
import { userPath } from './user-path.ts';

/** Where it says something, and where the policy that ships comes from; that of the package unless given. */
interface ChoiceOutside {
  readonly say: (text: string) => void;
  readonly shipped?: () => LearnedPolicy;
}

/**
 * What `--policy` means for a table: nothing for `planned`; for `learned` the policy beside it, else the one that ships;
 * anything else is a file. That the one that ships decides about a table of one's own is said. A policy beside the table that did clearly worse than planning is left where it is, and why is
 * said. Throws UsageError.
 */
export function learnedChoice(
  named: string | undefined,
  catalog: string | undefined,
  { say, shipped = shippedPolicy }: ChoiceOutside,
): LearnedValues | undefined {
  if (named === undefined || named === 'planned') return undefined;
  const policy = named === 'learned' ? policyFor(catalog, { say, shipped }) : namedPolicy(named);
  return policy && learnedValues(policy);
}

function policyFor(catalog: string | undefined, { say, shipped }: Required<ChoiceOutside>): LearnedPolicy | undefined {
  const place = policyPlace(catalog === undefined ? {} : { catalog: userPath(catalog) }, dirname(storeFile()));
  const train = `sente train policy${catalog === undefined ? '' : ` --catalog ${shellWord(catalog)}`}`;
  if (!hasPolicy(place)) {
    const policy = orUsageError(shipped, train);
    if (catalog !== undefined) {
      say(`No policy lies beside ${catalog}: the one that comes with Sente decides. One for this table: ${train}\n`);
    }
    return policy;
  }
  const policy = loadPolicy(place);
  const worse = worseThanPlanning(policy.card);
  if (worse === undefined) return policy;
  const [learned, planned] = [worse.learned.toFixed(2), worse.planned.toFixed(2)];
  say(
    `${place}.json did clearly worse than planning with the people it was judged by (R* ${learned} on average, planning ${planned}), so planning decides. Train again with other people or for longer (${train} --seed ${policy.card.seed + 1} --preset full), or name the file to have it all the same: --policy ${shellWord(`${place}.json`)}\n`,
  );
  return undefined;
}

function orUsageError(shipped: () => LearnedPolicy, train: string): LearnedPolicy {
  try {
    return shipped();
  } catch (error) {
    if (!(error instanceof CheckpointError)) throw error;
    throw new UsageError(
      `The policy that comes with Sente cannot be read: this copy of Sente is not whole. Install it again, train a policy for this table (${train}), or leave out --policy.`,
      { cause: error },
    );
  }
}

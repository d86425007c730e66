/**
 * A policy that is trained for one table, as `sente train policy --catalog` does it, and kept in a folder for the next time.
 * @module
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '@sente/catalog';
import { type LearnedPolicy, writePolicy } from '@sente/pocket';
import { openPolicy } from '@sente/pocket/node';
import { catalogWorlds, POLICY_BUDGETS, trainPolicy } from '@sente/training/policy';

/** The one in the folder, or a new one of the preset `quick`. `name` is that of its files. */
export async function tablePolicy(catalog: Catalog, name: string, folder: string): Promise<LearnedPolicy> {
  const place = join(folder, name);
  if (existsSync(`${place}.json`)) return openPolicy(place);
  const { policy } = await trainPolicy({
    worlds: catalogWorlds(catalog),
    source: name,
    budget: POLICY_BUDGETS.quick,
    seed: 1,
  });
  const { safetensors, card } = writePolicy(policy);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${place}.safetensors`, safetensors);
  writeFileSync(`${place}.json`, card);
  return policy;
}

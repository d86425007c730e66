/**
 * Trains the policy that ships with `@sente/pocket`, on a generated table: nobody's data are in it.
 *
 *   node --conditions=@sente/source tools/ship-policy.ts      about ten minutes on one core
 *
 * @module
 */
import { writeFileSync } from 'node:fs';
import { writePolicy } from '@sente/pocket';
import { POLICY_BUDGETS } from '../packages/training/src/graph-policy/presets.ts';
import { trainPolicy } from '../packages/training/src/graph-policy/train-policy.ts';
import { variedWorld } from './varied-world.ts';

const world = variedWorld();
const { policy } = await trainPolicy({
  worlds: { train: world, choose: world },
  source: 'a generated catalogue',
  budget: POLICY_BUDGETS.full,
  seed: 1,
  onIteration: ({ iteration, judged }) => console.log(iteration, JSON.stringify(judged)),
});
const { safetensors, card } = writePolicy(policy);
writeFileSync(new URL('../packages/pocket/weights/policy.safetensors', import.meta.url), safetensors);
writeFileSync(new URL('../packages/pocket/weights/policy.json', import.meta.url), card);
console.log(card);

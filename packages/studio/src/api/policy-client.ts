/**
 * The server's routes for the policy, one function each. All of them throw `Refusal` and nothing else.
 * @module
 */
import { call } from './client.ts';
import type { PolicyName, PolicyStatus } from './policy-types.ts';
import { Refusal } from './refusal.ts';

/** Who decides now; null from a server that offers no choice, or not to this visitor. */
export async function currentPolicy(): Promise<PolicyStatus | null> {
  try {
    return await call<PolicyStatus>('GET', '/api/policy');
  } catch (error) {
    if (error instanceof Refusal && ['not-found', 'no-key'].includes(error.code)) return null;
    throw error;
  }
}

/** Says who is to decide from now on; `learned` begins a training where the table has no policy of its own. */
export function choosePolicy(policy: PolicyName): Promise<PolicyStatus> {
  return call('PUT', '/api/policy', JSON.stringify({ policy }));
}

/** Trains for the current table anew; a training that runs goes on. */
export function beginTraining(): Promise<PolicyStatus> {
  return call('POST', '/api/policy/training', '{}');
}

/** Stops the training; what it has kept so far stays. */
export function stopTraining(): Promise<PolicyStatus> {
  return call('DELETE', '/api/policy/training');
}

/**
 * Who decides, as the server says it: asked once, then again only when something here changes it, and once a second
 * while a training goes on.
 * @module
 */
import { type UseMutationResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { beginTraining, choosePolicy, currentPolicy, stopTraining } from '../api/policy-client.ts';
import type { PolicyName, PolicyStatus } from '../api/policy-types.ts';

/** The query's key: reset it when another table is in use. */
export const POLICY = ['policy'] as const;

/** Milliseconds between two looks at a training. */
const PACE = 1000;

/** The status; undefined until it is known, while the server does not answer, and where there is no choice to make. Asks nothing until `ready`. */
export function usePolicy(ready: boolean): PolicyStatus | undefined {
  const policy = useQuery({
    queryKey: POLICY,
    queryFn: currentPolicy,
    enabled: ready,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) => (state.data?.training ? PACE : false),
  });
  // What was last seen of a server that is gone is not shown as if it went on.
  return policy.isError ? undefined : (policy.data ?? undefined);
}

/** What the owner can do about it. */
export type PolicyChange = PolicyName | 'train' | 'stop';

function make(change: PolicyChange): Promise<PolicyStatus> {
  if (change === 'train') return beginTraining();
  if (change === 'stop') return stopTraining();
  return choosePolicy(change);
}

/** Makes a change; what the server answers is what is seen from then on. */
export function usePolicyChange(): UseMutationResult<PolicyStatus, Error, PolicyChange> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    // A look that is under way would show the state from before.
    onMutate: () => queries.cancelQueries({ queryKey: POLICY }),
    onSuccess: (status) => queries.setQueryData(POLICY, status),
    onError: () => queries.invalidateQueries({ queryKey: POLICY }),
  });
}

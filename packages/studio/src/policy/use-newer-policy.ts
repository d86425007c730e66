/**
 * Whether a conversation that began now would be decided by another policy than the one on the table.
 * @module
 */
import { useState } from 'react';
import type { PolicyStatus } from '../api/policy-types.ts';

/** What tells the policy that serves from any other. */
function identity({ serving, learned }: PolicyStatus): string {
  return serving === 'planned' ? serving : JSON.stringify(learned);
}

/** A conversation keeps the policy that it began with; `game` counts conversations. */
export function useNewerPolicy(status: PolicyStatus | undefined, game: number): boolean {
  const [began, setBegan] = useState<{ game: number; policy: string }>();
  if (status === undefined) return false;
  const policy = identity(status);
  if (began?.game === game) return began.policy !== policy;
  setBegan({ game, policy });
  return false;
}

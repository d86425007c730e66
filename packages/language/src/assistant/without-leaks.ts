/**
 * What would give a private commitment away is not said unasked.
 * @module
 */
import { keepsSecrets, saidByUser } from '../flow/guarded.ts';
import type { Transcript } from '../transcript/transcript.ts';
import type { PlannedTurn } from '../turn/plan.ts';
import type { LanguageAct } from '../value/act.ts';
import { striker } from '../vault/strike-out.ts';
import type { Vault } from '../vault/vault.ts';

/** The acts without those that leak, which are named by their kind only: ids are made of words. */
export function withoutLeaks(
  acts: readonly LanguageAct[],
  vault: Vault,
  transcript: Transcript,
): { readonly acts: readonly LanguageAct[]; readonly leaks: PlannedTurn['suppressed'] } {
  if (!keepsSecrets(vault)) return { acts, leaks: [] };
  const open = striker(vault, saidByUser(transcript));
  const leaks = (text: string): boolean => open(text) !== text;
  const kept = acts.filter(({ text, evidence = '' }) => !leaks(text) && !leaks(evidence));
  const held = acts.filter((act) => !kept.includes(act));
  return {
    acts: kept,
    leaks: held.map(({ kind }) => ({ id: kind, reason: 'it would give a private commitment away' })),
  };
}

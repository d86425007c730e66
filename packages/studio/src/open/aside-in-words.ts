/**
 * Why the layer stood aside, for a person.
 * @module
 */

const REASONS: Readonly<Record<string, string>> = {
  deadline: 'The decision was not there in time, so the bare answer went out',
  budget: 'The budget of this turn was spent, so the bare answer went out',
  breaker: 'Too many calls failed, so nothing was decided for a while',
  fault: 'Deciding failed, so the bare answer went out',
  observe: 'Observed only: the bare answer went out',
};

/** One sentence. */
export function asideInWords({ reason, detail }: { readonly reason: string; readonly detail: string }): string {
  const words = REASONS[reason] ?? 'Nothing was decided, and the bare answer went out';
  return reason === 'observe' || detail === ''
    ? `${words}.`
    : `${words}: ${detail.replace(/^Error: /, '').replace(/\.$/, '')}.`;
}

/**
 * A session and a decision as the studio sees them. What is private is counted, never shown.
 * @module
 */
import type { ShownDecision } from '@sente/catalog';
import { type PlannedTurn, privateId, type Session, shownIds } from '@sente/language';
import type { OpenMind } from './open-schema.ts';

/** What the side with initiative remembers. */
export function showMind(session: Session, open: (text: string) => string): OpenMind {
  const { commitments } = session.vault;
  return {
    turn: session.turn,
    ledger: session.ledger.entries.map((entry) => ({ ...entry, what: open(entry.what), words: open(entry.words) })),
    intents: session.intents.map(({ wants, good, next, ...rest }) => ({
      ...rest,
      wants: open(wants),
      good: open(good),
      next: open(next),
    })),
    agenda: session.goals.map((goal) => {
      const became = session.agenda.goals.find((one) => one.goal.id === goal.id);
      const { progress = 0, accepted = 0, refusals = 0, resting = 0 } = became ?? {};
      const found = goal.found === undefined ? {} : { found: open(goal.found) };
      return { ...goal, ...found, progress, accepted, refusals, resting };
    }),
    taken: session.taken.map((one, at) => {
      const text = open(one.text);
      return { ...one, text, id: text === one.text ? one.id : privateId(one.kind, at + 1) };
    }),
    commitments: { count: commitments.length, released: commitments.filter(({ isReleased }) => isReleased).length },
  };
}

/** The decision; acts whose value is no number are left out, but for the chosen one. */
export function showDecision(
  decision: NonNullable<PlannedTurn['decision']>,
  open: (text: string) => string,
): ShownDecision {
  const { policy, horizon, chosen, candidates, why, cost } = decision;
  const ids = shownIds(candidates, open);
  return {
    policy,
    horizon,
    chosen: ids.get(chosen.id) ?? chosen.kind,
    candidates: candidates
      .filter(({ act, value }) => Number.isFinite(value) || act.id === chosen.id)
      .map(({ act, value, error, samples, depth, suppressed }) => ({
        id: ids.get(act.id)!,
        kind: act.kind,
        label: act.text === '' ? act.kind : `${act.kind}: ${open(act.text)}`,
        value: Number.isFinite(value) ? value : 0,
        error: Number.isFinite(error) ? error : 0,
        samples,
        ...(depth !== undefined && { depth }),
        ...(suppressed !== undefined && { suppressed }),
      })),
    why: open(why),
    cost,
  };
}

/**
 * A turn as plain JSON, for `providerMetadata.sente` and logs. Holds no secret: where a text, an id or a form would name
 * one, it is struck out.
 * @module
 */
import type { JSONObject } from '@ai-sdk/provider';
import type { Transcript } from '../transcript/transcript.ts';
import { striker } from '../vault/strike-out.ts';
import type { TurnReport } from './exchange.ts';
import { saidByUser } from './guarded.ts';
import { shownIds } from './shown-ids.ts';

/** What was decided, and what came of it. Figures that are no numbers come as null. */
export function describeTurn(report: TurnReport, transcript: Transcript): JSONObject {
  const { by, turn, aside, conversation, leaks } = report;
  const decision = turn?.decision;
  const open = turn === undefined ? (text: string) => text : striker(turn.session.vault, saidByUser(transcript));
  const ids = shownIds(decision?.candidates ?? [], open);
  const idOf = (id: string): string => ids.get(id) ?? id;
  const form = by === 'said' && turn?.plan.do === 'say' ? turn.plan.form : undefined;
  // A question that names a secret was not put: another sentence went out in its place.
  const isPut = form !== undefined && open(form.question) === form.question;
  return JSON.parse(
    JSON.stringify({
      conversation,
      by,
      ...(decision && {
        act: decision.chosen.kind,
        id: idOf(decision.chosen.id),
        why: open(decision.why),
        policy: decision.policy,
        horizon: decision.horizon,
        candidates: decision.candidates.map(({ act, value, error, samples, suppressed }) => ({
          act: act.kind,
          id: idOf(act.id),
          text: open(act.text),
          value,
          error,
          samples,
          suppressed,
        })),
      }),
      plan: turn?.plan.do,
      form: isPut
        ? { question: form.question, choices: form.choices.filter((choice) => open(choice) === choice) }
        : undefined,
      suppressed: (turn?.suppressed ?? []).map(({ id, reason }) => ({ id: idOf(id), reason })),
      cost: turn?.cost,
      aside,
      leaks: leaks > 0 ? leaks : undefined,
    }),
  );
}

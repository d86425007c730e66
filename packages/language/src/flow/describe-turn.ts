/**
 * A turn as plain JSON, for `providerMetadata.sente` and logs. Holds no secret: where a candidate would name one, it is
 * struck out.
 * @module
 */
import type { JSONObject } from '@ai-sdk/provider';
import type { Transcript } from '../transcript/transcript.ts';
import { createLeakGuard } from '../vault/leak-guard.ts';
import type { TurnReport } from './exchange.ts';
import { keepsSecrets, saidByUser } from './guarded.ts';

const STRUCK_OUT = '(private)';

/** What was decided, and what came of it. Figures that are no numbers come as null. */
export function describeTurn(report: TurnReport, transcript: Transcript): JSONObject {
  const { by, turn, aside, conversation, leaks } = report;
  const decision = turn?.decision;
  const vault = turn?.session.vault;
  const known = vault && keepsSecrets(vault) ? saidByUser(transcript) : undefined;
  const open = (text: string): string => {
    if (vault === undefined || known === undefined) return text;
    const guard = createLeakGuard(vault, known);
    guard.push(text);
    guard.end();
    return guard.leaked ? STRUCK_OUT : text;
  };
  const form = by === 'said' && turn?.plan.do === 'say' ? turn.plan.form : undefined;
  return JSON.parse(
    JSON.stringify({
      conversation,
      by,
      ...(decision && {
        act: decision.chosen.kind,
        id: decision.chosen.id,
        why: open(decision.why),
        policy: decision.policy,
        horizon: decision.horizon,
        candidates: decision.candidates.map(({ act, value, error, samples, suppressed }) => ({
          act: act.kind,
          id: act.id,
          text: open(act.text),
          value,
          error,
          samples,
          suppressed,
        })),
      }),
      plan: turn?.plan.do,
      form,
      suppressed: turn?.suppressed ?? [],
      cost: turn?.cost,
      aside,
      leaks: leaks > 0 ? leaks : undefined,
    }),
  );
}

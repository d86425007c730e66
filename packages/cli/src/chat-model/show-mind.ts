/**
 * What an agent remembers and weighed, as lines for a terminal.
 * @module
 */
import type { Session } from '@sente/language';
import type { Paint } from '../chat/show-reply.ts';
import type { AgentMind, AgentReply } from './chat-agent.ts';

/** Candidates shown. */
const MOST = 8;

const block = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** The last decision and who may be asking. */
export function mindText({ session, open }: AgentMind, reply: AgentReply | undefined, paint: Paint): string {
  const { decision, aside, cost } = reply ?? {};
  const candidates = (decision?.candidates ?? [])
    .slice(0, MOST)
    .map(({ label, value, error, isChosen, suppressed }) => {
      const spread = error > 0 ? ` ± ${error.toFixed(3)}` : '';
      const held = suppressed === undefined ? '' : paint('dim', ` (held back: ${suppressed})`);
      return `${isChosen ? paint('green', '→') : ' '} ${value.toFixed(3).padStart(7)}${spread}  ${label}${held}`;
    });
  const intents = [...session.intents]
    .sort((a, b) => b.weight - a.weight)
    .map(({ wants, weight }) => `  ${`${Math.round(weight * 100)}%`.padStart(4)}  ${open(wants)}`);
  return block([
    ...(decision
      ? [paint('bold', `Weighed at horizon ${decision.horizon} (${decision.policy})`), ...candidates, decision.why]
      : ['Nothing was weighed yet.']),
    ...(aside ? [`It stood aside (${aside.reason}): ${aside.detail}`] : []),
    ...(intents.length > 0 ? [paint('bold', 'Who may be asking'), ...intents] : []),
    ...privateLines(session),
    ...(cost && cost.calls > 0
      ? [
          paint(
            'dim',
            `Deciding took ${cost.calls} calls, ${cost.inputTokens + cost.outputTokens} tokens, ${Math.round(cost.milliseconds)} ms.`,
          ),
        ]
      : []),
  ]);
}

function privateLines({ vault: { commitments } }: Session): string[] {
  const kept = commitments.filter(({ isReleased }) => !isReleased).length;
  return kept === 0 ? [] : [`It keeps ${kept} private ${kept === 1 ? 'commitment' : 'commitments'}.`];
}

/** The ledger, with what no longer stands. */
export function ledgerText({ session, open }: AgentMind, paint: Paint): string {
  const { entries } = session.ledger;
  if (entries.length === 0) return 'The ledger is empty.\n';
  return block(
    entries.map(({ id, kind, what, words, status, by }) => {
      const fate = status === 'stands' ? '' : ` (${status}${by === undefined ? '' : `: ${by}`})`;
      const quoted = words === '' ? '' : paint('dim', `  “${open(words)}”`);
      const line = `${id.padEnd(4)}${kind.padEnd(5)} ${open(what)}${fate}`;
      return `${status === 'stands' ? line : paint('dim', line)}${quoted}`;
    }),
  );
}

/** Goals and how far they have come. */
export function agendaText({ session, open }: AgentMind): string {
  if (session.goals.length === 0) return 'The agenda is empty; /goal WORDS adds to it.\n';
  return block(
    session.goals.map(({ id, goal, worth, deadline, found }) => {
      const {
        progress = 0,
        refusals = 0,
        resting = 0,
      } = session.agenda.goals.find((entry) => entry.goal.id === id) ?? {};
      const parts = [
        `worth ${worth}`,
        ...(deadline === undefined ? [] : [`by turn ${deadline + 1}`]),
        ...(refusals > 0 ? [`refused ${refusals} times`] : []),
        ...(resting > session.turn && progress < 1 ? [`rests until turn ${resting + 1}`] : []),
        ...(found === undefined ? [] : [`found: ${open(found)}`]),
      ];
      return `${`${Math.round(progress * 100)}%`.padStart(4)}  ${goal} (${id}; ${parts.join(', ')})`;
    }),
  );
}

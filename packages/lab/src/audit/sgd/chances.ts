/**
 * What users do after what a system does, as shares: the beliefs that the service desk's value rests on. Counted from
 * user turns; what the system chose is only the condition, never the thing that is counted.
 * @module
 */
import { actsOf, type Dialogue } from './dialogue.ts';
import type { Schema } from './schema.ts';
import { situationAt } from './situation.ts';

/** Chances, each in [0, 1]. */
export interface Chances {
  /** A value that was understood, or a default that nobody mentioned, turns out wrong when it is read back. */
  readonly misheard: number;
  /** The user takes the item that is shown, rather than ask for others or change something. */
  readonly content: number;
  /** A search finds something. */
  readonly found: number;
  /** What the user agreed to can be done. */
  readonly done: number;
  /** The user takes what is offered in place of what could not be had. */
  readonly alternative: number;
  /** The user goes along when the next thing is proposed. */
  readonly follows: number;
  /** The user has another request when asked for one. */
  readonly more: number;
}

/** Shares counted in dialogues_001 and dialogues_002 of the data set's development split (`benchmarks/audit-sgd.ts`). */
export const DEFAULT_CHANCES: Chances = {
  misheard: 0.216,
  content: 0.544,
  found: 1,
  done: 0.881,
  alternative: 0.571,
  follows: 0.73,
  more: 0.075,
};

/** Counts the chances. A chance whose condition never occurs is a half. */
export function countChances(dialogues: readonly Dialogue[], schema: Schema): Chances {
  const counts = new Map<keyof Chances, [yes: number, all: number]>();
  const count = (name: keyof Chances, holds: boolean): void => {
    const [yes, all] = counts.get(name) ?? [0, 0];
    counts.set(name, [yes + Number(holds), all + 1]);
  };
  for (const dialogue of dialogues) {
    const { turns } = dialogue;
    turns.forEach((turn, at) => {
      const reply = turns[at + 1];
      if (turn.speaker !== 'SYSTEM' || !reply) return;
      const did = new Set(actsOf(turn).map(({ act }) => act));
      const said = new Set(actsOf(reply).map(({ act }) => act));
      const results = turn.frames.find((frame) => frame.service_results)?.service_results;
      if (did.has('CONFIRM')) count('misheard', said.has('INFORM'));
      if (results) {
        const isTransaction = situationAt(dialogue, at, schema).intent?.is_transactional ?? false;
        count(isTransaction ? 'done' : 'found', results.length > 0 && !did.has('NOTIFY_FAILURE'));
      }
      if (did.has('NOTIFY_FAILURE') && did.has('OFFER')) count('alternative', said.has('AFFIRM'));
      else if (did.has('OFFER') && (said.has('SELECT') || said.has('REQUEST_ALTS')))
        count('content', said.has('SELECT'));
      if (did.has('OFFER_INTENT')) count('follows', said.has('AFFIRM_INTENT'));
      if (did.has('REQ_MORE')) count('more', said.has('INFORM_INTENT'));
    });
  }
  const share = (name: keyof Chances): number => {
    const [yes, all] = counts.get(name) ?? [0, 0];
    return all === 0 ? 0.5 : yes / all;
  };
  return {
    misheard: share('misheard'),
    content: share('content'),
    found: share('found'),
    done: share('done'),
    alternative: share('alternative'),
    follows: share('follows'),
    more: share('more'),
  };
}

/**
 * The audit of annotated dialogues, without a language model: does a decision by value match what a human-designed
 * system did?
 * @module
 */
import { createRandom } from '@sente/engine';
import { type Chances, DEFAULT_CHANCES } from './chances.ts';
import { sgdDecider } from './decide.ts';
import type { DeskCosts } from './desk-domain.ts';
import { type Label, labelsOf } from './labels.ts';
import type { SgdLog } from './read-sgd.ts';
import { constant, longRule, type SgdRule, shortRule } from './rules.ts';
import { confusion, type Judged, type Scores, score } from './score.ts';
import { type Situation, situationAt } from './situation.ts';

/** Settings. */
export interface SgdAuditOptions {
  /** Beliefs about users; those counted in the development split by default. */
  readonly chances?: Chances;
  /** 1 by default. */
  readonly seed?: number;
  /** What a turn costs and a request is worth. */
  readonly costs?: DeskCosts;
  /** User turns to look ahead. */
  readonly horizon?: number;
  /** Told after every dialogue. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** One turn on which Sente and the system differ. */
export interface SgdMoment {
  readonly dialogue: string;
  /** Position of the system's turn. */
  readonly at: number;
  readonly actual: readonly Label[];
  readonly decided: readonly Label[];
  /** Why, in the engine's words. */
  readonly why: string;
  /** How much less what the system did is worth by the same values, in R\*; NaN when it was no candidate. */
  readonly lost: number;
}

/** What came out. */
export interface SgdAudit {
  readonly dialogues: number;
  readonly turns: number;
  /** Scores by decider: `sente`, the rules, the constants. */
  readonly deciders: Readonly<Record<string, Scores>>;
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Differences, the most valued first. */
  readonly moments: readonly SgdMoment[];
}

/** The constants and rules that stand beside. Always-act takes every kind of initiative, never-act none. */
const RULES: Readonly<Record<string, SgdRule>> = {
  rule: longRule,
  'ask-else-offer': shortRule,
  'always-ask': constant('request'),
  'always-offer': constant('offer'),
  'always-act': constant('request', 'confirm', 'count', 'intent', 'more'),
  'never-act': constant('inform'),
};

/** A turn as somebody would have taken it, and where it stands. */
export interface PlacedTurn extends Judged {
  readonly at: number;
}

/** Every system turn that follows a user turn, as each decider would have taken it: same turns, same order. */
interface SgdDecisions {
  readonly judged: Readonly<Record<string, readonly PlacedTurn[]>>;
  /** Where Sente and the system differ. */
  readonly moments: readonly SgdMoment[];
}

/** Decides every turn by value, by the rules and by the constants. */
export function decideSgd({ dialogues, schema }: SgdLog, options: SgdAuditOptions = {}): SgdDecisions {
  const { chances = DEFAULT_CHANCES, seed = 1, horizon } = options;
  const random = createRandom(seed);
  const decide = sgdDecider(chances, horizon, options.costs);
  const judged: Record<string, PlacedTurn[]> = { sente: [] };
  for (const name of Object.keys(RULES)) judged[name] = [];
  const moments: SgdMoment[] = [];
  // Dialogues repeat a few situations thousands of times; a decision depends on the state alone.
  const memo = new Map<string, ReturnType<typeof decide>>();

  dialogues.forEach((dialogue, number) => {
    options.signal?.throwIfAborted();
    dialogue.turns.forEach((turn, at) => {
      if (turn.speaker !== 'SYSTEM' || dialogue.turns[at - 1]?.speaker !== 'USER') return;
      const situation = situationAt(dialogue, at, schema);
      const results = (): ReturnType<Parameters<typeof decide>[1]> =>
        turn.frames.find((frame) => frame.service_results)?.service_results;
      const actual = labelsOf(turn);
      const { labels: decided, decision } = remembered(memo, situation, results, () =>
        decide(situation, results, random.split(`${dialogue.dialogue_id}/${at}`)),
      );
      judged.sente.push({ dialogue: number, at, actual, decided });
      for (const [name, rule] of Object.entries(RULES)) {
        judged[name].push({ dialogue: number, at, actual, decided: rule(situation, results) });
      }
      if (actual.join() !== decided.join()) {
        const same = decision.candidates.find(({ act }) => [...act.labels].sort().join() === [...actual].sort().join());
        const lost = same ? decision.candidates[0].value - same.value : Number.NaN;
        moments.push({ dialogue: dialogue.dialogue_id, at, actual, decided, why: decision.why, lost });
      }
    });
    options.onProgress?.(number + 1);
  });
  return { judged, moments };
}

/** Audits every system turn that follows a user turn. */
export function auditSgd(log: SgdLog, options: SgdAuditOptions = {}): SgdAudit {
  const { dialogues } = log;
  const { judged, moments } = decideSgd(log, options);
  const random = createRandom(options.seed ?? 1);
  const worth = ({ lost }: SgdMoment): number => (Number.isNaN(lost) ? Number.POSITIVE_INFINITY : lost);
  return {
    dialogues: dialogues.length,
    turns: judged.sente.length,
    deciders: Object.fromEntries(
      Object.entries(judged).map(([name, turns]) => [name, score(turns, dialogues.length, random.split('intervals'))]),
    ),
    confusion: confusion(judged.sente),
    moments: [...moments].sort((a, b) => worth(b) - worth(a)),
  };
}

function remembered<T>(memo: Map<string, T>, situation: Situation, results: () => unknown, decide: () => T): T {
  // `results` belongs to the key: it is only looked at when the decision is to call, and then decides the report.
  const key = JSON.stringify([situation, results() ?? null]);
  const known = memo.get(key) ?? decide();
  memo.set(key, known);
  return known;
}

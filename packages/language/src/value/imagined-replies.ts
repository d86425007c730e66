/**
 * How a user of one intent goes on after an act, in the world of a weighing: the table in `weighed-domain.ts`, in code.
 * @module
 */
import type { Weighing } from '../weigh/weighing.ts';
import type { LanguageAct } from './act.ts';
import type { Costs } from './costs.ts';
import type { WeighedState } from './weighed-state.ts';

/** Share of questions that bring "I don't know" or "I don't mind" from a user who would have an answer. */
export const SHRUG = 0.1;

/** One way to go on, for one intent. */
export interface Branch {
  readonly probability: number;
  readonly next: Omit<WeighedState, 'weights'>;
  /** Branches with the same label look the same to the assistant. */
  readonly label: string;
}

/** What the replies hang on. */
export interface RepliesOf {
  readonly weighing: Weighing;
  readonly costs: Costs;
  /** How well an answer serves an intent as things stand, 0 to 1. */
  fit(state: WeighedState, answer: number, intent: number): number;
  /** Cost of an answer's length. */
  length(answer: number): number;
}

/** All ways in which a user of this intent may go on after the act; their probabilities sum to 1. */
export function imaginedReplies(world: RepliesOf, state: WeighedState, act: LanguageAct, intent: number): Branch[] {
  const { weights: _, ...now } = state;
  const { weighing } = world;
  const { turn, question, lookup, words, wrong, untrue, corrects } = world.costs;
  if (act.kind === 'abstain') return [{ probability: 1, label: 'abstained', next: { ...now, status: 'abstained' } }];
  if (act.kind === 'ask' || act.kind === 'lookup') {
    const spent = now.spent + (act.kind === 'ask' ? turn + question : lookup);
    const next = { ...now, spent, asked: [...now.asked, act.question!] };
    const { replies, better } = weighing.questions[act.question!];
    const reply = replies[intent];
    if (reply < 0 && better === undefined) return [{ probability: 1, label: 'shrug', next }];
    const told = { ...next, told: [...now.told, act.question!] };
    return [
      { probability: 1 - SHRUG, label: `reply ${reply}`, next: told },
      { probability: SHRUG, label: 'shrug', next },
    ];
  }
  const extra = act.kind === 'offer' || act.kind === 'lead' ? words : 0;
  const answer = act.answer!;
  const base = {
    ...now,
    spent: now.spent + extra + world.length(answer),
    offered: act.offer === undefined ? now.offered : [...now.offered, act.offer],
  };
  const { sure } = weighing.answers[answer];
  const fit = world.fit(state, answer, intent);
  const branches: Branch[] = [
    { probability: fit * sure, label: 'served', next: { ...base, status: 'served' } },
    {
      probability: fit * (1 - sure),
      label: 'untrue',
      next: { ...base, status: 'left', spent: base.spent + untrue },
    },
    {
      // Whoever says what was meant is known from then on.
      probability: (1 - fit) * corrects,
      label: `corrected by ${intent}`,
      next: { ...base, spent: base.spent + turn + wrong, failed: [...now.failed, answer] },
    },
    {
      probability: (1 - fit) * (1 - corrects),
      label: 'left',
      next: { ...base, status: 'left', spent: base.spent + wrong },
    },
  ];
  return branches.filter((branch) => branch.probability > 0);
}

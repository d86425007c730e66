/**
 * From a conversation's answers to its figures.
 * @module
 */
import type { Json, Played } from '../probe/played.ts';
import type { Reproach } from './table.ts';

/** One answer of the assistant. */
export interface Answer {
  /** 0 … 1 */
  readonly score: number;
  readonly reproach: Reproach;
  /** The assistant's turn, from 1. */
  readonly turn: number;
  /** Of the whole turn. */
  readonly tokens: number;
}

/** What is counted. */
interface Tallied {
  readonly answers: readonly Answer[];
  /** Turns of the assistant. */
  readonly turns: number;
  /** Tokens that the assistant wrote, estimated. */
  readonly tokens: number;
  /** Score of the latest answer once so many pieces were out; holes where none was given at that point. */
  readonly curve: readonly number[];
  readonly pieces: number;
  readonly answersAlways: boolean;
  /** Whether a wish was taken back on the way. */
  readonly changes: boolean;
}

/** What plots need besides the figures. */
export interface HoldDetail {
  readonly [name: string]: Json;
  /** Score of the latest answer when a share k / pieces of the request was out. */
  readonly curve: readonly number[];
}

/** The figures of a conversation; a figure that the task cannot have is absent. */
export function tally(played: Tallied): Pick<Played, 'figures' | 'detail' | 'loss'> {
  const { answers, turns, tokens, pieces } = played;
  const first = answers[0];
  const score = answers.at(-1)?.score ?? 0;
  const broken = new Set(answers.flatMap(({ reproach }) => reproach.broken));
  const isPremature = first?.reproach.isPremature ?? false;
  const figures: Record<string, number> = { score, turns, tokens, contradicted: broken.size };
  if (first !== undefined) {
    figures['first-answer-score'] = first.score;
    figures['first-answer-correct'] = first.score === 1 ? 1 : 0;
    // 0: the first turn; 1: the last one.
    figures['first-answer-at'] = turns === 1 ? 1 : (first.turn - 1) / (turns - 1);
  }
  if (!played.answersAlways) {
    figures.premature = isPremature ? 1 : 0;
    figures['draft-tokens'] = answers
      .filter((answer) => answer.score < 1)
      .reduce((sum, answer) => sum + answer.tokens, 0);
  }
  if (played.changes) figures['withdrawn-kept'] = (answers.at(-1)?.reproach.kept.length ?? 0) > 0 ? 1 : 0;
  const detail: HoldDetail = { curve: filled(played.curve, pieces) };
  return {
    figures,
    detail,
    loss: Math.min(1, 0.8 * (1 - score) + 0.1 * (isPremature ? 1 : 0) + 0.1 * Math.min(1, broken.size)),
  };
}

/** Holes take the score before them; after the end the last one stays. */
function filled(curve: readonly number[], pieces: number): readonly number[] {
  const full: number[] = [];
  for (let k = 0; k < pieces; k++) full.push(curve[k] ?? full[k - 1] ?? 0);
  return full;
}

/**
 * A model's judgement of a finished conversation.
 * @module
 */
import { z } from 'zod';
import type { Asking } from './ask.ts';
import { INTERACTIVITY_SYSTEM, judgePrompt, SUCCESS_SYSTEM } from './prompts/judge.ts';
import { spokenText, type Turn } from './turns.ts';

const SYSTEMS: Readonly<Record<'success' | 'interactivity', string>> = {
  success: SUCCESS_SYSTEM,
  interactivity: INTERACTIVITY_SYSTEM,
};

const VERDICT: z.ZodType<{ score: number }> = z.object({
  reason: z.string().optional(),
  // What is no number in the range is asked for again, never bent into one: null would become 0.
  score: z.number().min(0).max(1),
});

/** A score, 0 … 1. Throws RewardError. */
export async function judge(
  asking: Asking,
  about: keyof typeof SYSTEMS,
  goal: string,
  turns: readonly Turn[],
  place: string,
): Promise<number> {
  const { score } = await asking.ask('judge', `${about} ${place}`, (caller, signal) =>
    caller.json({
      label: `reward:${about}`,
      system: SYSTEMS[about],
      prompt: judgePrompt(goal, spokenText(turns)),
      schema: VERDICT,
      signal,
    }),
  );
  return score;
}

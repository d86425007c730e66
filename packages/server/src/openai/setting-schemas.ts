/**
 * Settings of the layer as they come from files, checked.
 * @module
 */
import { z } from '@hono/zod-openapi';
import type { ForecasterParts } from '@sente/engine';
import { type Budget, type InitiativeOptions, LONGEST_VALUE, MOST_COMMITMENTS, type Prices } from '@sente/language';

const commitment = z.strictObject({
  id: z.string().trim().min(1).max(100),
  about: z.string().trim().min(1).max(LONGEST_VALUE),
  value: z.string().trim().min(1).max(LONGEST_VALUE),
});

/** What the host has decided privately, within the vault's bounds. Complaints never hold a value. */
export const commitmentsSchema: z.ZodType<NonNullable<InitiativeOptions['commitments']>> = z
  .array(commitment)
  .max(MOST_COMMITMENTS, `The vault holds at most ${MOST_COMMITMENTS} commitments`)
  .superRefine((commitments, context) => {
    commitments.forEach(({ id }, i) => {
      const first = commitments.findIndex((one) => one.id === id);
      if (first === i) return;
      context.addIssue({ code: 'custom', path: [i, 'id'], message: `The id is that of ${first} already` });
    });
  });

const whole = z.int().min(1);

/** Limits of a turn. */
export const budgetSchema: z.ZodType<Budget> = z.strictObject({
  calls: whole.optional(),
  tokens: whole.optional(),
  money: z.number().positive().optional(),
  milliseconds: whole.optional(),
});

/** What a million tokens cost. */
export const pricesSchema: z.ZodType<Prices> = z.strictObject({
  input: z.number().min(0),
  output: z.number().min(0),
});

const chance = z.number().min(0).max(1);
const temperature = z.number().positive();

const isotonic = z
  .strictObject({ kind: z.literal('isotonic'), at: z.array(chance).min(1), value: z.array(chance).min(1) })
  .refine(({ at, value }) => at.length === value.length, { path: ['value'], message: 'There is one for each of `at`' })
  .refine(({ at }) => isRising(at, (a, b) => a < b), { path: ['at'], message: 'They rise' })
  .refine(({ value }) => isRising(value, (a, b) => a <= b), { path: ['value'], message: 'They never fall' });

/** A forecaster as `JSON.stringify` writes it. */
export const forecasterSchema: z.ZodType<ForecasterParts> = z.strictObject({
  scaling: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('identity') }),
    z.strictObject({ kind: z.literal('temperature'), temperature }),
    z.strictObject({ kind: z.literal('expectation-consistency'), temperature }),
    z.strictObject({ kind: z.literal('platt'), slope: z.number(), intercept: z.number() }),
    isotonic,
  ]),
  // 2 abstains from everything: see ANSWER_NOTHING.
  threshold: z.number().min(0).max(2),
});

function isRising(numbers: readonly number[], fits: (before: number, after: number) => boolean): boolean {
  return numbers.every((number, i) => i === 0 || fits(numbers[i - 1], number));
}

/**
 * Pieces of forms that models fill in roughly: numbers as text, percentages, yes and no, one thing where a list is wanted.
 * @module
 */
import { z } from 'zod';

/** Text; numbers and booleans become text, null becomes empty. */
export const words: z.ZodType<string> = z.preprocess((value) => {
  if (value === null || value === undefined) return value === null ? '' : undefined;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}, z.string());

/** Yes or no; false when it is neither. */
export const flag: z.ZodType<boolean> = z.preprocess(
  (value) => (typeof value === 'string' ? /^(true|yes|y|1)\b/i.test(value.trim()) : Boolean(value)),
  z.boolean(),
);

/** A percentage, 0 to 100 (or "60%", or "0.6"), as a share from 0 to 1. */
export const share: z.ZodType<number> = z.preprocess((value) => scaled(value, 100), z.number());

/** A mark from 0 to 10 (or "8/10") as a number from 0 to 1. */
export const tenth: z.ZodType<number> = z.preprocess((value) => scaled(value, 10), z.number());

/** A list, or one thing, or nothing; members that do not fit are left out. */
export function listOf<T>(member: z.ZodType<T>): z.ZodType<T[]> {
  return z.preprocess((value) => {
    if (value === null || value === undefined || value === '') return [];
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((one) => {
      const parsed = member.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
  }, z.array(z.any())) as z.ZodType<T[]>;
}

function scaled(value: unknown, most: number): unknown {
  const text = typeof value === 'string' ? value.replace(/%.*|\/.*/, '').trim() : value;
  const number = typeof text === 'string' && text !== '' ? Number(text) : text;
  if (typeof number !== 'number' || Number.isNaN(number)) return value;
  // A fraction where a percentage was wanted: nobody means half a percent.
  const fraction = number > 0 && number < 1 ? number : number / most;
  return Math.min(1, Math.max(0, fraction));
}

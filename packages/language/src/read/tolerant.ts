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

/** A percentage, 0 to 100 (or "60%", or "0.6"), as a share from 0 to 1. A bare 1 is certainty: nobody names one percent. */
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

/** Numbers for people: a list in their order, or an object by id. */
export type Row = number[] | Record<string, number>;

/** A row of marks or shares; one for all will do. */
export function row(member: z.ZodType<number>): z.ZodType<Row> {
  return z.preprocess(
    (value) => {
      const all = typeof value === 'number' || typeof value === 'string' ? [value] : value;
      return member === share ? inPercent(all) : all;
    },
    z.union([z.array(member), z.record(z.string(), member)]),
  );
}

/** The row in the order of the people; `missing` where it does not say. */
export function along(given: Row, people: readonly { readonly id: string }[], missing: number): number[] {
  if (!Array.isArray(given)) return people.map(({ id }) => given[id] ?? missing);
  const fill = given.length === 1 ? given[0] : missing;
  return people.map((_, i) => given[i] ?? fill);
}

/** Whether a text says nothing: models write "none" where nothing was asked for. */
export function isNothing(text: string): boolean {
  return /^(none|nothing|n\/a|no|false|-)?\.?$/i.test(text.trim());
}

/** Shares that belong together: beside greater numbers, a 1 (or less) is one percent (or less). */
export function inPercent(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || !Object.values(row).some((value) => Number(value) > 1)) return row;
  const told = (value: unknown): unknown =>
    value !== null && value !== '' && Number(value) <= 1 ? `${Number(value)}%` : value;
  if (Array.isArray(row)) return row.map(told);
  return Object.fromEntries(Object.entries(row).map(([id, value]) => [id, told(value)]));
}

function scaled(value: unknown, most: number): unknown {
  const isPercent = typeof value === 'string' && value.includes('%');
  const text = typeof value === 'string' ? value.replace(/%.*|\/.*/, '').trim() : value;
  const number = typeof text === 'string' && text !== '' ? Number(text) : text;
  if (typeof number !== 'number' || Number.isNaN(number)) return value;
  // A fraction where a percentage was wanted: nobody means half a percent.
  const isFraction = !isPercent && ((number > 0 && number < 1) || (number === 1 && most === 100));
  return Math.min(1, Math.max(0, isFraction ? number : number / most));
}

/**
 * Fits what a model wrote to what was asked for: the first value in its reply that the schema takes, as it stands or in
 * one of the shapes that models mistake for it.
 * @module
 */
import type { JSONSchema7 } from '@ai-sdk/provider';
import type { z } from 'zod';
import { jsonIn } from './reply-json.ts';
import { type ReplySchema, withoutPadding } from './reply-schema.ts';

/** A reply that fits, or what is wrong with it in words that a model understands. */
export type Fit<T> = { readonly fits: true; readonly value: T } | { readonly fits: false; readonly complaint: string };

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value, and what it would be were it wrapped, or unwrapped, once. */
function shapes(value: unknown, schema: ReplySchema | undefined): unknown[] {
  const shown = schema?.shown;
  if (shown?.type === 'object') {
    const lists = Object.entries(shown.properties ?? {}).filter(
      ([, property]) => (property as JSONSchema7).type === 'array',
    );
    if (Array.isArray(value)) {
      const wrapped = lists.length === 1 ? [{ [lists[0][0]]: value }] : [];
      return value.length === 1 ? [value[0], ...wrapped] : wrapped;
    }
    const inner = isFields(value) ? Object.values(value) : [];
    return inner.length === 1 && isFields(inner[0]) ? [value, inner[0]] : [value];
  }
  if (shown?.type === 'array' && isFields(value)) {
    const lists = Object.values(value).filter(Array.isArray);
    return lists.length === 1 ? [lists[0], [value]] : [[value]];
  }
  return [value];
}

/**
 * A schema of defaults takes any object, a `{"error": …}` too: one that has fields, and none that was asked for, is no
 * answer. Quite empty is one.
 */
function answers(value: unknown, schema: ReplySchema | undefined): boolean {
  const properties = schema?.shown.type === 'object' ? schema.shown.properties : undefined;
  if (properties === undefined) return true;
  if (!isFields(value)) return false;
  const names = Object.keys(value);
  return names.length === 0 || names.some((name) => name in properties);
}

function complaint(error: z.ZodError): string {
  return error.issues
    .slice(0, 8)
    .map((issue) => `${issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ` : ''}${issue.message}`)
    .join('; ');
}

/** The first value that fits; the complaint is about the first that was an answer at all. */
export function fitReply<T>(reply: string, wanted: z.ZodType<T>, schema: ReplySchema | undefined): Fit<T> {
  let first: string | undefined;
  for (const found of jsonIn(reply))
    for (const shape of shapes(found, schema)) {
      if (!answers(shape, schema)) continue;
      const result = wanted.safeParse(withoutPadding(shape, schema?.shown));
      if (result.success) return { fits: true, value: result.data };
      first ??= complaint(result.error);
    }
  return { fits: false, complaint: first ?? 'there is no JSON of the wanted form in it' };
}

/**
 * Settings from JSON files, or as the configuration has them; checked.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { UsageError } from '../failure.ts';
import { userPath } from './user-path.ts';

/** What they hold, for whoever mistyped something. */
const FORMS = {
  agenda:
    'It holds a list of goals, as [{"id": "team", "goal": "find out their team size", "worth": 0.3}]; a goal may set pace, deadline, rest and refusals too.',
  budget: 'It holds limits of a turn, as { calls: 6, tokens: 4000, money: 0.01, milliseconds: 8000 }.',
  commitments:
    'It holds what the assistant has decided privately, as [{"id": "price", "about": "the lowest price", "value": "450 euros"}].',
  forecaster:
    'It holds a forecaster as JSON.stringify writes it, as {"scaling": {"kind": "platt", "slope": 0.8, "intercept": -0.2}, "threshold": 0.6}.',
  prices: 'It holds what a million tokens cost, as { input: 0.25, output: 2 }.',
  restraint:
    'It holds limits, as {"cap": 4, "coolDown": 1}; known are off, cap, capPerDay, coolDown, quietTopics, evidence and repeatDismissed.',
} as const;

/** A value from a JSON file, or as the configuration has it; checked. Throws UsageError, which says where. */
export async function fromFile<T>(
  file: string | undefined,
  configured: unknown,
  schema: z.ZodType<T>,
  name: keyof typeof FORMS,
): Promise<T | undefined> {
  if (file === undefined && configured === undefined) return undefined;
  const value = file === undefined ? configured : await readJson(file);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  // A mistyped field is two things at once: one that is missing, and one that is not known.
  const said = result.error.issues.slice(0, 3).map(({ path, message }) => {
    return `${path.length > 0 ? `at ${path.join('.')}: ` : ''}${message}`;
  });
  throw new UsageError(`${file ?? `sente.config, ${name}`}: ${said.join('; ')}. ${FORMS[name]}`);
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = readFileSync(userPath(file), 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // Not the parser's own words, which may quote the file: it may hold secrets.
    const { jsonPlace } = await import('@sente/server');
    const { line, column } = jsonPlace(text);
    throw new UsageError(`${file} is not JSON from line ${line}, column ${column} on.`);
  }
}

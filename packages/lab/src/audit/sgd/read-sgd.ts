/**
 * Reads dialogues of the Schema-Guided Dialogue format, and the schema that lies beside them.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { z } from 'zod';
import { LogFormatError } from '../errors.ts';
import { type Dialogue, dialogueFile } from './dialogue.ts';
import { type Schema, schemaFile } from './schema.ts';

/** Dialogues and what they are about. */
export interface SgdLog {
  readonly dialogues: readonly Dialogue[];
  readonly schema: Schema;
}

/** Whether a text looks like this format: a JSON array whose first element has annotated turns. */
export function looksLikeSgd(text: string): boolean {
  return /^\s*\[/.test(text) && /"dialogue_id"/.test(text) && /"frames"/.test(text);
}

/** Reads `dialogues_….json` and `schema.json` in the same folder. Errors call it `file`. Throws LogFormatError. */
export async function readSgd(path: string, file: string = path): Promise<SgdLog> {
  const dialogues = parse(file, await load(path, file, ''), dialogueFile);
  const beside = join(dirname(file), 'schema.json');
  const hint = ` Annotated dialogues need their schema: put the schema.json of the data set beside ${file}.`;
  const services = parse(beside, await load(join(dirname(path), 'schema.json'), beside, hint), schemaFile);
  const schema: Schema = new Map(services.map((service) => [service.service_name, service]));
  for (const { dialogue_id, turns } of dialogues) {
    const stranger = turns.flatMap((turn) => turn.frames).find((frame) => !schema.has(frame.service));
    if (stranger) {
      const trouble = `dialogue ${dialogue_id} is about ${stranger.service}, which ${beside} does not describe. Use the schema of the same split.`;
      throw new LogFormatError(file, 0, trouble);
    }
  }
  return { dialogues, schema };
}

async function load(path: string, file: string, hint: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new LogFormatError(file, 0, `cannot be read (${(error as NodeJS.ErrnoException).code}).${hint}`);
  }
}

function parse<T>(file: string, text: string, shape: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new LogFormatError(file, 0, `is not JSON: ${(error as Error).message}.`);
  }
  const result = shape.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const place = issue.path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  throw new LogFormatError(
    file,
    0,
    `is not in the Schema-Guided Dialogue format: ${place || 'the document'}: ${issue.message}.`,
  );
}

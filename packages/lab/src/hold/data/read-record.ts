/**
 * One record of the sharded instructions as a request that can be played and scored.
 * @module
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Json } from '../../probe/played.ts';
import { ProbeDataError } from '../../probe/probe.ts';
import type { OpenCase } from '../case.ts';
import { actionInstructions, databaseInstructions, INSTRUCTIONS } from '../instructions.ts';
import { goldNumber } from '../score/numeric.ts';

/** A request, before it is put into settings. */
export type ReadRecord = Pick<OpenCase, 'id' | 'task' | 'instructions' | 'full' | 'shards' | 'ordered' | 'gold'>;

/** A record that is in order, and cannot be played here. */
export interface Unusable {
  readonly reason: string;
}

/** Where to look for what records refer to, and what can be scored. */
interface RecordContext {
  readonly tasks: readonly string[];
  /** Directory with a folder of .sqlite files for each `db_id`, as Spider has them. */
  readonly databases: string;
}

const SHARDS = z
  .array(
    z
      .object({ shard: z.string() })
      .or(z.object({ shard_text: z.string() }).transform(({ shard_text }) => ({ shard: shard_text }))),
  )
  .min(1);
const HEAD = z.looseObject({
  task: z.string(),
  task_id: z.union([z.string(), z.number()]).transform(String),
  shards: SHARDS,
});
const MATH = z.object({ question: z.string(), answer: z.union([z.string(), z.number()]) });
const TRANSLATION = z.object({ document_en: z.string(), document_de: z.string() });
const DATABASE = z.object({
  fully_specified_question: z.string(),
  schema_sql: z.string(),
  reference_sql: z.string(),
  db_id: z.string().regex(/^[\w-]+$/),
});
const JSON_VALUE: z.ZodType<Json> = z.json() as z.ZodType<Json>;
const ACTIONS = z.object({
  fully_specified_question: z.union([
    z.string(),
    z
      .array(z.array(z.object({ content: z.string() })).min(1))
      .min(1)
      .transform((turns) => turns[0][0].content),
  ]),
  function: JSON_VALUE,
  reference_answer: z.array(z.record(z.string(), z.record(z.string(), z.array(JSON_VALUE)))).min(1),
  language: z.string().default('Python'),
});
const DATA2TEXT = z.object({
  references: z.array(z.string()).min(1),
  table_highlighted_html: z.string(),
  metadata: z.record(z.string(), z.unknown()).default({}),
});
/** For scorers of one's own. */
const OTHER = z.looseObject({ question: z.string().optional(), fully_specified_question: z.string().optional() });

/** Reads a record. Throws ProbeDataError when it does not have what its task needs. */
export async function readRecord(
  record: unknown,
  where: string,
  context: RecordContext,
): Promise<ReadRecord | Unusable> {
  const { task, task_id: id, shards: listed } = parse(HEAD, record, where);
  // The published data holds a few empty pieces: they tell nothing.
  const shards = listed.map(({ shard }) => shard.trim()).filter((shard) => shard !== '');
  if (shards.length === 0) throw new ProbeDataError(where, 'shards: all pieces are empty');
  if (!context.tasks.includes(task))
    return { reason: `of task “${task}”, which ${WHY[task] ?? 'has no scorer: createHoldProbe takes one'}` };
  const base = { id, task, shards };
  switch (task) {
    case 'math': {
      const { question, answer } = parse(MATH, record, where);
      if (goldNumber(answer) === undefined) throw new ProbeDataError(where, 'answer names no number');
      return { ...base, instructions: INSTRUCTIONS.math, full: question, gold: answer };
    }
    case 'translation': {
      const { document_de: german, document_en: english } = parse(TRANSLATION, record, where);
      return {
        ...base,
        instructions: INSTRUCTIONS.translation,
        full: `Please translate this document into English:\n\n${german}`,
        shards: parts(shards),
        ordered: true,
        gold: english,
      };
    }
    case 'database': {
      const {
        fully_specified_question: full,
        schema_sql: schema,
        reference_sql: reference,
        db_id: name,
      } = parse(DATABASE, record, where);
      const files = await sqliteFiles(join(context.databases, name));
      const isFilled = /\binsert\s+into\b/i.test(schema);
      if (files.length === 0 && !isFilled)
        return {
          reason:
            'of task “database” whose tables are not there: put the folders of Spider’s databases into databases/ beside the file',
        };
      return {
        ...base,
        instructions: databaseInstructions(schema),
        full,
        gold: files.length > 0 ? { reference, files } : { reference, script: schema },
      };
    }
    case 'actions': {
      const {
        fully_specified_question: full,
        function: functions,
        reference_answer: calls,
        language,
      } = parse(ACTIONS, record, where);
      if (language.toLowerCase() !== 'python')
        return { reason: `of task “actions” in ${language}: only Python calls and JSON are read` };
      return {
        ...base,
        instructions: actionInstructions(JSON.stringify(functions)),
        full,
        gold: { calls, parameters: parametersOf(functions) } as unknown as Json,
      };
    }
    case 'data2text': {
      const { references, table_highlighted_html: table, metadata } = parse(DATA2TEXT, record, where);
      const about = Object.entries(metadata)
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join('\n');
      return {
        ...base,
        instructions: INSTRUCTIONS.data2text,
        full: `Describe in one sentence what the highlighted cells of this table say.\n\n${table}\n\n${about}`.trim(),
        ordered: true,
        gold: references,
      };
    }
    default: {
      const { question, fully_specified_question: specified } = parse(OTHER, record, where);
      return { ...base, instructions: '', full: specified ?? question ?? shards.join('\n'), gold: record as Json };
    }
  }
}

/** Why a known kind of task is not scored. */
const WHY: Readonly<Record<string, string>> = {
  code: 'is scored by running Python, which is not done here',
  summary: 'is scored by a judge that reads long documents, which is not done here',
};

/** A document that comes in parts is translated as far as it has come, as in the paper. */
function parts(shards: readonly string[]): readonly string[] {
  return shards.map((part, place) =>
    place === 0
      ? `I will send you a German document in parts. After each part, please send me the English translation of everything so far.\n\n${part}`
      : `The next part:\n\n${part}`,
  );
}

async function sqliteFiles(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith('.sqlite'))
    .sort()
    .map((name) => join(folder, name));
}

/** Names of the parameters of each function, in the order of its description. */
function parametersOf(functions: Json): Record<string, readonly string[]> {
  const list = Array.isArray(functions) ? functions : [functions];
  return Object.fromEntries(
    list.flatMap((one) => {
      const described = one as { name?: unknown; parameters?: { properties?: object } } | null;
      return typeof described?.name === 'string'
        ? [[described.name, Object.keys(described.parameters?.properties ?? {})]]
        : [];
    }),
  );
}

function parse<T>(schema: z.ZodType<T>, record: unknown, where: string): T {
  const result = schema.safeParse(record);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ProbeDataError(where, `${issue.path.join('.') || 'record'}: ${issue.message}`);
}

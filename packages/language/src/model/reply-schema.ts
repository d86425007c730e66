/**
 * A zod schema as JSON Schema for models: one form for servers that hold the model to it, one to show in a prompt.
 * @module
 */
import type { JSONSchema7 } from '@ai-sdk/provider';
import { z } from 'zod';

/** What is asked of a model. */
export interface ReplySchema {
  /** For `responseFormat`: every property required, as strict servers demand; optional ones may be null instead. */
  readonly strict: JSONSchema7;
  /** False when it uses what strict servers refuse (free keys, values of any type): they should only be guided by it. */
  readonly holds: boolean;
  /** For prompts: short, optional properties optional. */
  readonly shown: JSONSchema7;
}

const NULL: JSONSchema7 = { type: 'null' };

/** Keywords that only strict servers stumble over: the reply is checked by zod afterwards anyway. */
const DROPPED: readonly string[] = ['$schema', 'default', 'format', 'pattern', 'minLength', 'maxLength', '~standard'];

type Node = Record<string, unknown>;

/** Maps every schema inside a schema, innermost first. */
function mapped(node: unknown, change: (node: Node) => Node): unknown {
  if (typeof node !== 'object' || node === null) return node;
  const result: Node = { ...(node as Node) };
  for (const key of ['properties', '$defs', 'definitions'])
    if (typeof result[key] === 'object' && result[key] !== null)
      result[key] = Object.fromEntries(
        Object.entries(result[key]).map(([name, value]) => [name, mapped(value, change)]),
      );
  for (const key of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
    if (Array.isArray(result[key])) result[key] = result[key].map((value) => mapped(value, change));
  for (const key of ['items', 'additionalProperties', 'not', 'propertyNames'])
    if (result[key] !== undefined) result[key] = mapped(result[key], change);
  return change(result);
}

function without(node: Node, keys: readonly string[]): Node {
  return Object.fromEntries(Object.entries(node).filter(([key]) => !keys.includes(key)));
}

function strictNode(node: Node): Node {
  const plain = without(node, DROPPED);
  if (typeof plain.properties !== 'object' || plain.properties === null) return plain;
  const required = Array.isArray(plain.required) ? plain.required : [];
  const properties = Object.entries(plain.properties as Record<string, JSONSchema7>).map(([name, value]) => [
    name,
    required.includes(name) ? value : { anyOf: [value, NULL] },
  ]);
  return {
    ...plain,
    properties: Object.fromEntries(properties),
    required: properties.map(([name]) => name),
    additionalProperties: false,
  };
}

const made = new WeakMap<z.ZodType, ReplySchema | undefined>();

/** Undefined when zod cannot say it in JSON Schema. Worked out once for each schema. */
export function replySchema(schema: z.ZodType): ReplySchema | undefined {
  if (!made.has(schema)) made.set(schema, worked(schema));
  return made.get(schema);
}

function worked(schema: z.ZodType): ReplySchema | undefined {
  let raw: unknown;
  try {
    // The input side: what the model writes is what the schema has yet to coerce and to fill in.
    raw = z.toJSONSchema(schema, { io: 'input', target: 'draft-07', unrepresentable: 'any' });
  } catch {
    return undefined;
  }
  let holds = (raw as Node).type === 'object';
  const strict = mapped(raw, (node) => {
    const changed = strictNode(node);
    const known = ['type', 'anyOf', 'oneOf', 'allOf', '$ref', 'enum', 'const'].some((key) => key in changed);
    if (!known || (changed.type === 'object' && changed.properties === undefined)) holds = false;
    return changed;
  });
  const shown = mapped(raw, (node) => without(node, ['$schema', 'additionalProperties', 'default', '~standard']));
  return { strict: strict as JSONSchema7, holds, shown: shown as JSONSchema7 };
}

/**
 * The value without the nulls that stand for optional properties left out: `strict` makes models write them, and zod's
 * `optional()` and `default()` do not take them.
 */
export function withoutPadding(value: unknown, shown: JSONSchema7 | undefined): unknown {
  if (typeof value !== 'object' || value === null || shown === undefined) return value;
  if (Array.isArray(value)) {
    const items = typeof shown.items === 'object' && !Array.isArray(shown.items) ? shown.items : undefined;
    return value.map((item) => withoutPadding(item, items));
  }
  const inside = (name: string): JSONSchema7 | undefined => {
    const found = shown.properties?.[name];
    return typeof found === 'object' ? found : undefined;
  };
  const takesNull = (node: JSONSchema7 | undefined): boolean =>
    node?.type === 'null' ||
    (node?.anyOf ?? []).some((one: unknown) => typeof one === 'object' && takesNull(one as JSONSchema7));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, one]) => {
        const node = inside(name);
        return one !== null || node === undefined || shown.required?.includes(name) || takesNull(node);
      })
      .map(([name, one]) => [name, withoutPadding(one, inside(name))]),
  );
}

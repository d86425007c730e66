/**
 * Finds the function calls in a reply: `[book(trip="T1", days=3)]`, or JSON in one of the usual forms.
 * @module
 */
import type { Json } from '../../probe/played.ts';
import { readPythonCalls } from './python-calls.ts';

/** One call. */
export interface Call {
  readonly name: string;
  readonly named: { readonly [parameter: string]: Json };
  /** Values that were given by place, in order. */
  readonly unnamed: readonly Json[];
}

/**
 * The calls of a reply; undefined when there are none. The last code block with calls counts, else the whole reply, else
 * the last line that is nothing but calls.
 */
export function readCalls(reply: string): readonly Call[] | undefined {
  const blocks = [...reply.matchAll(/```[\w-]*\n?([\s\S]*?)```/g)].map((match) => match[1]).reverse();
  const lines = reply
    .split('\n')
    .map((line) => line.trim())
    .reverse();
  const marked = [...reply.matchAll(/<tool_call>([\s\S]*?)<\/tool_call>/g)].map((match) => match[1]);
  const inline = [...reply.matchAll(/`([^`\n]+)`/g)].map((match) => match[1]).reverse();
  const places = [...(marked.length > 0 ? [`[${marked.join(',')}]`] : []), ...blocks, reply, ...lines, ...inline];
  for (const place of places) {
    const calls = callsOf(place.trim());
    if (calls !== undefined) return calls;
  }
  return undefined;
}

function callsOf(text: string): readonly Call[] | undefined {
  if (text === '') return undefined;
  return fromJson(text) ?? readPythonCalls(text);
}

function fromJson(text: string): readonly Call[] | undefined {
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const list = Array.isArray(value)
    ? value
    : isObject(value) && Array.isArray(value.tool_calls)
      ? value.tool_calls
      : [value];
  const calls = list.map(oneCall);
  return calls.length > 0 && calls.every((call) => call !== undefined) ? calls : undefined;
}

type JsonObject = { readonly [key: string]: Json };

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{name, arguments}`, `{name, parameters}`, `{function: {name, arguments: "…"}}`, or `{name: {…}}`. */
function oneCall(value: Json): Call | undefined {
  if (!isObject(value)) return undefined;
  if (isObject(value.function)) return oneCall(value.function);
  if (typeof value.name === 'string') {
    const given = value.arguments ?? value.parameters ?? value.args ?? {};
    const named = typeof given === 'string' ? parsed(given) : given;
    return isObject(named) ? { name: value.name, named, unnamed: [] } : undefined;
  }
  const [only, ...others] = Object.entries(value);
  return only !== undefined && others.length === 0 && isObject(only[1])
    ? { name: only[0], named: only[1], unnamed: [] }
    : undefined;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

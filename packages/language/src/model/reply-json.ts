/**
 * Finds the JSON in what a model wrote: bare, fenced, with prose around it, behind its thoughts, several values in a row,
 * cut off in the middle, or not quite JSON.
 * @module
 */
import { jsonrepair } from 'jsonrepair';

/** Characters of a reply that are looked at; a longer one is no answer to any of our prompts. */
export const LONGEST_REPLY = 400_000;

/** Places where a value could begin that are tried, so that a reply full of stray brackets costs little. */
const MOST_STARTS = 24;

/** The reply without the model's thoughts, which some servers leave in the text. */
export function withoutThoughts(text: string): string {
  const first = text.search(/[{[]/);
  const open = /<(think|thinking|thought|reasoning)>/i.exec(text);
  // A tag inside the JSON belongs to somebody's words.
  if (open && (first === -1 || open.index < first)) {
    const end = text.toLowerCase().indexOf(`</${open[1].toLowerCase()}>`, open.index);
    return end === -1 ? text : withoutThoughts(text.slice(0, open.index) + text.slice(end + open[1].length + 3));
  }
  // Some chat templates put the opening tag into the prompt, so that only the closing one comes back.
  const closed = /^[\s\S]*?<\/(?:think|thinking|thought|reasoning)>(?=\s*(?:```\w*\s*)?[{[])/i.exec(text);
  return closed ? text.slice(closed[0].length) : text;
}

/** The end of the value that begins at `start`, or −1 when it is cut off. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let i = start; i < text.length; i++) {
    const character = text[i];
    if (quoted) {
      if (character === '\\') i++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return i + 1;
  }
  return -1;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  for (const read of [JSON.parse, (broken: string): unknown => JSON.parse(jsonrepair(broken))]) {
    try {
      return { value: read(text) };
    } catch {}
  }
  return undefined;
}

/** Yields the values that the reply may mean, likeliest first. */
export function* jsonIn(reply: string): Generator<unknown> {
  if (reply.length > LONGEST_REPLY) return;
  try {
    yield JSON.parse(reply);
  } catch {}
  const text = withoutThoughts(reply);
  const whole: unknown[] = [];
  let starts = 0;
  for (let i = text.search(/[{[]/); i !== -1 && starts < MOST_STARTS; starts++) {
    const end = endOf(text, i);
    // A value that is cut off, or whose quotes are broken, goes to the last bracket (or the end), less a closing fence.
    const rest = text.slice(i).replace(/\s*```\s*$/, '');
    const last = Math.max(rest.lastIndexOf('}'), rest.lastIndexOf(']'));
    const pieces = end === -1 ? [rest, rest.slice(0, last + 1)] : [text.slice(i, end)];
    for (const piece of pieces) {
      const found = piece === '' ? undefined : parsed(piece);
      if (found === undefined) continue;
      yield found.value;
      if (end !== -1) whole.push(found.value);
    }
    const from = end === -1 ? i + 1 : end;
    const next = text.slice(from).search(/[{[]/);
    i = next === -1 ? -1 : from + next;
  }
  // One value a line, where a list was wanted.
  if (whole.length > 1) yield whole;
  const first = text.search(/[{[]/);
  const last = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  // A bracket inside quotes of another kind seems to end a value too early.
  const widest = first === -1 ? undefined : parsed(text.slice(first, last + 1));
  if (widest !== undefined) yield widest.value;
}

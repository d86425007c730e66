/**
 * How a request is put in each setting.
 * @module
 */
import type { Script } from './script.ts';

const listed = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
const joined = (lines: readonly string[]): string => lines.map(closed).join(' ');

/** A line as a sentence. */
function closed(line: string): string {
  const text = line.charAt(0).toUpperCase() + line.slice(1);
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** All pieces in one message, as a list (setting `concat`). */
export function concatMessage({ shards }: Script): string {
  return `Please take all of this into account:\n${listed(shards.map(({ text }) => text))}`;
}

/** What was said so far once more, then the new piece (setting `snowball`). */
export function snowballMessage(script: Script, said: readonly number[], next: number, text: string): string {
  const before = script.standing(said, next);
  if (before.length === 0) return text;
  return script.lists
    ? `To repeat what I said so far:\n${listed(before)}\n\nAlso:\n${text}`
    : `As I said: ${joined(before)} ${closed(text)}`;
}

/** Everything once more (last turn of setting `recap`). */
export function recapMessage(script: Script): string {
  const all = script.standing(script.shards.map((_, place) => place));
  return script.lists
    ? `To sum up, this is everything:\n${listed(all)}\n\nPlease give me your answer now, taking all of it into account.`
    : `To sum up: ${joined(all)} What do you suggest?`;
}

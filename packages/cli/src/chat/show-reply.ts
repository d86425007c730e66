/**
 * A reply as lines for a terminal.
 * @module
 */
import { styleText } from 'node:util';
import type { Mind, Reply, ShownDecision, ShownItem } from '@sente/catalog';

/** Puts a style on a text, or leaves it plain. */
export type Paint = (style: 'bold' | 'dim' | 'cyan' | 'green', text: string) => string;

/** Paints when `stream` is a terminal with colours and NO_COLOR is not set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  if (!stream.isTTY) return (_, text) => text;
  return (style, text) => styleText(style, text, { stream, validateStream: true });
}

/** Facts shown of an item. */
const FACTS = 6;

/** Words, numbered items with their facts, lettered choices. Ends with a line break. */
export function showReply(reply: Reply, paint: Paint): string {
  const lines = reply.text
    .split('\n')
    .map((line) => ({ line, item: reply.items.find((_, i) => lists(line, reply.items, i)) }));
  const unlisted = reply.items.flatMap((item, i) =>
    lines.some((one) => one.item === item) ? [] : [{ line: `${i + 1}. ${item.name}`, item }],
  );
  const words = [...lines, ...unlisted].map(({ line, item }) => (item ? showItem(line, item, paint) : line));
  const choices = reply.choices.map((choice, i) => `${paint('cyan', `[${letter(i)}]`)} ${choice}`);
  return `${[...words, choices.join('  ')].filter((part) => part !== '').join('\n')}\n`;
}

/** Whether a line of the reply's words is the one that lists an item: "2. Beta: blue". */
function lists(line: string, items: readonly ShownItem[], position: number): boolean {
  return line.startsWith(`${position + 1}. ${items[position].name}`);
}

/** The choice that a single letter stands for, or the text itself. */
export function readChoice(text: string, choices: readonly string[]): string {
  const wanted = text.trim().toLowerCase();
  return choices.find((_, i) => letter(i) === wanted) ?? text;
}

function letter(position: number): string {
  return String.fromCharCode(97 + position);
}

function showItem(line: string, item: ShownItem, paint: Paint): string {
  const facts = item.facts.slice(0, FACTS).map((fact) => `${fact.label} ${fact.value}`);
  const details = [facts.join(' · '), item.link ?? ''].filter((detail) => detail !== '');
  return [paint('bold', line), ...details.map((detail) => paint('dim', `   ${detail}`))].join('\n');
}

/** What the assistant believes and what it weighed. */
export function showMind(mind: Mind, decision: ShownDecision, paint: Paint): string {
  const heading = (text: string): string => paint('bold', text);
  const wishes = mind.wishes.map((wish) => `  ${wish.attribute}: ${wish.meaning}`);
  const likeliest = mind.likeliest.slice(0, 5).map(({ name, probability }) => `  ${percent(probability)}  ${name}`);
  const candidates = decision.candidates.slice(0, 8).map((candidate) => {
    const mark = candidate.id === decision.chosen ? paint('green', '→') : ' ';
    const value = candidate.value.toFixed(3).padStart(7);
    const error = candidate.error > 0 ? ` ± ${candidate.error.toFixed(3)}` : '';
    return `${mark} ${value}${error}  ${candidate.label}${candidate.suppressed ? ` (${candidate.suppressed})` : ''}`;
  });
  const lines = [
    heading(`${mind.left} of ${mind.total} fit; ${mind.bits.toFixed(1)} bits to go`),
    ...(wishes.length > 0 ? [heading('Wishes'), ...wishes] : []),
    ...(likeliest.length > 0 ? [heading('Likeliest'), ...likeliest] : []),
    heading(weighed(decision)),
    ...candidates,
    decision.why,
  ];
  return `${lines.join('\n')}\n`;
}

function weighed({ policy, horizon }: ShownDecision): string {
  return policy === 'learned'
    ? 'Weighed to the end of the conversation (learned)'
    : `Weighed at horizon ${horizon} (${policy})`;
}

function percent(probability: number): string {
  return `${(probability * 100).toFixed(1).padStart(5)}%`;
}
